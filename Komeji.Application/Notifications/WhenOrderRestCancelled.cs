using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>The buyer learns what comes back; a shop that did not decide it itself learns that nothing more is to be sent.</summary>
public sealed class WhenOrderRestCancelled(Notifier notifier) : IReaction<OrderRestCancelled>
{
    public async Task Handle(Happened<OrderRestCancelled> happened, CancellationToken cancellationToken)
    {
        var fact = happened.Fact;
        await notifier.TellBuyer(fact.OrderId, order => Texts.RestCancelledForBuyer(order, fact), cancellationToken);
        if (fact.ReasonCode != "rest_cancelled")
        {
            await notifier.TellSeller(fact.OrderId, order => Texts.RestCancelledForSeller(order, fact), cancellationToken);
        }
    }
}
