using Komeji.Application.Jobs;
using Komeji.Domain.Jobs;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Komeji.Tests.Application.Jobs;

public sealed class JobRunnerTests
{
    readonly TestWork work = new();
    readonly RunnerLog log = new();
    readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource mayGoOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_runners_at_once_are_one_run(Engine engine)
    {
        await using var komeji = await Start(engine);
        WaitAtRow(1);
        work.Rows.Add(1);
        var first = Run(komeji, JobCause.NewWork);
        await begun.Task;

        (await Run(komeji, JobCause.NewWork)).ShouldBeNull();

        mayGoOn.SetResult();
        (await first).ShouldBe(new SweepResult(1, 0, ""));
        (await Runs(komeji)).ShouldHaveSingleItem().Outcome.ShouldBe(JobOutcome.Succeeded);
    }

    /// <summary>More rows fail than one batch holds, and they come first.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Rows_that_fail_do_not_keep_a_run_from_those_behind_them(Engine engine)
    {
        await using var komeji = await Start(engine);
        work.Rows.AddRange(Enumerable.Range(0, 520));
        work.Do = row =>
        {
            if (row < 500)
            {
                throw new InvalidOperationException("rusak");
            }

            lock (work.Rows)
            {
                work.Rows.Remove(row);
            }

            return Task.CompletedTask;
        };

        var result = (await Run(komeji, JobCause.NewWork))!;

        (result.Done, result.Failures).ShouldBe((20, 500));
        work.Rows.Count.ShouldBe(500);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_runners_released_together_run_a_slot_once(Engine engine)
    {
        await using var komeji = await Start(engine);
        work.Rows.Add(1);
        var slot = komeji.Clock.GetUtcNow();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Run(komeji, JobCause.Schedule(slot)))));

        results.Count(r => r is not null).ShouldBe(1);
        work.Done.Count.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_slot_that_was_run_is_not_run_again_and_the_next_one_is(Engine engine)
    {
        await using var komeji = await Start(engine);
        var slot = komeji.Clock.GetUtcNow();

        (await Run(komeji, JobCause.Schedule(slot))).ShouldNotBeNull();
        (await Run(komeji, JobCause.Schedule(slot))).ShouldBeNull();
        (await Run(komeji, JobCause.Schedule(slot.AddMinutes(1)))).ShouldNotBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_process_that_died_is_replaced_when_its_lease_ends(Engine engine)
    {
        await using var komeji = await Start(engine);
        var dead = await Lease(komeji, l => l.Take(TestWork.Job.Name, JobCause.NewWork, CancellationToken.None));

        komeji.Clock.Advance(JobLeases.Life - TimeSpan.FromSeconds(1));
        (await Run(komeji, JobCause.NewWork)).ShouldBeNull();
        komeji.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Run(komeji, JobCause.NewWork)).ShouldNotBeNull();

        (await Runs(komeji)).Select(r => r.Outcome).ShouldBe([JobOutcome.Lost, JobOutcome.Succeeded]);
        (await Lease(komeji, l => l.Keep(dead!, new SweepProgress(), CancellationToken.None))).ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_long_run_keeps_its_lease_and_tells_how_far_it_is(Engine engine)
    {
        await using var komeji = await Start(engine);
        WaitAtRow(2);
        work.Rows.AddRange([1, 2]);
        var run = Run(komeji, JobCause.NewWork);
        await begun.Task;

        var first = await Until();
        await BeatUntil(komeji, async () => (await Runs(komeji)).Single() is { Done: 1, Total: 2 } && await Until() > first);

        mayGoOn.SetResult();
        (await run)!.Done.ShouldBe(2);

        Task<DateTimeOffset> Until() => komeji.Read(db => db.JobLeases.Select(l => l.Until).SingleAsync());
    }

    /// <summary>Even one that does not hear that it should stop.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_run_that_never_moves_is_let_go_and_seen_and_another_process_goes_on(Engine engine)
    {
        await using var komeji = await Start(engine);
        WaitAtRow(1);
        work.Rows.Add(1);
        var hung = Run(komeji, JobCause.NewWork);
        await begun.Task;
        var deadline = komeji.Clock.GetUtcNow() + JobRunner.LongestSilence;

        await BeatUntil(komeji, async () => komeji.Clock.GetUtcNow() >= deadline || (await Runs(komeji)).Single().Outcome != JobOutcome.Running);
        (await Runs(komeji)).Single().Outcome.ShouldBe(JobOutcome.Running, "a long row is given its time");
        await BeatUntil(komeji, async () => (await Runs(komeji)).Single().Outcome == JobOutcome.Failed);
        (await komeji.Read(db => db.JobRuns.Select(r => r.Error).SingleAsync())).ShouldContain("Tidak bergerak");
        work.Do = _ => Task.CompletedTask;
        (await Run(komeji, JobCause.NewWork))!.Done.ShouldBe(1);

        mayGoOn.SetResult();
        await hung;
        (await Runs(komeji)).Select(r => r.Outcome).ShouldBe([JobOutcome.Failed, JobOutcome.Succeeded]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_run_whose_lease_was_taken_over_stops_after_the_row_in_hand(Engine engine)
    {
        await using var komeji = await Start(engine);
        WaitAtRow(1);
        work.Rows.AddRange([1, 2, 3]);
        var run = Run(komeji, JobCause.NewWork);
        await begun.Task;
        komeji.Clock.Advance(TimeSpan.FromSeconds(1));
        await komeji.Read(db => db.JobLeases.ExecuteUpdateAsync(s => s.SetProperty(l => l.Until, DateTimeOffset.UnixEpoch)));
        (await Lease(komeji, l => l.Take(TestWork.Job.Name, JobCause.NewWork, CancellationToken.None))).ShouldNotBeNull();

        komeji.Clock.Advance(TimeSpan.FromSeconds(2));
        await log.Noticed.Task.WaitAsync(TimeSpan.FromSeconds(20));
        mayGoOn.SetResult();
        await run;

        work.Done.ShouldBe([1]);
        (await Runs(komeji)).Select(r => r.Outcome).ShouldBe([JobOutcome.Lost, JobOutcome.Running]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_bad_row_does_not_stop_the_rest(Engine engine)
    {
        await using var komeji = await Start(engine);
        work.Rows.AddRange([1, 2, 3]);
        work.Do = row => row == 2 ? throw new InvalidOperationException("baris rusak") : Task.CompletedTask;

        var result = await Run(komeji, JobCause.NewWork);

        result.ShouldBe(new SweepResult(2, 1, "DoRow: baris rusak"));
        work.Done.ShouldBe([1, 3]);
        var run = (await Runs(komeji)).Single();
        (run.Outcome, run.Done, run.Failures, run.Error).ShouldBe((JobOutcome.Failed, 2, 1, "DoRow: baris rusak"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_sweep_that_throws_is_a_failed_run_and_the_next_one_works(Engine engine)
    {
        await using var komeji = await Start(engine);
        work.Find = () => throw new InvalidOperationException("basis data sibuk");
        await Run(komeji, JobCause.NewWork);
        work.Find = () => Task.CompletedTask;
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        await Run(komeji, JobCause.NewWork);

        (await Runs(komeji)).Select(r => (r.Outcome, r.Error)).ShouldBe([(JobOutcome.Failed, "basis data sibuk"), (JobOutcome.Succeeded, "")]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Asked_to_leave_it_ends_the_row_in_hand_and_says_so(Engine engine)
    {
        await using var komeji = await Start(engine);
        using var stop = new CancellationTokenSource();
        WaitAtRow(1);
        work.Rows.AddRange([1, 2]);
        var run = Run(komeji, JobCause.NewWork, stop.Token);
        await begun.Task;
        await stop.CancelAsync();
        mayGoOn.SetResult();

        (await run)!.Done.ShouldBe(1);
        work.Done.ShouldBe([1]);
        (await Runs(komeji)).Single().Outcome.ShouldBe(JobOutcome.Stopped);
        (await komeji.Read(db => db.JobLeases.Select(l => l.Until).SingleAsync())).ShouldBe(DateTimeOffset.UnixEpoch);
    }

    Task<TestKomeji> Start(Engine engine) => TestKomeji.Create(engine, services =>
    {
        TestWork.AddTo(services, work);
        services.AddSingleton<ILogger<JobRunner>>(log);
    });

    static Task<SweepResult?> Run(TestKomeji komeji, JobCause cause, CancellationToken stop = default) =>
        komeji.Services.GetRequiredService<JobRunner>().Run(TestWork.Job, cause, stop);

    static Task<List<JobRun>> Runs(TestKomeji komeji) => komeji.Read(db => db.JobRuns.AsNoTracking().OrderBy(r => r.StartedAt).ThenBy(r => r.Id).ToListAsync());

    static async Task<T> Lease<T>(TestKomeji komeji, Func<JobLeases, Task<T>> act)
    {
        await using var scope = komeji.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<JobLeases>());
    }

    void WaitAtRow(int waiting) => work.Do = async row =>
    {
        if (row == waiting)
        {
            begun.TrySetResult();
            await mayGoOn.Task;
        }
    };

    /// <summary>Lets heartbeats happen until one has written what is looked for.</summary>
    static async Task BeatUntil(TestKomeji komeji, Func<Task<bool>> written)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await written())
        {
            limit.Token.ThrowIfCancellationRequested();
            komeji.Clock.Advance(TimeSpan.FromSeconds(2));
        }
    }

    /// <summary>Tells when the runner warns that it was replaced.</summary>
    sealed class RunnerLog : ILogger<JobRunner>
    {
        public TaskCompletionSource Noticed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning && exception is null)
            {
                Noticed.TrySetResult();
            }
        }
    }
}
