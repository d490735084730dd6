using Komeji.Application.Common;
using Komeji.Application.Payouts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Cash;

/// <summary>What shops owe of orders that were paid to them in cash (rule P18).</summary>
static class CashFeeBooks
{
    /// <summary>What a shop owes, as the books say.</summary>
    public static async Task<Rupiah> CashDebtOf(this IKomejiDb db, StoreId store, CancellationToken cancellationToken)
    {
        var key = store.Value.ToString();
        return new Rupiah(await db.Entries.Where(e => e.Account == Chart.CashFeesOwed.Code && e.AccountKey == key).SumAsync(e => (long)e.Amount, cancellationToken));
    }

    /// <summary>
    /// Takes what the shop owes out of its balance, the oldest order first, as far as the balance reaches. Only in the turn in which
    /// payouts are taken out of it, so that no rupiah is taken twice.
    /// </summary>
    /// <returns>What was taken; the balance the database tells is still without it.</returns>
    public static async Task<Rupiah> CollectCashFees(this IKomejiDb db, StoreId store, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var taken = Rupiah.Zero;
        var due = await db.CashFees.Where(f => f.StoreId == store && f.State == CashFeeState.Due).OrderBy(f => f.DueAt).ThenBy(f => f.OrderId).ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return taken;
        }

        var balance = await db.BalanceOf(store, cancellationToken);
        foreach (var fee in due)
        {
            var part = Rupiah.Min(fee.Open, balance - taken);
            if (!part.IsPositive)
            {
                break;
            }

            var ofFee = fee.Collect(part, now);
            db.Journals.Add(PostingRules.CashFeeCollected(fee, part, ofFee, now));
            taken += part;
        }

        return taken;
    }
}
