using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>
/// Clocks of orders that have run out. While an order's money is frozen its clocks stand still; while a refund of it waits for a second
/// officer it does not become complete by itself.
/// </summary>
public sealed class DueOrderTimers(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.OrderTimers.Where(t => t.EndedAt == null && t.DueAt <= now && !db.EscrowShares.Any(s => s.OrderId == t.OrderId && s.State == EscrowState.Frozen))
            .Where(t => t.Action != OrderTimerAction.Complete || !db.MoneyApprovals.Any(a => a.Act == MoneyAct.Refund && a.State == MoneyApprovalState.Waiting && db.Orders.Any(o => o.Id == t.OrderId && o.Number == a.Number)))
            .OrderBy(t => t.DueAt).ThenBy(t => t.Id).Take(most)
            .Select(t => new RunOrderTimer(t.OrderId, t.Id)).ToListAsync(cancellationToken);
        return due;
    }
}
