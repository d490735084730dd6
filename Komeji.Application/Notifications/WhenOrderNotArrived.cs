using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>The shop is asked to find the parcel; operators see it on their start page.</summary>
public sealed class WhenOrderNotArrived(Notifier notifier) : IReaction<OrderNotArrived>
{
    public Task Handle(Happened<OrderNotArrived> happened, CancellationToken cancellationToken) =>
        notifier.TellSeller(happened.Fact.OrderId, Texts.NotArrived, cancellationToken);
}
