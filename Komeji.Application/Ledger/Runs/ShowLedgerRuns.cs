using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Runs;

/// <summary>What the last check of the books said, or one of the earlier ones, and all runs, the newest first.</summary>
/// <param name="Run">Null for the last.</param>
public sealed record ShowLedgerRuns(LedgerRunId? Run, int Page) : IQuery<LedgerRunsPage>
{
    public const int PageSize = 30;

    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<ShowLedgerRuns, LedgerRunsPage>
    {
        public async Task<LedgerRunsPage> Handle(ShowLedgerRuns request, CancellationToken cancellationToken)
        {
            var runs = db.LedgerRuns.AsNoTracking();
            var shown = await (request.Run is { } id ? runs.Where(r => r.Id == id) : runs.OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id))
                .Include(r => r.Checks).FirstOrDefaultAsync(cancellationToken);
            if (shown is null && request.Run is not null)
            {
                throw new NotFound();
            }

            var page = await runs.OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id)
                .Select(r => new LedgerRunRow(r.Id, r.StartedBy, r.StartedAt, r.EndedAt, r.Broken)).ToPage(request.Page, PageSize, cancellationToken);
            var now = clock.GetUtcNow();
            var lease = await db.JobLeases.AsNoTracking().SingleOrDefaultAsync(l => l.Name == NightlyLedgerCheck.JobName, cancellationToken);
            var waits = lease is not null && (lease.RequestedAt is not null || JobLeases.IsHeld(lease, now));
            var closed = await db.LedgerDays.AsNoTracking().OrderByDescending(d => d.Day).FirstOrDefaultAsync(cancellationToken);
            return new LedgerRunsPage(shown is null ? null : Opened(shown), waits, closed is null ? null : new ClosedDay(closed.Day, closed.Hash, closed.Journals), page);
        }

        static LedgerRunView Opened(LedgerRun run) => new(
            new LedgerRunRow(run.Id, run.StartedBy, run.StartedAt, run.EndedAt, run.Broken),
            [.. run.Checks.OrderBy(c => c.Ok).ThenBy(c => c.Number).Select(c => new LedgerCheck(c.Name, c.Ok, c.Detail))]);
    }
}

/// <param name="Shown">Null before the first run.</param>
/// <param name="IsRunning">A check runs, or somebody asked for one.</param>
/// <param name="Closed">The last day whose journals are locked; null before the first.</param>
public sealed record LedgerRunsPage(LedgerRunView? Shown, bool IsRunning, ClosedDay? Closed, PageOf<LedgerRunRow> Runs);

/// <param name="Checks">Broken ones on top.</param>
public sealed record LedgerRunView(LedgerRunRow Run, IReadOnlyList<LedgerCheck> Checks);

/// <param name="Broken">How many checks failed.</param>
public sealed record LedgerRunRow(LedgerRunId Id, string StartedBy, DateTimeOffset StartedAt, DateTimeOffset EndedAt, int Broken);

/// <param name="Hash">Of its journals and all days before.</param>
public sealed record ClosedDay(DateOnly Day, string Hash, int Journals);
