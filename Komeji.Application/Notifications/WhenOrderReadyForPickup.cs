using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>The buyer is asked to collect the goods; a shop learns that the community point has taken them in.</summary>
public sealed class WhenOrderReadyForPickup(Notifier notifier) : IReaction<OrderReadyForPickup>
{
    public async Task Handle(Happened<OrderReadyForPickup> happened, CancellationToken cancellationToken)
    {
        await notifier.TellBuyer(happened.Fact.OrderId, Texts.ReadyForPickup, cancellationToken);
        if (happened.Fact.AtPoint)
        {
            await notifier.TellSeller(happened.Fact.OrderId, Texts.TakenIn, cancellationToken);
        }
    }
}
