using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Domain.Jobs;
using Komeji.Domain.Ledger;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger;

/// <summary>Every night, and whenever somebody asks, the books are checked; a broken invariant makes the job fail, which the operations page shows.</summary>
public sealed class NightlyLedgerCheck : ISweep
{
    /// <summary>As the schedule names it.</summary>
    public const string JobName = "periksa-buku-besar";

    public Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IRequest>>([new RequireSoundLedger()]);
}

/// <summary>Keeps what every check said, and fails, naming the invariants, when the books are not sound. It saves by itself: the failure must not undo what was found.</summary>
public sealed record RequireSoundLedger : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, LedgerChecks checks, UnitOfWork unitOfWork, TimeProvider clock) : IRequestHandler<RequireSoundLedger>
    {
        public async Task<Unit> Handle(RequireSoundLedger request, CancellationToken cancellationToken)
        {
            var begun = clock.GetUtcNow();
            var by = await db.JobRuns.Where(r => r.Name == NightlyLedgerCheck.JobName && r.Outcome == JobOutcome.Running)
                .OrderByDescending(r => r.StartedAt).Select(r => r.StartedBy).FirstOrDefaultAsync(cancellationToken);
            var report = await checks.Run(cancellationToken);
            await unitOfWork.Run(
                () =>
                {
                    db.LedgerRuns.Add(new LedgerRun(by ?? "", begun, clock.GetUtcNow(), report.Checks.Select(c => (c.Name, c.Ok, c.Detail))));
                    return Task.CompletedTask;
                },
                cancellationToken);
            return report.Ok
                ? Unit.Value
                : throw new InvalidOperationException("Buku besar tidak cocok: " + string.Join("; ", report.Checks.Where(c => !c.Ok).Select(c => $"{c.Name}: {c.Detail}")));
        }
    }
}
