using Komeji.Application.Jobs;
using Quartz;

namespace Komeji.Web.Jobs;

/// <summary>What Quartz runs for every job of the schedule, one at a time per job.</summary>
[DisallowConcurrentExecution]
sealed class ScheduledRun(JobRunner runner, JobStarts starts) : IJob
{
    /// <summary>In a trigger's data: which kind of start it is; absent when the schedule fired.</summary>
    public const string StartKey = "start";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var job = Schedule.Find(context.JobDetail.Key.Name)!;
        var start = context.MergedJobDataMap.TryGetValue(StartKey, out var value) ? value as string : null;
        starts.Begun(job.Name, start);
        await runner.Run(job, Cause(start, context), cancellationToken);
    }

    static JobCause Cause(string? start, IJobExecutionContext context) => start switch
    {
        JobStarts.Wish => JobCause.Wish,
        JobStarts.NewWork => JobCause.NewWork,
        _ => JobCause.Schedule((context.ScheduledFireTimeUtc ?? context.FireTimeUtc).ToUniversalTime()),
    };
}
