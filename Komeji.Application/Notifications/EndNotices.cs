using Komeji.Domain.Common;
using Komeji.Domain.Notifications;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>What both sides are told when an order is over, for orders that are put in with their whole past.</summary>
public static class EndNotices
{
    public static IEnumerable<Notification> Of(Order order, UserId seller, DateTimeOffset at) =>
        [Told(seller, Texts.CompletedForSeller(order), at), Told(order.BuyerId, Texts.CompletedForBuyer(order), at)];

    static Notification Told(UserId person, Notice notice, DateTimeOffset at)
    {
        var notification = new Notification(person, notice.Title, notice.Body, notice.Link, at);
        notification.Read(at);
        return notification;
    }
}
