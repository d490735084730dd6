using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>
/// A paid order was cancelled, or refunded after it had left the shop: everything paid for it goes back to the buyer (rule P6). Held
/// money can leave once, so this and a release exclude each other.
/// </summary>
public sealed class WhenOrderCancelled(IKomejiDb db, TimeProvider clock) : IReaction<OrderCancelled>, IReaction<OrderRefunded>
{
    public Task Handle(Happened<OrderCancelled> happened, CancellationToken cancellationToken) =>
        happened.Fact.WasPaid ? GiveBack(happened.Fact.OrderId, happened.Fact.ReasonCode, cancellationToken) : Task.CompletedTask;

    public Task Handle(Happened<OrderRefunded> happened, CancellationToken cancellationToken) =>
        GiveBack(happened.Fact.OrderId, happened.Fact.ReasonCode, cancellationToken);

    async Task GiveBack(OrderId orderId, string reasonCode, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var share = await db.EscrowShares.SingleAsync(s => s.OrderId == orderId, cancellationToken);
        var purchaseId = await db.Orders.Where(o => o.Id == orderId).Select(o => o.PurchaseId).SingleAsync(cancellationToken);
        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.PurchaseId == purchaseId, cancellationToken);
        var refund = Refund.Request(purchaseId, orderId, payment.Gateway, payment.ProviderPayment, share.RefundAll(reasonCode, now), reasonCode, now);
        db.Refunds.Add(refund);
        db.Journals.Add(PostingRules.RefundedBeforeRelease(refund, orderId, now, now));
    }
}
