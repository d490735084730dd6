using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>The buyer is asked to collect the goods.</summary>
public sealed class WhenOrderReadyForPickup(Notifier notifier) : IReaction<OrderReadyForPickup>
{
    public Task Handle(Happened<OrderReadyForPickup> happened, CancellationToken cancellationToken) =>
        notifier.TellBuyer(happened.Fact.OrderId, Texts.ReadyForPickup, cancellationToken);
}
