using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>The buyer learns why and what becomes of the money; a shop that had been asked learns that nothing is to be sent.</summary>
public sealed class WhenOrderCancelled(Notifier notifier) : IReaction<OrderCancelled>
{
    public async Task Handle(Happened<OrderCancelled> happened, CancellationToken cancellationToken)
    {
        var fact = happened.Fact;
        await notifier.TellBuyer(fact.OrderId, order => Texts.CancelledForBuyer(order, fact), cancellationToken);
        if (fact.WasPaid && fact.ReasonCode != "declined_by_seller")
        {
            await notifier.TellSeller(fact.OrderId, order => Texts.CancelledForSeller(order, fact), cancellationToken);
        }
    }
}
