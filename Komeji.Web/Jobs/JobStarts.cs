using System.Collections.Concurrent;
using System.Threading.Channels;
using Komeji.Application.Common;
using Komeji.Application.Jobs;
using MediatR;
using Quartz;

namespace Komeji.Web.Jobs;

/// <summary>
/// Starts jobs before their time: after a commit that wrote work for them, and when somebody pressed run now, here or in a
/// process that runs no jobs. Many wishes for one job before it begins are one start.
/// </summary>
sealed class JobStarts(ISchedulerFactory schedulers, IServiceScopeFactory scopes, ClockWatch watch, TimeProvider clock, ILogger<JobStarts> log) : BackgroundService, IJobNudge, IJobStarter
{
    public const string Wish = "wish";
    public const string NewWork = "new-work";

    static readonly TimeSpan LookForWishes = TimeSpan.FromSeconds(2);
    static readonly ILookup<Type, string> JobsAfter = Schedule.All.Where(j => j.After is not null).ToLookup(j => j.After!, j => j.Name);

    readonly Channel<(string Name, string Start)> queue = Channel.CreateUnbounded<(string, string)>(new UnboundedChannelOptions { SingleReader = true });
    readonly ConcurrentDictionary<(string Name, string Start), bool> pending = new();
    bool wasBack;

    public void After(IReadOnlySet<Type> added)
    {
        foreach (var name in added.SelectMany(type => JobsAfter[type]))
        {
            Start(name, NewWork);
        }
    }

    public void StartWished(string name) => Start(name, Wish);

    /// <summary>A run has begun: work written from now on needs another one.</summary>
    public void Begun(string name, string? start) => pending.TryRemove((name, start ?? ""), out _);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(StartQueued(stoppingToken), FindWishes(stoppingToken));

    void Start(string name, string start)
    {
        if (pending.TryAdd((name, start), true))
        {
            queue.Writer.TryWrite((name, start));
        }
    }

    async Task StartQueued(CancellationToken stop)
    {
        await foreach (var (name, start) in queue.Reader.ReadAllAsync(stop))
        {
            await Safely(async () =>
            {
                var scheduler = await schedulers.GetScheduler(stop);
                await scheduler.TriggerJob(new JobKey(name), new JobDataMap { [ScheduledRun.StartKey] = start }, stop);
            });
        }
    }

    /// <summary>Wishes written by a process that runs no jobs, or while the job was running.</summary>
    async Task FindWishes(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(LookForWishes, clock);
        while (await timer.WaitForNextTickAsync(stop))
        {
            await Safely(() => FollowClock(stop));
            await Safely(async () =>
            {
                await using var scope = scopes.CreateAsyncScope();
                foreach (var name in await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ListWishedJobs(), stop))
                {
                    Start(name, Wish);
                }
            });
        }
    }

    /// <summary>Once each time the clock was set back.</summary>
    async Task FollowClock(CancellationToken stop)
    {
        var back = watch.Look() < TimeSpan.Zero;
        if (back && !wasBack)
        {
            log.LogWarning("The clock was set back: the times of all jobs are reckoned anew");
            await JobEngine.PlanAgain(await schedulers.GetScheduler(stop), stop);
        }

        wasBack = back;
    }

    async Task Safely(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (OperationCanceledException)
        {
            // The host is stopping; the loops end by their own token.
        }
#pragma warning disable CA1031 // A moment without a database must not end the loop.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.LogError(fault, "A job could not be started early");
        }
    }
}
