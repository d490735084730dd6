using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Jobs;

/// <summary>A job taken by this process.</summary>
/// <param name="Holder">The fence: whoever is not the lease's holder any more stops.</param>
public sealed record TakenJob(string Name, JobRunId Run, string Holder);

/// <summary>
/// The row per job that keeps two processes from the same work. Everything is one conditional update, so it holds on every
/// database and between machines; a holder that dies is replaced when its lease ends.
/// </summary>
public class JobLeases(IKomejiDb db, TimeProvider clock)
{
    /// <summary>How long a holder that is not heard of keeps the job.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(60);

    /// <summary>
    /// A lease that ends later than any could, or a slot still to come that was run, is of a time when the clock was ahead: it binds
    /// nobody. Machines' clocks may differ by less than this.
    /// </summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(2);

    /// <returns>Null when another process runs it, has run this slot, or the wish was fulfilled.</returns>
    public async Task<TakenJob?> Take(string name, JobCause cause, CancellationToken cancellationToken)
    {
        await EnsureRow(name, cancellationToken);
        await using var commit = await db.BeginAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var wish = await db.JobLeases.AsNoTracking().Where(l => l.Name == name)
            .Select(l => new { l.RequestedAt, l.RequestedBy }).SingleAsync(cancellationToken);
        var run = new JobRun(name, wish.RequestedAt is null ? cause.StartedBy : wish.RequestedBy, now);
        var taken = new TakenJob(name, run.Id, $"{Environment.MachineName}/{Environment.ProcessId}/{run.Id.Value}");
        if (!await Win(taken, cause, now, cancellationToken))
        {
            return null;
        }

        // A run of a time that has not come was noted by a clock that was ahead: it began before this one.
        var latest = Latest(now);
        await db.JobRuns.Where(r => r.Name == name && r.StartedAt > latest)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.StartedAt, now.AddMilliseconds(-1)), cancellationToken);

        // Whoever ran it before has lost the lease without a word.
        await db.JobRuns.Where(r => r.Name == name && r.Outcome == JobOutcome.Running)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.Outcome, JobOutcome.Lost).SetProperty(r => r.EndedAt, now), cancellationToken);
        db.JobRuns.Add(run);
        await db.SaveChangesAsync(cancellationToken);
        await commit.CommitAsync(cancellationToken);
        return taken;
    }

    /// <summary>Lengthens the lease and notes how far the run is.</summary>
    /// <returns>False when another process has taken the job: this one must stop.</returns>
    public async Task<bool> Keep(TakenJob job, SweepProgress progress, CancellationToken cancellationToken)
    {
        await using var commit = await db.BeginAsync(cancellationToken);
        var until = clock.GetUtcNow() + Life;
        var held = await Mine(job).ExecuteUpdateAsync(s => s.SetProperty(l => l.Until, until), cancellationToken);
        await db.JobRuns.Where(r => r.Id == job.Run && r.Outcome == JobOutcome.Running).ExecuteUpdateAsync(
            s => s.SetProperty(r => r.Done, progress.Done).SetProperty(r => r.Failures, progress.Failures).SetProperty(r => r.Total, progress.Total),
            cancellationToken);
        await commit.CommitAsync(cancellationToken);
        return held == 1;
    }

    /// <summary>Writes the outcome and lets the job go.</summary>
    public async Task End(TakenJob job, Action<JobRun, DateTimeOffset> outcome, CancellationToken cancellationToken)
    {
        await using var commit = await db.BeginAsync(cancellationToken);
        var run = await db.JobRuns.SingleAsync(r => r.Id == job.Run, cancellationToken);
        if (run.Outcome == JobOutcome.Running)
        {
            outcome(run, clock.GetUtcNow());
        }

        await Mine(job).ExecuteUpdateAsync(s => s.SetProperty(l => l.Until, DateTimeOffset.UnixEpoch).SetProperty(l => l.Holder, ""), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await commit.CommitAsync(cancellationToken);
    }

    IQueryable<JobLease> Mine(TakenJob job) => db.JobLeases.Where(l => l.Name == job.Name && l.Holder == job.Holder);

    async Task<bool> Win(TakenJob job, JobCause cause, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var free = Free(db.JobLeases.Where(l => l.Name == job.Name), now);
        var latest = Latest(now);
        free = cause.Slot is { } slot ? free.Where(l => l.LastSlot < slot || l.LastSlot > latest) : free;
        free = cause.OnlyIfRequested ? free.Where(l => l.RequestedAt != null) : free;
        var until = now + Life;
        var won = await free.ExecuteUpdateAsync(
            s =>
            {
                s.SetProperty(l => l.Holder, job.Holder);
                s.SetProperty(l => l.Until, until);
                s.SetProperty(l => l.RequestedAt, (DateTimeOffset?)null);
                s.SetProperty(l => l.RequestedBy, "");
                if (cause.Slot is { } ran)
                {
                    s.SetProperty(l => l.LastSlot, ran);
                }
            },
            cancellationToken);
        return won == 1;
    }

    /// <summary>Somebody runs the job now.</summary>
    public static bool IsHeld(JobLease lease, DateTimeOffset now) => lease.Until > now && lease.Until <= now + Life + Ahead;

    /// <summary>The guard that keeps a living holder's job. A test takes it out to prove that it is what holds.</summary>
    protected virtual IQueryable<JobLease> Free(IQueryable<JobLease> leases, DateTimeOffset now)
    {
        var farthest = now + Life + Ahead;
        return leases.Where(l => l.Until <= now || l.Until > farthest);
    }

    /// <summary>The last moment a clock of this system may show now. A test says there is none, as if clocks never went wrong.</summary>
    protected virtual DateTimeOffset Latest(DateTimeOffset now) => now + Ahead;

    /// <summary>Two processes may both find the row missing; the second one's insert is refused, which is as good.</summary>
    async Task EnsureRow(string name, CancellationToken cancellationToken)
    {
        if (await db.JobLeases.AnyAsync(l => l.Name == name, cancellationToken))
        {
            return;
        }

        try
        {
            db.JobLeases.Add(new JobLease(name));
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (db.JobLeases.Any(l => l.Name == name))
        {
        }

        db.Forget();
    }
}
