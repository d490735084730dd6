using Komeji.Application.Common;
using Komeji.Application.Jobs;
using MediatR;

namespace Komeji.Application.Ledger;

/// <summary>Every night the books are checked; a broken invariant makes the job fail, which the operations page shows.</summary>
public sealed class NightlyLedgerCheck : ISweep
{
    public Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IRequest>>([new RequireSoundLedger()]);
}

/// <summary>Fails, naming the invariants, when the books are not sound.</summary>
public sealed record RequireSoundLedger : IRequest
{
    internal sealed class Handler(LedgerChecks checks) : IRequestHandler<RequireSoundLedger>
    {
        public async Task<Unit> Handle(RequireSoundLedger request, CancellationToken cancellationToken)
        {
            var report = await checks.Run(cancellationToken);
            return report.Ok
                ? Unit.Value
                : throw new InvalidOperationException("Buku besar tidak cocok: " + string.Join("; ", report.Checks.Where(c => !c.Ok).Select(c => $"{c.Name}: {c.Detail}")));
        }
    }
}
