using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>The buyer is asked to check the goods.</summary>
public sealed class WhenOrderDelivered(Notifier notifier) : IReaction<OrderDelivered>
{
    public Task Handle(Happened<OrderDelivered> happened, CancellationToken cancellationToken) =>
        notifier.TellBuyer(happened.Fact.OrderId, Texts.Delivered, cancellationToken);
}
