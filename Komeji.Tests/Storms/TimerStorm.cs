using Komeji.Application.Ledger;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Persistence;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Komeji.Tests.Storms;

/// <summary>
/// Two workers, in processes of their own, have found the same clocks run out and act at once: every effect happens once. A lease
/// keeps them apart as a rule; this is the moment when it does not.
/// </summary>
public sealed class TimerStorm(ITestOutputHelper output)
{
    static readonly int Purchases = TestSize.Of(10, 200);

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_workers_with_the_same_list_do_each_thing_once(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var scene = await Scene.Prepare(komeji);
        await Both(komeji, "belanja-kedaluwarsa", Purchases / 2);
        (await scene.BrokenExpiries()).ShouldBeEmpty();

        komeji.Clock.Advance(TimeSpan.FromDays(6));
        await Both(komeji, "pesanan-waktu", Purchases / 2);
        (await scene.BrokenCancellations()).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Workers_that_trust_what_they_found_do_it_twice(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var scene = await Scene.Prepare(komeji);
        await Both(komeji, "belanja-kedaluwarsa", Purchases / 2, SweepProcess.TrustsWhatItFound);
        (await scene.BrokenExpiries()).ShouldNotBeEmpty();
    }

    async Task Both(TestKomeji komeji, string job, int due, params string[] guards)
    {
        var workers = await Task.WhenAll(SweepProcess.Start(komeji, job, guards), SweepProcess.Start(komeji, job, guards));
        workers.Select(w => w.Found).ShouldBe([due, due]);
        var done = await Task.WhenAll(workers.Select(w => w.Worker.Act()));
        output.WriteLine($"{komeji.Engine}, {job}{string.Concat(guards.Select(g => ", " + g))}: 2 processes found the same {due}, and tried {string.Join(" and ", done)} of them");
        done.ShouldBe([due, due]);
        foreach (var (worker, _) in workers)
        {
            await worker.DisposeAsync();
        }
    }

    /// <summary>Half of the purchases are paid and nobody serves them, the other half are not; one more is not due yet.</summary>
    sealed class Scene(TestKomeji komeji, Market market, VariantId variant)
    {
        const int Stock = 10_000;

        public static async Task<Scene> Prepare(TestKomeji komeji)
        {
            var market = new Market(komeji);
            var variant = await market.Product(await market.Shop("jne:REG", pickup: false), stock: Stock);
            for (var i = 0; i < Purchases; i++)
            {
                var purchase = await market.Buy(await market.Buyer(), (variant, 1));
                if (i % 2 == 0)
                {
                    await market.Pay(purchase);
                }
            }

            komeji.Clock.Advance(TimeSpan.FromHours(20));
            await market.Buy(await market.Buyer(), (variant, Purchases));
            komeji.Clock.Advance(TimeSpan.FromHours(5));
            return new Scene(komeji, market, variant);
        }

        public async Task<IReadOnlyList<string>> BrokenExpiries() =>
        [
            .. await Times("purchases expired", db => db.Payments.CountAsync(p => p.State == PaymentState.Expired), Purchases / 2),
            .. await Times("orders expired", db => db.StateChanges.CountAsync(c => c.Subject == "order" && c.To == nameof(OrderState.Expired)), Purchases / 2),
            .. await Times("buyers told", db => db.Notifications.CountAsync(n => n.Title.EndsWith("kedaluwarsa")), Purchases / 2),
            .. await Sound((Stock - (Purchases / 2) - Purchases, Purchases, Purchases / 2)),
        ];

        public async Task<IReadOnlyList<string>> BrokenCancellations() =>
        [
            .. await Times("orders cancelled", db => db.StateChanges.CountAsync(c => c.Subject == "order" && c.To == nameof(OrderState.Cancelled)), Purchases / 2),
            .. await Times("orders refunded", db => db.Refunds.CountAsync(), Purchases / 2),
            .. await Sound((Stock - Purchases, Purchases, 0)),
        ];

        async Task<IReadOnlyList<string>> Times(string what, Func<KomejiDb, Task<int>> count, int expected) =>
            await komeji.Read(count) is var counted && counted == expected ? [] : [$"{what}: {counted} of {expected}"];

        async Task<IReadOnlyList<string>> Sound((int Stock, int Reserved, int Sold) expected)
        {
            var pieces = await market.StockOf(variant);
            var checks = (await komeji.Send(new VerifyLedger())).Checks.Where(c => !c.Ok).Select(c => $"{c.Name}: {c.Detail}");
            return [.. checks, .. pieces == expected ? [] : (string[])[$"pieces {pieces}, not {expected}"]];
        }
    }
}
