using System.Net;
using System.Net.Sockets;
using Komeji.Application.Jobs;
using Komeji.Application.Payments;
using Komeji.Domain.Jobs;
using Komeji.Domain.Notifications;
using Komeji.Domain.Payments;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Komeji.Tests.Storms;

/// <summary>A job that fails for ever, one that hangs, and one whose process is killed. The rest of the product goes on.</summary>
public sealed class JobStorm(ITestOutputHelper output)
{
    const string Job = "kirim-pesan";

    /// <summary>After this a dead worker's job is anybody's.</summary>
    static readonly TimeSpan FreeWithin = TimeSpan.FromSeconds(60);

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>A heart beats every two seconds; in this time one that beats is heard of on the busiest machine, and one that does not never is.</summary>
    static readonly TimeSpan Heartbeats = TimeSpan.FromSeconds(20);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_hung_job_keeps_its_lease_and_a_killed_one_is_taken_over(Engine engine)
    {
        await using var market = await StormMarket.Open(engine);
        using var silence = new SilentMailServer();
        await Write(market);
        await using var worker = await Product.Start(market.App, null, silence.Settings(("Komeji:Role", "worker"), ("Komeji:Jobs", "true")));
        await market.App.Send(new RequestJobRun(Job));
        await silence.Called.WaitAsync(Patience);

        (await Beats(market)).ShouldBeTrue();
        (await Take(market)).ShouldBeNull();
        using var http = new HttpClient { BaseAddress = new Uri(worker.Url) };
        (await http.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);

        await worker.Kill();
        var dead = TimeProvider.System.GetUtcNow();
        (await Take(market)).ShouldBeNull();
        var until = await Until(market);
        until.ShouldBeLessThanOrEqualTo(dead + FreeWithin);
        market.App.Clock.MoveTo(until);
        (await TakeAsShown(market)).ShouldNotBeNull();
        var runs = await market.App.Read(db => db.JobRuns.AsNoTracking().Where(r => r.Name == Job).OrderBy(r => r.StartedAt).ToListAsync());
        runs.Select(r => r.Outcome).ShouldBe([JobOutcome.Lost, JobOutcome.Running]);
        output.WriteLine($"{engine}: the job hung at a mail server that says nothing, its lease was kept; killed, it was free {(until - runs[0].StartedAt).TotalSeconds:0} s after its start");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_a_heartbeat_a_hung_job_loses_its_lease(Engine engine)
    {
        await using var market = await StormMarket.Open(engine);
        using var silence = new SilentMailServer();
        await Write(market);
        await using var worker = await Product.Start(market.App, KnownBadProduct.NoHeartbeat, silence.Settings());
        await silence.Called.WaitAsync(Patience);
        (await Beats(market)).ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_job_that_always_fails_is_seen_tried_again_and_parked(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        using var technician = await app.SignInAs("teknisi@komeji.test", Komeji.Domain.Accounts.Roles.Maintenance);
        var capture = new SandboxCapture("pay_racun", 10_000, "IDR", 70, app.Clock.GetUtcNow());
        var body = SandboxNotice.Paid("evt_racun", Guid.CreateVersion7(app.Clock.GetUtcNow()).ToString(), capture).ToBody();
        await app.Send(new RecordPaymentEvent("sandbox", body, app.Services.GetRequiredService<SandboxSignature>().Sign(body, app.Clock.GetUtcNow())));
        for (var tries = 1; tries <= PaymentEvent.MostTries; tries++)
        {
            var result = await Run(app);
            (result.Done, result.Failures).ShouldBe((0, 1), $"try {tries}");
            var page = await technician.Get("/operator/pekerjaan");
            page.Document.QuerySelector("[data-testid=job-notifikasi-bayar] .status.bad")!.TextContent.ShouldBe("Gagal");
            app.Clock.Advance(TimeSpan.FromHours(5));
        }

        (await app.Read(db => db.PaymentEvents.Select(e => e.Outcome).SingleAsync())).ShouldBe(PaymentEventOutcome.Parked);
        (await Run(app)).ShouldBe(new SweepResult(0, 0, ""));
        (await technician.Get("/operator/pekerjaan")).Document.QuerySelector("[data-testid=job-notifikasi-bayar] .status.bad").ShouldBeNull();
    }

    static async Task<SweepResult> Run(KomejiApp app) =>
        (await app.Services.GetRequiredService<JobRunner>().Run(Schedule.Find("notifikasi-bayar")!, JobCause.CommandLine, CancellationToken.None)).ShouldNotBeNull();

    static Task Write(StormMarket market) => market.App.Write(db =>
    {
        db.Messages.AddRange(Enumerable.Range(0, 20).Select(i => new Message(MessageChannel.Email, $"sri{i}@contoh.id", "Halo", "Isi surat.", market.App.Clock.GetUtcNow())));
        return Task.CompletedTask;
    });

    static Task<DateTimeOffset> Until(StormMarket market) => market.App.Read(db => db.JobLeases.Where(l => l.Name == Job).Select(l => l.Until).SingleAsync());

    /// <summary>Whether the lease of whoever hangs is made longer while it hangs.</summary>
    static async Task<bool> Beats(StormMarket market)
    {
        var first = await Until(market);
        using var limit = new CancellationTokenSource(Heartbeats);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        try
        {
            while (await Until(market) <= first)
            {
                await often.WaitForNextTickAsync(limit.Token);
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Another worker, at this moment.</summary>
    static Task<TakenJob?> Take(StormMarket market)
    {
        market.App.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        return TakeAsShown(market);
    }

    static async Task<TakenJob?> TakeAsShown(StormMarket market)
    {
        await using var scope = market.App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<JobLeases>().Take(Job, JobCause.NewWork, CancellationToken.None);
    }

    /// <summary>Takes calls and says nothing.</summary>
    sealed class SilentMailServer : IDisposable
    {
        readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public SilentMailServer()
        {
            listener.Start();
            Called = listener.AcceptTcpClientAsync();
        }

        public Task<TcpClient> Called { get; }

        public (string, string)[] Settings(params (string, string)[] more) =>
        [
            ("Mail:Host", "127.0.0.1"),
            ("Mail:Port", $"{((IPEndPoint)listener.LocalEndpoint).Port}"),
            ("Mail:From", "komeji@contoh.id"),
            ("Mail:Tls", "false"),
            .. more,
        ];

        public void Dispose() => listener.Dispose();
    }
}
