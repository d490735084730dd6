using Komeji.Application.Common;
using Komeji.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger;

/// <summary>
/// What was moved to the cooperative was its own: with the last sweep booked, provider and escrow account (1010 and 1020) still held all
/// that was owed to others. What costs and losses take later is no sweep's fault; it bounds the next one.
/// </summary>
public sealed class CoverCheck(IKomejiDb db)
{
    public async Task<LedgerCheck> Run(CancellationToken cancellationToken)
    {
        const string name = "I9 others are covered";
        var last = await db.Journals.Where(j => j.Key.StartsWith(PostingRules.SweepKeys)).SelectMany(j => j.Entries).MaxAsync(e => (long?)e.Id, cancellationToken);
        if (last is null)
        {
            return new LedgerCheck(name, true, "nothing was moved to the cooperative");
        }

        var (held, others) = (Chart.HeldForOthers.ToList(), Chart.OwedToOthers.ToList());
        var there = await db.Entries.Where(e => e.Id <= last && held.Contains(e.Account)).SumAsync(e => (long)e.Amount, cancellationToken);
        var owed = await db.Entries.Where(e => e.Id <= last && others.Contains(e.Account)).GroupBy(e => new { e.Account, e.AccountKey })
            .Select(g => new { Sum = g.Sum(e => (long)e.Amount) }).Where(k => k.Sum < 0).SumAsync(k => -k.Sum, cancellationToken);
        return new LedgerCheck(name, there >= owed, $"at the last sweep Rp{there} were held and Rp{owed} owed");
    }
}
