using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Days;

/// <summary>
/// Every day since the first journal that is long over and not closed, in order; days without journals too, so that none can be left out unseen.
/// Over by our clock and by the database's: a process that began with a clock days ahead would shut days that are still to be booked in.
/// </summary>
public sealed class DaysToClose(IKomejiDb db, TimeProvider clock, IDatabaseClock database) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var last = await db.LedgerDays.OrderByDescending(d => d.Day).Select(d => (DateOnly?)d.Day).FirstOrDefaultAsync(cancellationToken);
        var first = last?.AddDays(1) ?? await FirstDay(cancellationToken);
        var (ours, its) = (clock.GetUtcNow(), await database.Now(cancellationToken));
        var due = new List<IRequest>();
        for (var day = first; day is { } over && due.Count < most && LedgerDay.MayClose(over, ours < its ? ours : its); day = over.AddDays(1))
        {
            due.Add(new CloseLedgerDay(over));
        }

        return due;
    }

    async Task<DateOnly?> FirstDay(CancellationToken cancellationToken)
    {
        var booked = await db.Journals.OrderBy(j => j.BookedAt).Select(j => (DateTimeOffset?)j.BookedAt).FirstOrDefaultAsync(cancellationToken);
        return booked is { } at ? Wib.DayOf(at) : null;
    }
}
