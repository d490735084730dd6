using Komeji.Application.Common;
using Komeji.Domain.Ledger;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Days;

/// <summary>A day is long over: its journals are hashed after the day before's, its totals written, and the balances of its keys carried on. Once.</summary>
public sealed record CloseLedgerDay(DateOnly Day) : ICommand
{
    internal sealed class Handler(IKomejiDb db, DayBooks books, DayDigests digests, TimeProvider clock, IDatabaseClock database) : IRequestHandler<CloseLedgerDay>
    {
        public async Task<Unit> Handle(CloseLedgerDay request, CancellationToken cancellationToken)
        {
            await db.TakeTurn(DayBooks.Turn, cancellationToken);
            var (day, now) = (request.Day, clock.GetUtcNow());
            var last = await db.LedgerDays.AsNoTracking().OrderByDescending(d => d.Day).FirstOrDefaultAsync(cancellationToken);
            if (day <= last?.Day)
            {
                return Unit.Value;
            }

            if (!LedgerDay.MayClose(day, now) || !LedgerDay.MayClose(day, await database.Now(cancellationToken)) || (last is not null && day != last.Day.AddDays(1)))
            {
                throw new InvalidOperationException($"The books of {day:O} cannot be closed: the day after it is not over, or the one before it is open.");
            }

            var before = last?.Hash ?? LedgerDay.Beginning;
            var digest = await digests.Read(day, before, cancellationToken);
            db.LedgerDays.Add(new LedgerDay(day, before, digest.Hash, digest.Journals, digest.Entries, now));
            await books.Write(day, digest, cancellationToken);
            return Unit.Value;
        }
    }
}
