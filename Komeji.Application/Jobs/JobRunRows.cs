using System.Linq.Expressions;
using Komeji.Domain.Jobs;

namespace Komeji.Application.Jobs;

static class JobRunRows
{
    public static readonly Expression<Func<JobRun, JobRunRow>> Of = r =>
        new JobRunRow(r.Name, r.StartedBy, r.StartedAt, r.EndedAt, r.Outcome, r.Done, r.Failures, r.Total, r.Error);

    /// <summary>A run that says it is going on while nobody holds the lease has died; its row learns so at the next run.</summary>
    public static JobRunRow AsSeen(this JobRunRow run, JobLease? lease, DateTimeOffset now) =>
        run.Outcome == JobOutcome.Running && (lease is null || lease.Until <= now) ? run with { Outcome = JobOutcome.Lost } : run;
}
