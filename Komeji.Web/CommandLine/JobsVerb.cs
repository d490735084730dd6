using System.CommandLine;
using Komeji.Application.Jobs;
using Komeji.Web.Jobs;
using MediatR;

namespace Komeji.Web.CommandLine;

static class JobsVerb
{
    public static Command Of(IServiceProvider services) => new("jobs", "The schedule.") { List(services), Run(services) };

    static Command List(IServiceProvider services)
    {
        var verb = new Command("list", "Prints the schedule with the newest run of each job, as JSON.");
        verb.SetAction(async (call, stop) =>
        {
            await services.RequireMigrated(stop);
            await using var scope = services.CreateAsyncScope();
            var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
            var jobs = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ListJobs(), stop);
            await call.PrintJson(jobs.Select(row => new
            {
                row.Job.Name,
                row.Job.Title,
                row.Job.Cron,
                schedule = JobTimes.Words(row.Job.Cron),
                next = JobTimes.Next(row.Job.Cron, now),
                last = row.Last is { } last ? new { last.StartedAt, last.EndedAt, outcome = last.Outcome.ToString(), last.Done, last.Failures, last.Error } : null,
            }));
            return 0;
        });
        return verb;
    }

    static Command Run(IServiceProvider services)
    {
        var name = new Argument<string>("name") { Description = "As 'jobs list' prints it." };
        var verb = new Command("run", "Runs one job in this process and prints its result as JSON; exit code 1 when something failed.") { name };
        verb.SetAction(async (call, stop) =>
        {
            if (Schedule.Find(call.GetValue(name)!) is not { } job)
            {
                await call.InvocationConfiguration.Error.WriteLineAsync($"No job is called {call.GetValue(name)}. See: jobs list");
                return 2;
            }

            await services.RequireMigrated(stop);
            var result = await services.GetRequiredService<JobRunner>().Run(job, JobCause.CommandLine, stop);
            await call.PrintJson(new { job.Name, ran = result is not null, result?.Done, result?.Failures, error = result?.LastError ?? "Another process is running it." });
            return result is { Failures: 0, LastError: "" } ? 0 : 1;
        });
        return verb;
    }
}
