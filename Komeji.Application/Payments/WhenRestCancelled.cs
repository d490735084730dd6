using Komeji.Application.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>
/// What was paid for pieces that will not be sent goes back to the buyer (rule P6); the rest of the money is held on. An order
/// cancels its rest once, so this happens once.
/// </summary>
public sealed class WhenRestCancelled(IKomejiDb db, TimeProvider clock) : IReaction<OrderRestCancelled>
{
    public async Task Handle(Happened<OrderRestCancelled> happened, CancellationToken cancellationToken)
    {
        var (fact, now) = (happened.Fact, clock.GetUtcNow());
        if (!fact.Price.IsPositive)
        {
            return;
        }

        var share = await db.EscrowShares.SingleAsync(s => s.OrderId == fact.OrderId, cancellationToken);
        share.RefundPart(fact.Price, fact.ReasonCode, now);
        var refund = await db.RequestRefund(fact.OrderId, fact.Price, fact.ReasonCode, now, cancellationToken);
        db.Journals.Add(PostingRules.RefundedBeforeRelease(refund, fact.OrderId, now, now));
    }
}
