using Komeji.Application.Common;
using Komeji.Application.Complaints;
using Komeji.Application.Jobs;
using Komeji.Application.Ledger.Days;
using Komeji.Application.Ordering;
using Komeji.Application.Ordering.Carts;
using Komeji.Application.Ordering.Checkouts;
using Komeji.Application.Ordering.Services;
using Komeji.Application.Payments;
using Komeji.Application.Shipping;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Integrations.Payments.Sandbox;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Web.Demo.Trade;

/// <summary>
/// Lets the demo market trade, hour by hour until now, through the commands people use: what is due by the clock happens in
/// between, and the money moves at the sandbox provider.
/// </summary>
sealed class DemoTrade(IServiceProvider market, MarketClock clock, IReadOnlyList<DemoStore> stores)
{
    static readonly TimeSpan Beat = TimeSpan.FromHours(12);
    static readonly Type[] Jobs = [typeof(DuePaymentEvents), typeof(DuePurchases), typeof(DueOrderTimers), typeof(DueComplaints), typeof(DueRefunds)];

    readonly PriorityQueue<Func<Task>, (DateTimeOffset At, int Turn)> agenda = new();
    readonly MarketPerson person = market.GetRequiredService<MarketPerson>();
    readonly SandboxClockwork provider = market.GetRequiredService<SandboxClockwork>();
    readonly ILogger log = market.GetRequiredService<ILogger<DemoTrade>>();
    readonly OrderDeeds deeds = new(market, stores);
    DateTimeOffset nextBeat = clock.GetUtcNow();
    int turn;

    /// <summary>At its end the days that are over are closed, so that pages about money need not read all of the past.</summary>
    /// <returns>How many orders were placed.</returns>
    public async Task<int> Run(IReadOnlyList<Visit> visits, DateTimeOffset until, IProgress<DemoProgress>? progress, CancellationToken cancellationToken)
    {
        var orders = 0;
        var done = 0;
        foreach (var visit in visits)
        {
            Put(visit.At, async () =>
            {
                orders += await Buy(visit, cancellationToken);
                progress?.Report(new DemoProgress("Belanja", ++done, visits.Count));
            });
        }

        while (agenda.TryPeek(out _, out var due) && due.At <= until)
        {
            await PassTime(due.At, cancellationToken);
            await Try(agenda.Dequeue());
        }

        await PassTime(until, cancellationToken);
        await Turn(cancellationToken);
        await Turn(cancellationToken);
        await new DemoTalk(market, stores, Try).Say(until, cancellationToken);
        await market.GetRequiredService<SweepRunner>().Run(typeof(DaysToClose), null, cancellationToken);
        return orders;
    }

    void Put(DateTimeOffset at, Func<Task> step) => agenda.Enqueue(step, (at, turn++));

    async Task PassTime(DateTimeOffset until, CancellationToken cancellationToken)
    {
        for (; nextBeat <= until; nextBeat += Beat)
        {
            clock.MoveTo(nextBeat);
            await Turn(cancellationToken);
        }

        clock.MoveTo(until);
    }

    /// <summary>What happens by itself: the provider's notices and settlements, and our jobs.</summary>
    async Task Turn(CancellationToken cancellationToken)
    {
        person.Become(null);
        await provider.Turn(cancellationToken);
        foreach (var job in Jobs)
        {
            await market.GetRequiredService<SweepRunner>().Run(job, null, cancellationToken);
        }
    }

    /// <summary>A rule may stand in the way of what was planned, as in life; the market goes on.</summary>
    async Task Try(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (RuleBroken refusal)
        {
            log.LogWarning("The demo market met a rule: {Code}", refusal.Code);
        }
    }

    async Task<int> Buy(Visit visit, CancellationToken cancellationToken)
    {
        var number = await Place(visit, cancellationToken);
        var orders = await market.Ask(db => db.Orders.Where(o => db.Purchases.Any(p => p.Number == number && p.Id == o.PurchaseId))
            .Select(o => new { o.Number, o.StoreId, Starts = o.Appointment == null ? default(DateTimeOffset?) : o.Appointment.StartsAt, Ends = o.Appointment == null ? default(DateTimeOffset?) : o.Appointment.EndsAt }).ToListAsync(cancellationToken));
        if (visit.Pays is { } pays)
        {
            Put(pays, () => Pay(visit.Buyer, number, cancellationToken));
            foreach (var basket in visit.Baskets)
            {
                var order = orders.Single(o => o.StoreId == stores[basket.Store].Is.Id);
                var steps = basket.Service is { } plan ? ServiceFates.Deeds(plan.Fate, pays, order.Starts!.Value, order.Ends!.Value) : basket.Deeds;
                steps.ToList().ForEach(step => Put(step.At, () => deeds.Do(step.Deed, order.Number, visit.Buyer, basket, cancellationToken)));
            }
        }
        else if (visit.GivesUp is { } gone)
        {
            Put(gone, () => market.Send(visit.Buyer.Id, new CancelOrder(orders[0].Number, "Salah pilih barang, mau pesan ulang"), cancellationToken));
        }

        return orders.Count;
    }

    /// <summary>What the market refuses is not left in the cart, where the next visit would buy it as well.</summary>
    async Task<string> Place(Visit visit, CancellationToken cancellationToken)
    {
        try
        {
            return await Order(visit, cancellationToken);
        }
        catch (RuleBroken)
        {
            foreach (var (good, variant, _) in visit.Baskets.SelectMany(b => b.Pieces))
            {
                await market.Send(visit.Buyer.Id, new RemoveFromCart(good.Variants[variant].Id, null), cancellationToken);
            }

            throw;
        }
    }

    async Task<string> Order(Visit visit, CancellationToken cancellationToken)
    {
        foreach (var (good, variant, pieces) in visit.Baskets.SelectMany(b => b.Pieces))
        {
            await market.Send(visit.Buyer.Id, new AddToCart(good.Variants[variant].Id, pieces, good.Variants[variant].Price, null, ExactlySo: true), cancellationToken);
        }

        var ways = visit.Baskets.Where(b => b.Pickup).ToDictionary(b => stores[b.Store].Is.Id, _ => ShippingOption.PickupCode);
        foreach (var basket in visit.Baskets.Where(b => b.AtPoint))
        {
            var store = stores[basket.Store].Is.Id;
            var point = await market.Ask(db => db.ServedPoints.Where(s => s.StoreId == store)
                .Join(db.PickupPoints, s => s.PointId, p => p.Id, (s, p) => p).OrderBy(p => p.Name).Select(p => p.Id).FirstAsync(cancellationToken));
            ways[store] = ShippingOption.PointPrefix + point.Value.ToString("N");
        }

        var wish = CheckoutWish.Nothing with { Ways = ways };
        wish = await WithTimes(wish, visit, cancellationToken);
        var page = await market.Send(visit.Buyer.Id, new ShowCheckout(wish, null, null), cancellationToken);
        return (await market.Send(visit.Buyer.Id, new PlaceOrders(page.Token, wish, page.Shown), cancellationToken)).Number;
    }

    /// <summary>Of each service the first free time from when it is wanted.</summary>
    async Task<CheckoutWish> WithTimes(CheckoutWish wish, Visit visit, CancellationToken cancellationToken)
    {
        var plans = visit.Baskets.Where(b => b.Service is not null).ToDictionary(b => stores[b.Store].Is.Id, b => b.Service!);
        if (plans.Count == 0)
        {
            return wish;
        }

        var page = await market.Send(visit.Buyer.Id, new ShowCheckout(wish, null, null), cancellationToken);
        return wish with
        {
            Services = page.Offer.Services.Where(s => plans.ContainsKey(s.Item.StoreId)).ToDictionary(s => s.Item.VariantId, s =>
            {
                var times = s.Days.SelectMany(d => d.Times).Where(t => t.Left > 0).ToList();
                var time = times.FirstOrDefault(t => t.StartsAt >= plans[s.Item.StoreId].Wanted) ?? times.LastOrDefault();
                return new ServiceWish(time is null ? null : Wib.DayOf(time.StartsAt), time?.StartsAt, "");
            }),
        };
    }

    /// <summary>Through the provider's page: it takes the money, and its notice tells us.</summary>
    async Task Pay(DemoPerson buyer, string purchase, CancellationToken cancellationToken)
    {
        var started = await market.Send(buyer.Id, new StartPayment(purchase), cancellationToken);
        market.GetRequiredService<SandboxBooks>().Pay(started.PayAddress!.Split('/')[^1]);
        person.Become(null);
        await provider.Turn(cancellationToken);
        await market.GetRequiredService<SweepRunner>().Run(typeof(DuePaymentEvents), null, cancellationToken);
    }
}
