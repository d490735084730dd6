using Komeji.Application.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>A paid order was cancelled: everything paid for it goes back to the buyer (rule P6). Held money can leave once, so this and a release exclude each other.</summary>
public sealed class WhenOrderCancelled(IKomejiDb db, TimeProvider clock) : IReaction<OrderCancelled>
{
    public async Task Handle(Happened<OrderCancelled> happened, CancellationToken cancellationToken)
    {
        var fact = happened.Fact;
        if (!fact.WasPaid)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var share = await db.EscrowShares.SingleAsync(s => s.OrderId == fact.OrderId, cancellationToken);
        var purchaseId = await db.Orders.Where(o => o.Id == fact.OrderId).Select(o => o.PurchaseId).SingleAsync(cancellationToken);
        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.PurchaseId == purchaseId, cancellationToken);
        var refund = Refund.Request(purchaseId, fact.OrderId, payment.Gateway, payment.ProviderPayment, share.RefundAll(fact.ReasonCode, now), fact.ReasonCode, now);
        db.Refunds.Add(refund);
        db.Journals.Add(PostingRules.RefundedBeforeRelease(refund, fact.OrderId, now, now));
    }
}
