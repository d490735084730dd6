using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>The buyer is asked to confirm when the parcel has come.</summary>
public sealed class WhenOrderShipped(Notifier notifier) : IReaction<OrderShipped>
{
    public Task Handle(Happened<OrderShipped> happened, CancellationToken cancellationToken) =>
        notifier.TellBuyer(happened.Fact.OrderId, Texts.Shipped, cancellationToken);
}
