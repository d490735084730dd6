using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>What was taken back of a purchase's orders so far, read one at a time: of two that would take the same rupiah the second sees the first.</summary>
static class RefundMemory
{
    /// <summary>Disputes and decided refunds of one purchase take turns. To be asked for before the orders are read.</summary>
    public static Task TakeRefundTurn(this IKomejiDb db, PurchaseId purchase, CancellationToken cancellationToken) =>
        db.TakeTurn($"refunds of {purchase.Value}", cancellationToken);

    public static async Task<TakenBack> ReadTakenBack(this IKomejiDb db, PurchaseId purchase, CancellationToken cancellationToken)
    {
        var claims = await db.Disputes.AsNoTracking().Where(d => d.PurchaseId == purchase).SelectMany(d => d.Claims).ToListAsync(cancellationToken);
        var decisions = await db.RefundDecisions.AsNoTracking().Include(d => d.Shares).Where(d => d.PurchaseId == purchase).ToListAsync(cancellationToken);
        var refunds = await db.Refunds.Where(r => r.PurchaseId == purchase && r.OrderId != null).Select(r => new { r.OrderId, r.Amount, r.Voucher }).ToListAsync(cancellationToken);
        return new TakenBack(claims, decisions)
        {
            Refunds = refunds.GroupBy(r => r.OrderId!.Value).ToDictionary(g => g.Key, g => new PaidBack(Rupiah.Sum(g.Select(r => r.Amount)), Rupiah.Sum(g.Select(r => r.Voucher)))),
        };
    }

    /// <summary>So much of what is held of an order goes back: to the buyer what she had paid of it, to the fund what a voucher had. The refund is added.</summary>
    public static async Task<Refund> RequestRefund(this IKomejiDb db, OrderId orderId, Rupiah back, string reasonCode, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var order = await db.Orders.SingleAsync(o => o.Id == orderId, cancellationToken);
        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.PurchaseId == order.PurchaseId, cancellationToken);
        var voucher = order.CooperativeDiscount.IsZero ? Rupiah.Zero : (await db.ReadTakenBack(order.PurchaseId, cancellationToken)).VoucherPart(order, back);
        var refund = Refund.Request(order.PurchaseId, orderId, payment.Gateway, payment.ProviderPayment, back - voucher, reasonCode, now, order.VoucherId, voucher);
        db.Refunds.Add(refund);
        return refund;
    }

    /// <summary>What of a purchase its buyer has got back in no way: by no refund, by no bank that took it of completed orders, and by no dispute the cooperative bore.</summary>
    /// <param name="borne">As <see cref="BorneFor"/> gives it.</param>
    public static async Task<Rupiah> LeftOf(this IKomejiDb db, PurchaseId purchase, Rupiah borne, CancellationToken cancellationToken)
    {
        var paid = await db.EscrowShares.Where(s => db.Orders.Any(o => o.Id == s.OrderId && o.PurchaseId == purchase)).SumAsync(s => (long)s.Paid - (long)s.Voucher, cancellationToken);
        var refunded = await db.Refunds.Where(r => r.PurchaseId == purchase && r.OrderId != null).SumAsync(r => (long)r.Amount, cancellationToken);
        var claimed = await db.Disputes.Where(d => d.PurchaseId == purchase).SelectMany(d => d.Claims)
            .Where(c => c.State != DisputeClaimState.Returned).SumAsync(c => (long)c.Amount, cancellationToken);
        return new Rupiah(paid - refunded - claimed) - borne;
    }

    /// <summary>What the cooperative bore of lost disputes of a purchase by decision, less what it got back of it: the buyer has that from her bank.</summary>
    public static async Task<Rupiah> BorneFor(this IKomejiDb db, PurchaseId purchase, CancellationToken cancellationToken)
    {
        var loss = Chart.PlatformLoss.Code;
        return new Rupiah(await db.BorneOrRecovered().Where(j => j.PurchaseId == purchase).SelectMany(j => j.Entries)
            .Where(e => e.Account == loss).SumAsync(e => (long)e.Amount, cancellationToken));
    }

    /// <summary>Purchases whose buyers have more back than they paid, with what the cooperative bore for them and did not come back.</summary>
    public static async Task<IReadOnlyList<string>> BorneAndRefunded(this IKomejiDb db, int most, CancellationToken cancellationToken)
    {
        var (journals, loss) = (db.BorneOrRecovered(), Chart.PlatformLoss.Code);
        var borne = (await journals.Select(j => j.PurchaseId).Distinct().ToListAsync(cancellationToken)).OfType<PurchaseId>().ToList();
        return await db.Purchases.Where(p => borne.Contains(p.Id)
                && journals.Where(j => j.PurchaseId == p.Id).SelectMany(j => j.Entries).Where(e => e.Account == loss).Sum(e => (long)e.Amount)
                    + db.Refunds.Where(r => r.PurchaseId == p.Id && r.OrderId != null).Sum(r => (long)r.Amount)
                    - db.Disputes.Where(d => d.PurchaseId == p.Id).Sum(d => (long)d.BackAfterLoss < (long)d.Borne ? (long)d.BackAfterLoss : (long)d.Borne)
                    + db.Disputes.Where(d => d.PurchaseId == p.Id).SelectMany(d => d.Claims).Where(c => c.State != DisputeClaimState.Returned).Sum(c => (long)c.Amount)
                    > db.EscrowShares.Where(s => db.Orders.Any(o => o.Id == s.OrderId && o.PurchaseId == p.Id)).Sum(s => (long)s.Paid - (long)s.Voucher))
            .Select(p => p.Number).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>The journals by which the cooperative bore lost disputes by decision, and those by which that came back to it, or an order paid it instead.</summary>
    static IQueryable<Journal> BorneOrRecovered(this IKomejiDb db)
    {
        var (borne, decided) = (PostingRules.DisputeBorneKeys, ":" + PostingRules.BorneByDecision);
        var (recovered, unborne) = (PostingRules.DisputeRecoveredKeys, PostingRules.DisputeUnborneKeys);
        return db.Journals.Where(j => (j.Key.StartsWith(borne) && j.Key.EndsWith(decided)) || j.Key.StartsWith(recovered) || j.Key.StartsWith(unborne));
    }
}
