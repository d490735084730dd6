using Komeji.Application.Common;
using Komeji.Domain.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>
/// What was paid for pieces that will not be sent goes back to the buyer (rule P6); the rest of the money is held on. An order
/// cancels its rest once, so this happens once.
/// </summary>
public sealed class WhenRestCancelled(IKomejiDb db, HeldRefunds refunds, TimeProvider clock) : IReaction<OrderRestCancelled>
{
    public async Task Handle(Happened<OrderRestCancelled> happened, CancellationToken cancellationToken)
    {
        var fact = happened.Fact;
        if (!fact.Price.IsPositive)
        {
            return;
        }

        await refunds.TakeTurn(fact.OrderId, cancellationToken);
        var share = await db.EscrowShares.SingleAsync(s => s.OrderId == fact.OrderId, cancellationToken);
        share.RefundPart(fact.Price, fact.ReasonCode, clock.GetUtcNow());
        await refunds.Owe(fact.OrderId, fact.Price, fact.ReasonCode, cancellationToken);
    }
}
