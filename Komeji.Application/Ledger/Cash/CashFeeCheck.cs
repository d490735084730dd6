using Komeji.Application.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Cash;

/// <summary>
/// Orders paid in cash: 1210 of each shop and 2110 of each order are what <see cref="CashFee"/> says; each complete one owes the fee and
/// PPN of its lines once, no other one owes anything; and no money of any of them was ever held or given back here.
/// </summary>
public sealed class CashFeeCheck(IKomejiDb db)
{
    const int Examples = 5;

    public async Task<LedgerCheck> Run(CancellationToken cancellationToken)
    {
        var due = await db.CashFees.AsNoTracking().Where(f => f.State == CashFeeState.Due).ToListAsync(cancellationToken);
        var wrong = await Differ(Chart.CashFeesOwed, 1, due.GroupBy(f => f.StoreId.Value).ToDictionary(g => g.Key, g => g.Sum(f => f.Open.Amount)), cancellationToken);
        wrong.AddRange(await Differ(Chart.CashFeesUncollected, -1, due.ToDictionary(f => f.OrderId.Value, f => (f.Fee - f.FeeCollected).Amount), cancellationToken));
        wrong.AddRange(await Owing(cancellationToken));
        wrong.AddRange(await Shared(cancellationToken));
        wrong.AddRange(await Transferred(cancellationToken));
        return LedgerCheck.Of("cash fees agree", wrong, $"{due.Count} orders paid in cash owe Rp{due.Sum(f => f.Open.Amount)}");
    }

    async Task<List<string>> Differ(Account account, long sign, Dictionary<Guid, long> known, CancellationToken cancellationToken)
    {
        var booked = await db.Entries.Where(e => e.Account == account.Code).GroupBy(e => e.AccountKey).Select(g => new { g.Key, Sum = g.Sum(e => (long)e.Amount) }).Where(b => b.Sum != 0)
            .ToDictionaryAsync(b => Guid.Parse(b.Key), b => sign * b.Sum, cancellationToken);
        return [.. booked.Keys.Union(known.Keys).Where(k => booked.GetValueOrDefault(k) != known.GetValueOrDefault(k)).Select(k => $"{account.Code} {k}: books {booked.GetValueOrDefault(k)}, orders {known.GetValueOrDefault(k)}").Take(Examples)];
    }

    /// <summary>Who owes what, and that nothing else was booked of it.</summary>
    async Task<List<string>> Owing(CancellationToken cancellationToken)
    {
        string[] others = ["P1", "P5", "P6", "P7", "P8", "P9", "P12", "P13"];
        return await db.Orders.Where(o => o.PaysInCash
                ? db.CashFees.Any(f => f.OrderId == o.Id && (long)f.Fee == (long)o.Fee && (long)f.Vat == (long)o.Vat) != (o.State == OrderState.Completed && (long)o.Fee + (long)o.Vat > 0)
                    || db.CashFees.Any(f => f.OrderId == o.Id) != (o.State == OrderState.Completed && (long)o.Fee + (long)o.Vat > 0)
                    || (long)o.IncomeTax != 0
                    || db.EscrowShares.Any(s => s.OrderId == o.Id) || db.Refunds.Any(r => r.OrderId == o.Id)
                    || db.Journals.Any(j => j.OrderId == o.Id && others.Contains(j.Rule))
                : db.CashFees.Any(f => f.OrderId == o.Id))
            .OrderBy(o => o.Number).Select(o => o.Number).Take(Examples).ToListAsync(cancellationToken);
    }

    /// <summary>What was collected and not transferred is what left the shop's balance, in as many journals as the fee says; what was written off was so once.</summary>
    async Task<List<string>> Shared(CancellationToken cancellationToken) =>
    [
        .. (await db.CashFees
            .Where(f => (long)f.Collected - (long)f.Transferred != db.Journals.Where(j => j.OrderId == f.OrderId && j.Rule == "P18").SelectMany(j => j.Entries).Where(e => e.Account == Chart.SellerBalance.Code).Sum(e => (long)e.Amount)
                || db.Journals.Count(j => j.OrderId == f.OrderId && j.Rule == "P18") != f.Collections + 1
                || (f.State == CashFeeState.WrittenOff) != db.Journals.Any(j => j.OrderId == f.OrderId && j.Key.StartsWith(PostingRules.CashWrittenOffKeys))
                || (f.State == CashFeeState.Paid) != ((long)f.Collected == (long)f.Fee + (long)f.Vat))
            .OrderBy(f => f.OrderId).Select(f => f.OrderId).Take(Examples).ToListAsync(cancellationToken)).Select(o => $"order {o.Value}"),
    ];

    /// <summary>What shops paid by transfer is what the orders say was paid so.</summary>
    async Task<List<string>> Transferred(CancellationToken cancellationToken)
    {
        var paid = await db.ShopPayments.Where(p => p.Debt == ShopDebt.CashFees).GroupBy(p => p.StoreId).Select(g => new { g.Key, Sum = g.Sum(p => (long)p.Amount) })
            .ToDictionaryAsync(p => p.Key, p => p.Sum, cancellationToken);
        var known = await db.CashFees.Where(f => (long)f.Transferred > 0).GroupBy(f => f.StoreId).Select(g => new { g.Key, Sum = g.Sum(f => (long)f.Transferred) })
            .ToDictionaryAsync(f => f.Key, f => f.Sum, cancellationToken);
        return [.. paid.Keys.Union(known.Keys).Where(s => paid.GetValueOrDefault(s) != known.GetValueOrDefault(s)).Select(s => $"shop {s.Value}: transfers {paid.GetValueOrDefault(s)}, orders {known.GetValueOrDefault(s)}").Take(Examples)];
    }
}
