using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Notifications;
using Komeji.Domain.Jobs;
using Komeji.Domain.Notifications;
using Komeji.Tests.Support;
using Komeji.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Komeji.Tests.Web;

/// <summary>The engine itself, started as in production and on the real clock; elsewhere tests run jobs by name.</summary>
public sealed class JobEngineTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_goes_out_right_after_the_commit_that_wrote_it(Engine engine)
    {
        var messenger = new Postbox();
        await using var komeji = await Start(engine, messenger);
        await using (var scope = komeji.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<IKomejiDb>();
            await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Run(() => Task.FromResult(db.Messages.Add(Hello(komeji))), CancellationToken.None);
        }

        (await messenger.Arrived.Task.WaitAsync(Patience)).ShouldBe("Halo");
        await Ended(komeji, "kirim-pesan", run => run is { StartedBy: "ada yang baru", Outcome: JobOutcome.Succeeded, Done: 1 });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_wish_written_by_another_process_is_picked_up(Engine engine)
    {
        var messenger = new Postbox();
        await using var komeji = await Start(engine, messenger);
        await komeji.Write(db => Task.FromResult(db.Messages.Add(Hello(komeji))));
        await komeji.Send(new RequestJobRun("kirim-pesan"));

        (await messenger.Arrived.Task.WaitAsync(Patience)).ShouldBe("Halo");
    }

    [Fact]
    public async Task Run_now_begins_at_once_in_a_process_that_runs_jobs()
    {
        await using var komeji = await Start(Engine.Sqlite, new Postbox());
        await komeji.Send(new RequestJobRun("hapus-catatan-lama"));
        komeji.Services.GetRequiredService<IJobStarter>().StartWished("hapus-catatan-lama");

        await Ended(komeji, "hapus-catatan-lama", run => run.Outcome == JobOutcome.Succeeded);
    }

    [Fact]
    public async Task Leaving_waits_for_the_run_in_hand()
    {
        var messenger = new Postbox { Holds = true };
        await using var database = await TestDatabase.Create(Engine.Sqlite);
        await using var komeji = await Start(Engine.Sqlite, messenger, ("ConnectionStrings:Komeji", database.ConnectionString));
        await komeji.Write(db => Task.FromResult(db.Messages.Add(Hello(komeji))));
        await komeji.Send(new RequestJobRun("kirim-pesan"));
        komeji.Services.GetRequiredService<IJobStarter>().StartWished("kirim-pesan");
        await messenger.Begun.Task.WaitAsync(Patience);

        var leaving = komeji.Services.GetRequiredService<IHost>().StopAsync();
        messenger.MayGoOn.SetResult();
        await leaving.WaitAsync(Patience);

        await using var db = database.Open();
        (await db.Messages.SingleAsync()).State.ShouldBe(MessageState.Sent);
        (await db.JobLeases.SingleAsync(l => l.Name == "kirim-pesan")).Until.ShouldBe(DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public async Task In_tests_no_job_starts_by_itself()
    {
        await using var komeji = await KomejiApp.Start();
        komeji.Visit();
        komeji.Services.GetServices<IHostedService>().Select(s => s.GetType().FullName!).ShouldNotContain(name => name.Contains("Quartz"));
    }

    [Theory]
    [InlineData("0 * * * * ?", "Setiap menit")]
    [InlineData("0/10 * * * * ?", "Setiap 10 detik")]
    [InlineData("5/30 * * * * ?", "Setiap 30 detik")]
    [InlineData("0 */5 * * * ?", "Setiap 5 menit")]
    [InlineData("0 20 * * * ?", "Setiap jam, menit ke-20")]
    [InlineData("0 10 2 * * ?", "Setiap hari pukul 02.10 WIB")]
    [InlineData("0 5 0 1 * ?", "Setiap tanggal 1 pukul 00.05 WIB")]
    [InlineData("0 0 8 ? * MON", "0 0 8 ? * MON")]
    public void A_schedule_is_shown_in_words(string cron, string words) => JobTimes.Words(cron).ShouldBe(words);

    [Fact]
    public void The_schedule_is_in_the_cooperatives_time()
    {
        var next = JobTimes.Next("0 10 2 * * ?", new DateTimeOffset(2026, 10, 5, 2, 0, 0, TimeSpan.Zero));
        next.ShouldBe(new DateTimeOffset(2026, 10, 5, 19, 10, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Every_job_of_the_schedule_has_a_name_words_and_a_time()
    {
        Schedule.All.Select(j => j.Name).ShouldBeUnique();
        Schedule.All.ShouldAllBe(j => j.Title.Length > 5 && JobTimes.Words(j.Cron) != j.Cron && JobTimes.Next(j.Cron, DateTimeOffset.UnixEpoch) != null);
    }

    static async Task<KomejiApp> Start(Engine engine, IMessenger messenger, params (string, string)[] more)
    {
        void Fakes(IServiceCollection services)
        {
            services.AddSingleton(messenger);
            services.AddSingleton(TimeProvider.System);
        }

        var komeji = await KomejiApp.Start(engine, Fakes, [("Komeji:Jobs", "true"), ("Komeji:Role", "all"), .. more]);
        komeji.Visit();
        return komeji;
    }

    static Message Hello(KomejiApp komeji) => new(MessageChannel.Email, "sri@contoh.id", "Halo", "Isi surat.", komeji.Services.GetRequiredService<TimeProvider>().GetUtcNow());

    /// <summary>Waits until a run of the job ended as described.</summary>
    static async Task Ended(KomejiApp komeji, string name, Func<JobRun, bool> asDescribed)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!(await komeji.Read(db => db.JobRuns.AsNoTracking().Where(r => r.Name == name).ToListAsync(limit.Token))).Any(asDescribed))
        {
            await Task.Yield();
        }
    }

    sealed class Postbox : IMessenger
    {
        public TaskCompletionSource<string> Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public TaskCompletionSource MayGoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public bool Holds { get; init; }

        public bool Serves(MessageChannel channel) => true;

        public async Task Send(Message message, CancellationToken cancellationToken)
        {
            Begun.TrySetResult();
            if (Holds)
            {
                await MayGoOn.Task;
            }

            Arrived.TrySetResult(message.Subject);
        }
    }
}
