using Komeji.Application.Common;
using Komeji.Application.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>Clocks of orders that have run out.</summary>
public sealed class DueOrderTimers(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.OrderTimers.Where(t => t.EndedAt == null && t.DueAt <= now)
            .OrderBy(t => t.DueAt).ThenBy(t => t.Id).Take(most)
            .Select(t => new RunOrderTimer(t.OrderId, t.Id)).ToListAsync(cancellationToken);
        return due;
    }
}
