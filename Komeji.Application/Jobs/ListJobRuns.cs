using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Jobs;

/// <summary>The runs of one job, the newest first.</summary>
/// <param name="WithWorkOnly">Leaves out runs that found nothing to do.</param>
public sealed record ListJobRuns(string Name, bool WithWorkOnly, int Page) : IQuery<JobHistory>
{
    const int PageSize = 50;

    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<ListJobRuns, JobHistory>
    {
        public async Task<JobHistory> Handle(ListJobRuns request, CancellationToken cancellationToken)
        {
            var job = Schedule.Find(request.Name) ?? throw new NotFound();
            var lease = await db.JobLeases.AsNoTracking().SingleOrDefaultAsync(l => l.Name == job.Name, cancellationToken);
            var runs = db.JobRuns.Where(r => r.Name == job.Name);
            runs = request.WithWorkOnly ? runs.Where(r => r.Done > 0 || r.Failures > 0 || r.Error != "") : runs;
            var page = await runs.OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id)
                .Select(JobRunRows.Of).ToPage(request.Page, PageSize, cancellationToken);
            var now = clock.GetUtcNow();
            return new JobHistory(job, page with { Rows = [.. page.Rows.Select(r => r.AsSeen(lease, now))] }, lease?.RequestedAt is not null);
        }
    }
}

public sealed record JobHistory(ScheduledJob Job, PageOf<JobRunRow> Runs, bool IsWished);
