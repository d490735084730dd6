using System.Collections.Concurrent;
using Komeji.Application.Common;
using Komeji.Application.Ordering.Checkouts;
using Komeji.Application.Ordering.Services;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Ordering;

/// <summary>
/// Buyers released together on the last appointments. The twin runs the same race with the one guard taken out, to prove that the
/// race would show a shop that promises a time twice.
/// </summary>
public sealed class AppointmentRaceTests
{
    static readonly int Buyers = TestSize.Of(24, 200);

    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_time_goes_to_one(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        (await Race(komeji, Services.Terms(perDay: 3, atOnce: 1), _ => Services.Thursday)).ShouldBe((1, Buyers - 1, 1, 1));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_day_is_full_whatever_the_times(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var terms = Services.Terms(perDay: 2, atOnce: 2);
        var (sold, refused, day, _) = await Race(komeji, terms, i => Services.Thursday.AddHours((i % 3) - 1));
        (sold, refused, day).ShouldBe((2, Buyers - 2, 2));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_the_guard_the_same_race_promises_it_twice(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine, services => services.AddScoped<Bookings, UnguardedBookings>());
        (await Race(komeji, Services.Terms(perDay: 3, atOnce: 1), _ => Services.Thursday)).Sold.ShouldBeGreaterThan(1);
    }

    /// <summary>Thursday, Friday and Saturday begin on days of their own, and all three keep the one pair of hands at work on Saturday.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Work_of_three_days_that_overlaps_goes_to_one(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (sold, refused, _, _) = await Race(komeji, ThreeDays, ThursdayToSaturday);
        (sold, refused).ShouldBe((1, Buyers - 1));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Counting_only_what_begins_together_the_same_hands_are_promised_three_times(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine, services => services.AddScoped<Bookings, StartsOnly>());
        (await Race(komeji, ThreeDays, ThursdayToSaturday)).Sold.ShouldBe(3);
    }

    static ServiceTerms ThreeDays => Services.Terms(perDay: 1, atOnce: 1, duration: 3, unit: ServiceDurationUnit.Days);

    static DateTimeOffset ThursdayToSaturday(int buyer) => Orders.Monday.AddDays(3 + (buyer % 3));

    sealed class UnguardedBookings(IKomejiDb db) : Bookings(db)
    {
        protected override IQueryable<BookedPlaces> Enough(IQueryable<BookedPlaces> places) => places;

        protected override Task RequireHands(ProductId product, IReadOnlyList<BusyTime> wanted, OrderId? moved, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    sealed class StartsOnly(IKomejiDb db) : Bookings(db)
    {
        protected override Task RequireHands(ProductId product, IReadOnlyList<BusyTime> wanted, OrderId? moved, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    static async Task<(int Sold, int Refused, int Day, int Time)> Race(TestKomeji komeji, ServiceTerms terms, Func<int, DateTimeOffset> time)
    {
        var market = new Market(komeji);
        var service = await market.Product(await market.Shop(), kind: ProductKind.Service, service: terms, stock: 1_000);
        var pages = new List<(UserId Buyer, CheckoutPage Page, CheckoutWish Wish)>();
        for (var i = 0; i < Buyers; i++)
        {
            var (buyer, start) = (await market.Buyer(), time(i));
            await market.Put(buyer, service);
            var wish = CheckoutWish.Nothing with { Services = new Dictionary<VariantId, ServiceWish> { [service] = new(Wib.DayOf(start), start, "") } };
            pages.Add((buyer, await market.Look(buyer, wish), wish));
        }

        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var codes = new ConcurrentBag<string>();
        var running = pages.Select(p => Task.Run(async () =>
        {
            await go.Task;
            try
            {
                await market.Place(p.Buyer, p.Page, p.Wish);
            }
            catch (RuleBroken refusal)
            {
                codes.Add(refusal.Code);
            }
        })).ToList();
        go.SetResult();
        await Task.WhenAll(running);
        codes.ShouldAllBe(code => code == "appointment.full");
        var rows = await komeji.Read(db => db.BookedPlaces.AsNoTracking().ToListAsync());
        return (await market.CountOrders(), codes.Count, rows.Where(b => b.Minute == BookedPlaces.WholeDay).Sum(b => b.Taken), rows.Where(b => b.Minute == 600).Sum(b => b.Taken));
    }
}
