using Komeji.Application.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Promotions;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger;

/// <summary>
/// Vouchers as five records tell of them: account 2075 of each, what was set apart, what its paid orders took and what refunds gave back;
/// its counters and its uses; its uses and the orders; the orders, their lines and what is held of them.
/// </summary>
public sealed class VoucherCheck(IKomejiDb db)
{
    const int Examples = 5;

    public async Task<LedgerCheck> Run(CancellationToken cancellationToken)
    {
        var wrong = await FundsThatDiffer(cancellationToken);
        wrong.AddRange((await db.Vouchers
            .Where(v => v.Taken != db.VoucherUses.Count(u => u.VoucherId == v.Id && u.State != VoucherUseState.Returned)
                || v.Committed != db.VoucherUses.Where(u => u.VoucherId == v.Id && u.State != VoucherUseState.Returned).Sum(u => (long)u.OfCooperative)
                || v.Taken > v.Quota || v.Committed > (long)v.Budget)
            .Select(v => v.Code).Take(Examples).ToListAsync(cancellationToken)).Select(code => $"places of {code}"));
        wrong.AddRange((await db.VoucherUses
            .Where(u => (long)u.OfCooperative != db.Orders.Where(o => o.PurchaseId == u.PurchaseId && o.VoucherId == u.VoucherId).Sum(o => (long)o.CooperativeDiscount)
                || (long)u.OfShop != db.Orders.Where(o => o.PurchaseId == u.PurchaseId && o.VoucherId == u.VoucherId).SelectMany(o => o.Lines).Sum(l => (long)l.SellerDiscount)
                || db.VoucherUses.Count(x => x.VoucherId == u.VoucherId && x.BuyerId == u.BuyerId && x.State != VoucherUseState.Returned)
                    > db.Vouchers.Where(v => v.Id == u.VoucherId).Select(v => v.PerBuyer).First())
            .Select(u => u.PurchaseId).Take(Examples).ToListAsync(cancellationToken)).Select(p => $"purchase {p.Value}"));
        wrong.AddRange(await db.Orders.Where(o => o.VoucherId != null)
            .Where(o => (long)o.CooperativeDiscount != o.Lines.Sum(l => (long)l.CooperativeDiscount)
                || !db.VoucherUses.Any(u => u.PurchaseId == o.PurchaseId && u.VoucherId == o.VoucherId)
                || db.EscrowShares.Any(s => s.OrderId == o.Id && ((long)s.Voucher != (long)o.CooperativeDiscount || (long)s.Paid != (long)o.Goods + (long)o.Shipping.Fee))
                || db.Refunds.Where(r => r.OrderId == o.Id).Sum(r => (long)r.Voucher) > (long)o.CooperativeDiscount)
            .Select(o => o.Number).Take(Examples).ToListAsync(cancellationToken));
        return LedgerCheck.Of("vouchers agree", wrong.Take(Examples), "each voucher's fund, places, uses and orders say the same");
    }

    /// <summary>Account 2075 of each voucher, and what was set apart less what is in its orders: by the vouchers, the held money and the refunds, not by the books.</summary>
    async Task<List<string>> FundsThatDiffer(CancellationToken cancellationToken)
    {
        var booked = await db.Entries.Where(e => e.Account == Chart.PromotionFund.Code).GroupBy(e => e.AccountKey)
            .Select(g => new { g.Key, Sum = g.Sum(e => (long)e.Amount) }).ToDictionaryAsync(b => b.Key, b => -b.Sum, cancellationToken);
        var known = await db.Vouchers.Where(v => (long)v.Budget > 0).Select(v => new
        {
            v.Id,
            Funded = (long)v.Funded,
            Spent = db.Orders.Where(o => o.VoucherId == v.Id && db.EscrowShares.Any(s => s.OrderId == o.Id)).Sum(o => (long)o.CooperativeDiscount),
            Back = db.Refunds.Where(r => r.VoucherId == v.Id).Sum(r => (long)r.Voucher),
        }).ToDictionaryAsync(v => v.Id.Value.ToString(), v => v.Funded - v.Spent + v.Back, cancellationToken);
        return [.. booked.Keys.Union(known.Keys).Where(k => booked.GetValueOrDefault(k) != known.GetValueOrDefault(k)).Order(StringComparer.Ordinal)
            .Select(k => $"fund of voucher {k}: books {booked.GetValueOrDefault(k)}, orders {known.GetValueOrDefault(k)}").Take(Examples)];
    }
}
