using Komeji.Application.Common;
using Komeji.Domain.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Jobs;

/// <summary>A job of the schedule and how it stands.</summary>
/// <param name="Last">Its newest run; null before the first.</param>
/// <param name="IsWished">Somebody asked for a run that has not begun.</param>
public sealed record JobRow(ScheduledJob Job, JobRunRow? Last, bool IsWished);

/// <param name="Total">How many are known to be due; 0 while unknown.</param>
public sealed record JobRunRow(string Name, string StartedBy, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, JobOutcome Outcome, int Done, int Failures, int Total, string Error)
{
    public TimeSpan? Duration => EndedAt - StartedAt;
}

/// <summary>The whole schedule with the newest run of each job.</summary>
public sealed record ListJobs : IQuery<IReadOnlyList<JobRow>>
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<ListJobs, IReadOnlyList<JobRow>>
    {
        public async Task<IReadOnlyList<JobRow>> Handle(ListJobs request, CancellationToken cancellationToken)
        {
            var leases = await db.JobLeases.AsNoTracking().ToDictionaryAsync(l => l.Name, cancellationToken);
            var now = clock.GetUtcNow();
            var rows = new List<JobRow>();
            foreach (var job in Schedule.All)
            {
                // One short read by index per job beats a grouping over all runs.
                var last = await db.JobRuns.Where(r => r.Name == job.Name).OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id)
                    .Select(JobRunRows.Of).FirstOrDefaultAsync(cancellationToken);
                var lease = leases.GetValueOrDefault(job.Name);
                rows.Add(new JobRow(job, last?.AsSeen(lease, now), lease?.RequestedAt is not null));
            }

            return rows;
        }
    }
}
