using Komeji.Application.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger;

/// <summary>What account 1030 says is claimed, and what the decisions say: the couriers' parts, less what came in of each and what two officers wrote off.</summary>
public sealed class ClaimCheck(IKomejiDb db)
{
    const int Examples = 5;

    public async Task<LedgerCheck> Run(CancellationToken cancellationToken)
    {
        var booked = await db.Entries.Where(e => e.Account == Chart.CourierClaim.Code).GroupBy(e => e.AccountKey)
            .Select(g => new { g.Key, Sum = g.Sum(e => (long)e.Amount) }).Where(b => b.Sum != 0).ToDictionaryAsync(b => Guid.Parse(b.Key), b => b.Sum, cancellationToken);
        var known = (await db.RefundDecisions.SelectMany(d => d.Shares).Where(s => s.Bearer == RefundBearer.Courier).Select(s => new { s.RefundId, Amount = (long)s.Amount }).ToListAsync(cancellationToken))
            .ToDictionary(s => s.RefundId.Value, s => s.Amount);
        foreach (var paid in await db.ClaimPayments.GroupBy(p => p.RefundId).Select(g => new { g.Key, Sum = g.Sum(p => (long)p.Amount - (long)p.Recovered) }).ToListAsync(cancellationToken))
        {
            known[paid.Key.Value] = known.GetValueOrDefault(paid.Key.Value) - paid.Sum;
        }

        foreach (var gone in await db.MoneyApprovals.Where(a => a.Act == MoneyAct.ClaimWrittenOff && a.State == MoneyApprovalState.Approved).Select(a => new { a.SubjectId, Amount = (long)a.Amount }).ToListAsync(cancellationToken))
        {
            known[gone.SubjectId] = known.GetValueOrDefault(gone.SubjectId) - gone.Amount;
        }

        var wrong = booked.Keys.Union(known.Keys).Where(c => booked.GetValueOrDefault(c) != known.GetValueOrDefault(c)).Select(c => $"claim {c}").Take(Examples);
        return LedgerCheck.Of("claims agree", wrong, $"{booked.Count} claims open, Rp{booked.Values.Sum()}");
    }
}
