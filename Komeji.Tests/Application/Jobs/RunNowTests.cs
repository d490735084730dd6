using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Domain.Common;
using Komeji.Domain.Jobs;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Jobs;

public sealed class RunNowTests
{
    const string Name = "hapus-catatan-lama";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_wish_is_found_and_run_once_under_the_name_of_who_asked(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var person = new UserId(Guid.CreateVersion7(komeji.Clock.GetUtcNow()));
        await komeji.As(person).Send(new RequestJobRun(Name));
        await komeji.Send(new RequestJobRun(Name));

        (await komeji.Send(new ListWishedJobs())).ShouldBe([Name]);
        (await Run(komeji)).ShouldNotBeNull();
        (await Run(komeji)).ShouldBeNull();

        (await komeji.Send(new ListWishedJobs())).ShouldBeEmpty();
        var runs = await komeji.Read(db => db.JobRuns.Where(r => r.Name == Name).ToListAsync());
        runs.ShouldHaveSingleItem().StartedBy.ShouldBe(person.Value.ToString());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_unknown_job_is_not_there(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new RequestJobRun("tidak-ada")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_list_shows_a_run_without_a_holder_as_broken_off(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        await using var scope = komeji.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<JobLeases>().Take(Name, JobCause.NewWork, CancellationToken.None);

        (await Row(komeji)).Last!.Outcome.ShouldBe(JobOutcome.Running);
        komeji.Clock.Advance(JobLeases.Life);
        (await Row(komeji)).Last!.Outcome.ShouldBe(JobOutcome.Lost);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Old_runs_go_and_the_newest_of_each_job_stays(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var now = komeji.Clock.GetUtcNow();
        await komeji.Write(db =>
        {
            Add(db, "lama", now.AddDays(-100), done: 5);
            Add(db, "lama", now.AddDays(-95), done: 5);
            Add(db, "harian", now.AddDays(-3), done: 0);
            Add(db, "harian", now.AddDays(-2), done: 4);
            Add(db, "harian", now.AddHours(-1), done: 0);
            return Task.CompletedTask;
        });

        await komeji.RunJob(Name);

        var left = await komeji.Read(db => db.JobRuns.Where(r => r.Name != Name).OrderBy(r => r.StartedAt).Select(r => r.StartedAt).ToListAsync());
        left.ShouldBe([now.AddDays(-95), now.AddDays(-2), now.AddHours(-1)]);
    }

    static void Add(IKomejiDb db, string name, DateTimeOffset at, int done)
    {
        var run = new JobRun(name, "jadwal", at);
        run.Progress(done, 0, done);
        run.Succeed(at);
        db.JobRuns.Add(run);
    }

    static Task<SweepResult?> Run(TestKomeji komeji) =>
        komeji.Services.GetRequiredService<JobRunner>().Run(Schedule.Find(Name)!, JobCause.Wish, CancellationToken.None);

    static async Task<JobRow> Row(TestKomeji komeji) => (await komeji.Send(new ListJobs())).Single(r => r.Job.Name == Name);
}
