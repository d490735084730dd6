using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Ledger;
using Komeji.Application.Ordering;
using Komeji.Application.Support;
using Komeji.Domain.Jobs;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Komeji.Tests.Storms;

/// <summary>Somebody sets the machine's clock, 26 hours ahead or two hours back. No time has passed, and nothing may happen as if it had.</summary>
public sealed class ClockStorm
{
    static readonly TimeSpan Ahead = TimeSpan.FromHours(26);
    static readonly TimeSpan Back = TimeSpan.FromHours(-2);

    [Theory, OnSqlite, OnPostgres]
    public async Task Money_and_orders_wait_for_the_right_time_and_then_move_once(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var scene = await Scene.Prepare(komeji);
        foreach (var jump in new[] { Ahead, Back })
        {
            komeji.Clock.Jump(jump);
            await scene.Run();
            (await scene.Early()).ShouldBeEmpty();
            (await scene.Alarms()).ShouldBe(2);
            komeji.Clock.Jump(-jump);
            await scene.Run();
            (await scene.Early()).ShouldBeEmpty();
            (await scene.Alarms()).ShouldBe(0);
        }

        komeji.Clock.Advance(TimeSpan.FromHours(24));
        await scene.Run();
        await scene.Run();
        (await scene.Missing()).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_product_that_believes_any_clock_gives_the_money_away_early(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine, services => services.AddSingleton<ClockWatch, BelievesAnyClock>());
        var scene = await Scene.Prepare(komeji);
        komeji.Clock.Jump(Ahead);
        await scene.Run();
        (await scene.Early()).ShouldNotBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_time_that_stays_is_believed(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var scene = await Scene.Prepare(komeji);
        komeji.Clock.Jump(Ahead);
        await scene.Run();
        komeji.Clock.Advance(ClockWatch.Doubt);
        await scene.Run();
        await scene.Run();
        (await scene.Missing()).ShouldBeEmpty();
    }

    /// <summary>Somebody died with a lease while the clock was ahead; then the clock was put right.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_lease_of_a_time_to_come_binds_nobody(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        (await TakenAfterTheClockWasPutRight(komeji)).ShouldBeTrue();
        var runs = await komeji.Read(db => db.JobRuns.AsNoTracking().OrderBy(r => r.StartedAt).Select(r => r.Outcome).ToListAsync());
        runs.ShouldBe([JobOutcome.Lost, JobOutcome.Running]);

        await using var twin = await TestKomeji.Create(engine, services => services.AddScoped<JobLeases, BelievesAnyLease>());
        (await TakenAfterTheClockWasPutRight(twin)).ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_slips_in_and_nobody_is_thrown_out(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        using var signedIn = await app.SignInAs("siti@komeji.test");
        using var left = await app.SignInAs("sri@komeji.test");
        await left.Submit(await left.Get("/akun"), "/keluar");
        await app.Person("terkunci@komeji.test");
        using var stranger = app.Visit();
        for (var wrong = 0; wrong < 10; wrong++)
        {
            (await stranger.SignIn("terkunci@komeji.test", "bukan sandinya")).Status.ShouldBe(422);
        }

        (await stranger.SignIn("terkunci@komeji.test", KomejiApp.Password)).Status.ShouldBe(422);
        app.Clock.Jump(Back);
        (await stranger.SignIn("terkunci@komeji.test", KomejiApp.Password)).Status.ShouldBe(422);
        foreach (var jump in new[] { TimeSpan.Zero, Ahead, -Ahead })
        {
            app.Clock.Jump(jump);
            (await signedIn.IsSignedIn()).ShouldBeTrue();
            (await left.IsSignedIn()).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Set_back_the_times_of_all_jobs_are_reckoned_anew()
    {
        await using var komeji = await KomejiApp.Start(Engine.Sqlite, null, ("Komeji:Jobs", "true"), ("Komeji:Role", "all"));
        komeji.Visit().Dispose();
        var scheduler = await komeji.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var late = TriggerBuilder.Create().ForJob("kirim-pesan").WithIdentity("kirim-pesan-jadwal").StartAt(TimeProvider.System.GetUtcNow() - Back).Build();
        await scheduler.RescheduleJob(late.Key, late);
        komeji.Clock.Jump(Back);

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while ((await scheduler.GetTrigger(late.Key))?.NextFireTimeUtc > TimeProvider.System.GetUtcNow().AddMinutes(5))
        {
            await often.WaitForNextTickAsync(limit.Token);
            komeji.Clock.Advance(TimeSpan.FromSeconds(2));
        }
    }

    static async Task<bool> TakenAfterTheClockWasPutRight(TestKomeji komeji)
    {
        komeji.Clock.Jump(Ahead);
        (await Take(komeji)).ShouldNotBeNull();
        komeji.Clock.Jump(-Ahead);
        komeji.Clock.Advance(TimeSpan.FromSeconds(10));
        return await Take(komeji) is not null;
    }

    static async Task<TakenJob?> Take(TestKomeji komeji)
    {
        await using var scope = komeji.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<JobLeases>().Take("kirim-pesan", JobCause.Schedule(komeji.Clock.GetUtcNow()), CancellationToken.None);
    }

    sealed class BelievesAnyClock(TimeProvider clock) : ClockWatch(clock)
    {
        protected override bool IsDoubtful(TimeSpan off) => false;
    }

    sealed class BelievesAnyLease(IKomejiDb db, TimeProvider clock) : JobLeases(db, clock)
    {
        protected override IQueryable<JobLease> Free(IQueryable<JobLease> leases, DateTimeOffset now) => leases.Where(l => l.Until <= now);

        protected override DateTimeOffset Latest(DateTimeOffset now) => now.AddYears(10);
    }

    /// <summary>An order delivered 55 hours ago, of 72 for checking it, and a purchase placed 5 hours ago, of 24 for paying it.</summary>
    sealed class Scene(TestKomeji komeji, string delivered, string unpaid)
    {
        public static async Task<Scene> Prepare(TestKomeji komeji)
        {
            var market = new Market(komeji);
            var (order, _, shop, variant) = await market.PaidOrder();
            await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
            await komeji.Send(new ShipOrder(order.Number, "JX1234567890"));
            await komeji.Send(new ProveDelivery(order.Number, "Pak Budi", Stream.Null));
            komeji.Clock.Advance(TimeSpan.FromHours(50));
            var purchase = await market.Buy(await market.Buyer(), (variant, 1));
            komeji.Clock.Advance(TimeSpan.FromHours(5));
            var scene = new Scene(komeji, order.Number, purchase.Orders[0].Number);
            await scene.Run();
            return scene;
        }

        public async Task Run()
        {
            await komeji.RunJob("pesanan-waktu");
            await komeji.RunJob("belanja-kedaluwarsa");
            komeji.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        /// <returns>Jobs that wait for somebody, as the operator's page counts them.</returns>
        public async Task<int> Alarms() => (await komeji.Send(new CountWaitingWork([WaitingKind.FailedJobs])))[WaitingKind.FailedJobs];

        public async Task<IReadOnlyList<string>> Early() => await Is(OrderState.Delivered, OrderState.AwaitingPayment, released: 0);

        public async Task<IReadOnlyList<string>> Missing() => await Is(OrderState.Completed, OrderState.Expired, released: 1);

        async Task<IReadOnlyList<string>> Is(OrderState first, OrderState second, int released)
        {
            var states = await komeji.Read(db => db.Orders.ToDictionaryAsync(o => o.Number, o => o.State));
            var releases = await komeji.Read(db => db.Journals.CountAsync(j => j.Rule == "P5"));
            var shares = await komeji.Read(db => db.EscrowShares.CountAsync(s => s.State == EscrowState.Released));
            var checks = (await komeji.Send(new VerifyLedger())).Checks.Where(c => !c.Ok).Select(c => $"{c.Name}: {c.Detail}");
            return
            [
                .. checks,
                .. states[delivered] == first && states[unpaid] == second ? [] : (string[])[$"orders are {states[delivered]} and {states[unpaid]}"],
                .. releases == released && shares == released ? [] : (string[])[$"{releases} releases of {shares} shares"],
            ];
        }
    }
}
