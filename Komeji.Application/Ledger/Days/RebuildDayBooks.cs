using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Days;

/// <summary>Makes totals and balances of the closed days anew from the ledger: the command <c>ledger rebuild</c>. The chain itself is never rewritten.</summary>
/// <returns>How many days.</returns>
public sealed record RebuildDayBooks : ICommand<int>
{
    internal sealed class Handler(IKomejiDb db, DayBooks books, DayDigests digests) : IRequestHandler<RebuildDayBooks, int>
    {
        public async Task<int> Handle(RebuildDayBooks request, CancellationToken cancellationToken)
        {
            await db.TakeTurn(DayBooks.Turn, cancellationToken);
            await db.DayTotals.ExecuteDeleteAsync(cancellationToken);
            await db.KeyBalances.ExecuteDeleteAsync(cancellationToken);
            var days = await db.LedgerDays.OrderBy(d => d.Day).Select(d => new { d.Day, d.Before }).ToListAsync(cancellationToken);
            foreach (var day in days)
            {
                await books.Write(day.Day, await digests.Read(day.Day, day.Before, cancellationToken), cancellationToken);
            }

            return days.Count;
        }
    }
}
