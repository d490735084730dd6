using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Web.Setup;
using Quartz;

namespace Komeji.Web.Jobs;

/// <summary>Quartz, in memory: every sweep finds its work in the database again, so nothing is lost with the process.</summary>
public static class JobEngine
{
    const int Threads = 4;

    public static IServiceCollection AddKomejiJobs(this IServiceCollection services, KomejiSettings settings)
    {
        // A fault in a background loop is logged; it never takes the pages down with it.
        services.Configure<HostOptions>(o =>
        {
            o.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
            o.ShutdownTimeout = TimeSpan.FromSeconds(30);
        });
        if (!settings.RunsJobs)
        {
            return services.AddSingleton<IJobNudge, Elsewhere>().AddSingleton<IJobStarter, Elsewhere>();
        }

        services.AddSingleton<JobStarts>();
        services.AddSingleton<IJobNudge>(provider => provider.GetRequiredService<JobStarts>());
        services.AddSingleton<IJobStarter>(provider => provider.GetRequiredService<JobStarts>());
        services.AddQuartz(Plan);
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        services.AddHostedService(provider => provider.GetRequiredService<JobStarts>());
        return services;
    }

    static void Plan(IQuartzBuilder quartz)
    {
        quartz.UseInMemoryStore(o => o.MisfireThreshold = TimeSpan.FromSeconds(30));
        quartz.UseDefaultThreadPool(Threads);
        quartz.ConfigureScheduler(o => o.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs);
        foreach (var job in Schedule.All)
        {
            quartz.AddJob<ScheduledRun>(j => j.WithIdentity(job.Name).StoreDurably());
            quartz.AddTrigger<ScheduledRun>(t => t.ForJob(job.Name).WithIdentity(TriggerOf(job.Name)).WithCronSchedule(job.Cron, Times));
        }
    }

    /// <summary>
    /// Reckons the next time of every job anew. A clock that was set back leaves them waiting for times it has shown before.
    /// </summary>
    internal static async Task PlanAgain(IScheduler scheduler, CancellationToken cancellationToken)
    {
        foreach (var job in Schedule.All)
        {
            var trigger = TriggerBuilder.Create().ForJob(job.Name).WithIdentity(TriggerOf(job.Name)).WithCronSchedule(job.Cron, Times).Build();
            await scheduler.RescheduleJob(trigger.Key, trigger, cancellationToken);
        }
    }

    internal static string TriggerOf(string job) => job + "-jadwal";

    static void Times(CronScheduleBuilder times) =>
        times.InTimeZone(JobTimes.Wib).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing);

    /// <summary>This process runs no jobs: the worker finds new work by its schedule and wishes by their rows.</summary>
    sealed class Elsewhere : IJobNudge, IJobStarter
    {
        public void After(IReadOnlySet<Type> added)
        {
        }

        public void StartWished(string name)
        {
        }
    }
}

/// <summary>Starts jobs of this process before their time.</summary>
public interface IJobStarter
{
    /// <summary>A wish to run this job has been written; begin at once if jobs run here.</summary>
    void StartWished(string name);
}
