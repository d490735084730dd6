using Komeji.Domain.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Komeji.Application.Jobs;

/// <summary>
/// Runs a job of the schedule: takes its lease, sweeps, keeps the lease and the progress alive meanwhile, writes how it ended.
/// The engine, the command line and tests all come this way.
/// </summary>
public sealed class JobRunner(IServiceScopeFactory scopes, SweepRunner sweeps, ClockWatch watch, TimeProvider clock, ILogger<JobRunner> log)
{
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    /// <summary>A row that was told to stop has had time to. What still has not moved does not hear, and never will.</summary>
    public static readonly TimeSpan LongestSilence = SweepRunner.LongestRow + TimeSpan.FromMinutes(5);

    /// <param name="stop">Ends the run after the row in hand.</param>
    /// <returns>Null when it did not run: another process has it, or has done this slot.</returns>
    public async Task<SweepResult?> Run(ScheduledJob job, JobCause cause, CancellationToken stop)
    {
        var taken = await With(leases => leases.Take(job.Name, cause, stop));
        if (taken is null)
        {
            return null;
        }

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var swept = new CancellationTokenSource();
        var progress = new SweepProgress();
        var beating = KeepAlive(taken, progress, ending, swept.Token);
        var (result, outcome) = await Sweep(job, progress, ending.Token);
        await swept.CancelAsync();
        await beating;
        await With(async leases =>
        {
            await leases.Keep(taken, progress, CancellationToken.None);
            await leases.End(taken, outcome, CancellationToken.None);
            return true;
        });
        return result;
    }

    async Task<(SweepResult Result, Action<JobRun, DateTimeOffset> Outcome)> Sweep(ScheduledJob job, SweepProgress progress, CancellationToken ending)
    {
        try
        {
            RequireSteadyClock(job);
            var result = await sweeps.Run(job.Sweep, progress.Note, ending);
            return (result, result.Failures == 0 ? (run, now) => run.Succeed(now) : (run, now) => run.Fail(result.LastError, now));
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            return (progress.Result(""), (run, now) => run.Stop(now));
        }
#pragma warning disable CA1031 // Whatever a sweep throws belongs into its run, not into the engine.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.LogError(fault, "Job {Job} failed", job.Name);
            return (progress.Result(fault.Message), (run, now) => run.Fail(fault.Message, now));
        }
    }

    /// <summary>A run that waits for the clock has failed: it is seen, counted among what waits for somebody, and tried again at its next time.</summary>
    void RequireSteadyClock(ScheduledJob job)
    {
        if (job.ByTheClock && watch.Look() is var off && off != TimeSpan.Zero)
        {
            throw new InvalidOperationException($"Jam server berubah {off.TotalHours:+0.0;-0.0} jam. Betulkan jamnya; bila jam yang baru benar, pekerjaan ini berjalan lagi setelah satu jam.");
        }
    }

    async Task KeepAlive(TakenJob job, SweepProgress progress, CancellationTokenSource ending, CancellationToken swept)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        var (reached, since) = (progress.Reached, clock.GetTimestamp());
        try
        {
            while (await timer.WaitForNextTickAsync(swept))
            {
                if (progress.Reached != reached)
                {
                    (reached, since) = (progress.Reached, clock.GetTimestamp());
                }
                else if (clock.GetElapsedTime(since) > LongestSilence)
                {
                    await LetGo(job, ending);
                    return;
                }

                if (!await StillHeld(job, progress))
                {
                    await ending.CancelAsync();
                    log.LogWarning("Job {Job} was taken over by another process; this run stops", job.Name);
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (swept.IsCancellationRequested)
        {
        }
    }

    /// <summary>The run has failed, where people see it, and another process may take the job; this one's worker is lost until it is started anew.</summary>
    async Task LetGo(TakenJob job, CancellationTokenSource ending)
    {
        var words = $"Tidak bergerak selama {LongestSilence.TotalMinutes:0} menit, jadi dilepas untuk pekerja lain. Mulai ulang proses yang menjalankannya.";
        log.LogError("Job {Job} has not moved for {Minutes} minutes; its lease is let go", job.Name, LongestSilence.TotalMinutes);
        await ending.CancelAsync();
        await With(async leases =>
        {
            await leases.End(job, (run, now) => run.Fail(words, now), CancellationToken.None);
            return true;
        });
    }

    /// <summary>A database that does not answer for a moment does not end the run; a lost lease does.</summary>
    async Task<bool> StillHeld(TakenJob job, SweepProgress progress)
    {
        try
        {
            return await With(leases => leases.Keep(job, progress, CancellationToken.None));
        }
#pragma warning disable CA1031
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.LogWarning(fault, "The lease of job {Job} could not be extended", job.Name);
            return true;
        }
    }

    async Task<T> With<T>(Func<JobLeases, Task<T>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<JobLeases>());
    }
}

/// <summary>How far a run is. Written by the sweep, read by its heartbeat.</summary>
public sealed class SweepProgress
{
    int done;
    int failures;
    int total;

    public int Done => Volatile.Read(ref done);

    public int Failures => Volatile.Read(ref failures);

    public int Total => Volatile.Read(ref total);

    /// <summary>Changes whenever it moves.</summary>
    public (int Done, int Failures, int Total) Reached => (Done, Failures, Total);

    public void Note(int nowDone, int nowFailed, int known)
    {
        Volatile.Write(ref done, nowDone);
        Volatile.Write(ref failures, nowFailed);
        Volatile.Write(ref total, known);
    }

    public SweepResult Result(string error) => new(Done, Failures, error);
}
