using Komeji.Application.Common;
using Komeji.Domain.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Jobs;

/// <summary>Drops runs that found nothing after a day and all others after ninety; the newest run of each job stays.</summary>
public sealed record ForgetOldRuns : ICommand
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<ForgetOldRuns>
    {
        public async Task<Unit> Handle(ForgetOldRuns request, CancellationToken cancellationToken)
        {
            var (emptyBefore, allBefore) = (clock.GetUtcNow().AddDays(-1), clock.GetUtcNow().AddDays(-90));
            await db.JobRuns
                .Where(r => r.StartedAt < allBefore || (r.StartedAt < emptyBefore && r.Outcome == JobOutcome.Succeeded && r.Done == 0))
                .Where(r => db.JobRuns.Any(later => later.Name == r.Name && later.StartedAt > r.StartedAt))
                .ExecuteDeleteAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
