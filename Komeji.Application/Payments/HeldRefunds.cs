using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>
/// The one place where an order's held money is owed back to its buyer without a decision about who bears it (rule P6): declined,
/// cancelled by whomever or by time, its rest not sent, or given back by the shop. What her bank has given her already is not sent once more.
/// </summary>
public sealed class HeldRefunds(IKomejiDb db, DisputeBooks disputes, TimeProvider clock)
{
    /// <summary>Whoever bears a dispute of the same purchase, or decides a refund of it, goes before or after. To be asked for before the held money is read.</summary>
    public async Task TakeTurn(OrderId order, CancellationToken cancellationToken) =>
        await db.TakeRefundTurn(await PurchaseOf(order, cancellationToken), cancellationToken);

    /// <param name="amount">What left the order's held money.</param>
    public async Task Owe(OrderId order, Rupiah amount, string reasonCode, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var refund = await db.RequestRefund(order, amount, reasonCode, now, cancellationToken);
        db.Journals.Add(PostingRules.RefundedBeforeRelease(refund, order, now, now));
        await disputes.TakeOver(refund, now, cancellationToken);
    }

    Task<PurchaseId> PurchaseOf(OrderId order, CancellationToken cancellationToken) =>
        db.Orders.Where(o => o.Id == order).Select(o => o.PurchaseId).SingleAsync(cancellationToken);
}
