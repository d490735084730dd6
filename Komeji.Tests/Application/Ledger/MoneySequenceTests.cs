using Komeji.Application.Payments;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Tests.Application.Payouts;
using Komeji.Tests.Application.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Ledger;

/// <summary>Random steps of buyers, sellers, clocks and a provider that stumbles; every invariant holds after each.</summary>
public sealed class MoneySequenceTests
{
    [Theory, OnSqlite(1), OnPostgres(2)]
    public async Task Any_sequence_keeps_every_invariant(Engine engine, int seed)
    {
        await using var market = await MoneyMarket.Open(engine, vatBasisPoints: 1_100);
        await PayoutWalk.Open(market);
        var random = new Random(seed);
        var walk = new Walk(market, random);
        var least = TestSize.Of(120, 2_000);
        for (var step = 0; step < least || (step < 5 * least && !await walk.WentEverywhere()); step++)
        {
            await walk.Step();
            market.Komeji.Clock.Advance(TimeSpan.FromSeconds(random.Next(1, 400)));
            if (step % 4 == 0)
            {
                // What the provider did longer ago than the grace must have been heard.
                await market.Hear();
                await market.ShouldBeSound();
            }
        }

        await walk.Settle();
        await market.ShouldBeSound();
        walk.Taken.Count.ShouldBeGreaterThan(15);

        // The walk went through every rule in use, so it proved something.
        (await market.Komeji.Read(db => db.Journals.Select(j => j.Rule).Distinct().OrderBy(r => r).ToListAsync()))
            .ShouldBe(["P1", "P11", "P13", "P14", "P2", "P3", "P5", "P6", "P7", "P8", "P9"]);
        (await market.Komeji.Read(db => db.Orders.CountAsync(o => (long)o.CancelledGoods > 0 && o.State == OrderState.Completed))).ShouldBeGreaterThan(0);
    }

    sealed class Walk(MoneyMarket market, Random random)
    {
        readonly List<(Placed Placed, string? Charge)> purchases = [];

        public HashSet<string> Taken { get; } = [];

        public async Task Step()
        {
            (int Weight, string Name, Func<Task> Act)[] steps =
            [
                (4, "place", Place), (6, "pay", Pay), (1, "start only", Start), (1, "pay again", PayAgain), (3, "pay wrongly", PayWrongly),
                (1, "decline at the provider", DeclineAtProvider), (1, "expire", Expire), (1, "give up", GiveUp),
                (2, "complete", () => WithOrder(o => o.State == OrderState.AwaitingSeller, market.Complete)),
                (2, "cancel", () => WithOrder(o => o.State == OrderState.AwaitingSeller, market.Decline)),
                (1, "refund after delivery", () => WithOrder(o => o.State == OrderState.AwaitingSeller, market.DeliverAndRefund)),
                (2, "ship a part", () => WithOrder(o => (o.State == OrderState.AwaitingSeller || o.State == OrderState.PartiallyShipped) && o.Lines.Any(l => l.Quantity > l.Shipped + 1), id => market.ShipPart(id))),
                (2, "cancel the rest", () => WithOrder(o => o.State == OrderState.PartiallyShipped, market.CancelRest)),
                (3, "decide a refund", () => WithOrder(o => o.State == OrderState.Completed || o.State == OrderState.Shipped || o.State == OrderState.Refunded, DecideRefund)),
                (2, "receive", () => WithOrder(o => o.State == OrderState.Shipped, market.Receive)),
                (4, "hear", market.Hear), (1, "hear again", HearAgain), (2, "refund", () => market.Komeji.Run<DueRefunds>()),
                (1, "reconcile", () => market.Komeji.Run<ReconcilePayments>()), (1, "settle", SettleProvider), (1, "return a refund", ReturnRefund), (1, "stumble", Stumble),
                (2, "ask for a payout", () => PayoutWalk.AskForSome(market, random)), (4, "move a payout", () => PayoutWalk.Move(market, random)),
            ];
            var (_, name, act) = steps.SelectMany(s => Enumerable.Repeat(s, s.Weight)).ElementAt(random.Next(steps.Sum(s => s.Weight)));
            Taken.Add(name);
            try
            {
                await act();
            }
            catch (RuleBroken)
            {
                // The step was not possible now; nothing may have changed.
            }
        }

        /// <summary>Through every rule but those of the end, and once to a completed order without all its pieces.</summary>
        public async Task<bool> WentEverywhere()
        {
            var rules = await market.Komeji.Read(db => db.Journals.Select(j => j.Rule).Distinct().ToListAsync());
            return rules.Intersect(["P1", "P2", "P5", "P6", "P7", "P8", "P11", "P13", "P14"]).Count() == 9
                && await market.Komeji.Read(db => db.Orders.AnyAsync(o => (long)o.CancelledGoods > 0 && o.State == OrderState.Completed));
        }

        /// <summary>Lets everything that is under way come to its end.</summary>
        public async Task Settle()
        {
            for (var i = 0; i < 12; i++)
            {
                market.Komeji.Clock.Advance(TimeSpan.FromMinutes(90));
                await market.Hear();
                await market.Komeji.Run<ReconcilePayments>();
                await market.Komeji.Run<DueRefunds>();
            }

            await SettleProvider();
            await market.Hear();
        }

        async Task Place()
        {
            var goods = Enumerable.Range(0, random.Next(1, 4)).Select(_ => ((long)random.Next(100, 130_000), random.Next(1, 5))).ToArray();
            purchases.Add((await market.Place(goods), null));
        }

        async Task Start()
        {
            if (Pick() is { } i)
            {
                var started = await market.Komeji.As(market.Buyer).Send(new StartPayment(purchases[i].Placed.Number));
                purchases[i] = (purchases[i].Placed, started.PayAddress?.Split('/')[^1] ?? purchases[i].Charge);
            }
        }

        async Task Pay()
        {
            await Start();
            await PayAgain();
        }

        Task PayAgain() => AtProvider(charge => market.Provider.Pay(charge));

        Task PayWrongly() => AtProvider(charge => market.Provider.Pay(charge, random.Next(1, 500_000), random.Next(3) == 0 ? "USD" : "IDR"));

        Task DeclineAtProvider() => AtProvider(charge => market.Provider.Decline(charge, "Ditolak"));

        Task AtProvider(Action<string> act)
        {
            if (Pick() is { } i && purchases[i].Charge is { } charge)
            {
                act(charge);
            }

            return Task.CompletedTask;
        }

        async Task Expire()
        {
            if (Pick() is { } i)
            {
                await market.Expire(purchases[i].Placed);
            }
        }

        async Task GiveUp()
        {
            if (Pick() is { } i && (await market.PaymentOf(purchases[i].Placed)).State != PaymentState.Paid)
            {
                await market.GiveUp(purchases[i].Placed);
            }
        }

        async Task WithOrder(System.Linq.Expressions.Expression<Func<Order, bool>> which, Func<OrderId, Task> act)
        {
            var ids = await market.Komeji.Read(db => db.Orders.Where(which).OrderBy(o => o.Sequence).Select(o => o.Id).ToListAsync());
            if (ids.Count > 0)
            {
                await act(ids[random.Next(ids.Count)]);
            }
        }

        /// <summary>Of the first line and the shipping, which may be more than is left; borne by one or by several.</summary>
        async Task DecideRefund(OrderId id)
        {
            var number = await market.Komeji.Read(db => db.Orders.Where(o => o.Id == id).Select(o => o.Number).SingleAsync());
            var courier = random.Next(3) == 0 ? random.Next(101) : 0;
            await MoneyDesk.Decide(market, number, random.Next(0, 60_000), random.Next(2) == 0 ? 0 : random.Next(0, 9_000), courier, random.Next(3) == 0 ? random.Next(101 - courier) : 0);
        }

        async Task HearAgain()
        {
            market.Notices.Repeat();
            await market.Komeji.Write(db => db.PaymentEvents.ExecuteUpdateAsync(s => s.SetProperty(e => e.Outcome, PaymentEventOutcome.Waiting)));
            await market.Hear();
        }

        Task SettleProvider()
        {
            market.Provider.Settle(market.Komeji.Clock.GetUtcNow());
            return Task.CompletedTask;
        }

        async Task ReturnRefund()
        {
            var sent = await market.Komeji.Read(db => db.Refunds.Where(r => r.State == RefundState.Succeeded).Select(r => r.Id).FirstOrDefaultAsync());
            market.Provider.ReturnRefund(sent.Value.ToString(), "rekening_tutup");
        }

        Task Stumble()
        {
            market.Faults.Next((SandboxFault)random.Next(4));
            return Task.CompletedTask;
        }

        /// <summary>One of the last few.</summary>
        int? Pick() => purchases.Count == 0 ? null : random.Next(Math.Max(0, purchases.Count - 6), purchases.Count);
    }
}
