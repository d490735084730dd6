using Komeji.Application.Ordering;
using Komeji.Application.Ordering.Services;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Regions;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Ordering;

/// <summary>Which times of a service can be had: not while its shop is closed, nor while its hands are at work.</summary>
public sealed class ServiceTimesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_is_offered_placed_or_proposed_on_days_the_shop_or_the_country_rests(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stage = await ServiceShop.Set(komeji);
        var friday = Services.Thursday.AddDays(1);
        var order = await stage.Buy(Services.Thursday.AddDays(2));
        var always = await stage.Market.Product(stage.Shop, kind: ProductKind.Service, service: Services.Terms(onHolidays: true));
        await stage.Seller(new TakeHoliday(true, Wib.DayOf(Services.Thursday), Wib.DayOf(Services.Thursday)));
        await komeji.Write(db =>
        {
            db.Holidays.Add(new Holiday(Wib.DayOf(friday), "Hari uji", HolidayKind.National, "uji", "", null, komeji.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });

        foreach (var closed in new[] { Services.Thursday, friday })
        {
            (await stage.Problem(stage.Buyer, stage.Service, closed)).ShouldEndWith("Pilih tanggal dan jam janji.");
            var wish = ServiceShop.At((stage.Service, closed));
            var page = await stage.Market.Look(stage.Buyer, wish);
            (await Refused(() => stage.Market.Place(stage.Buyer, page, wish))).ShouldBe("checkout.problem");
            (await Refused(() => stage.Seller(new ProposeTime(order.Number, FreeTime.CodeOf(closed), "Penuh")))).ShouldBe("appointment.full");
        }

        var days = (await komeji.As(stage.Shop.Owner).Send(new ShowFreeTimes(order.Number))).Days.Select(d => d.Day).ToList();
        days.ShouldNotContain(Wib.DayOf(Services.Thursday));
        days.ShouldNotContain(Wib.DayOf(friday));
        days.ShouldContain(Wib.DayOf(friday).AddDays(1));

        (await stage.Problem(stage.Buyer, always)).ShouldEndWith("Pilih tanggal dan jam janji.");
        (await stage.Market.Look(stage.Buyer, ServiceShop.At((always, friday)) with { Only = always })).Offer.Problems.ShouldBeEmpty();
        (await komeji.Read(db => db.Products.Select(p => p.Service!.WorksOnHolidays).ToListAsync())).ShouldBe([false, true], ignoreOrder: true);
    }

    /// <summary>Three days from Thursday nine o'clock until Sunday: from Tuesday to Saturday nothing else can begin, on Monday again.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Work_of_some_days_keeps_its_hands_until_it_is_done_and_can_be_moved_by_a_day(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var terms = Services.Terms(perDay: 2, atOnce: 1, duration: 3, unit: ServiceDurationUnit.Days);
        var stage = new ServiceShop(komeji, market, shop, await market.Product(shop, kind: ProductKind.Service, service: terms), await market.Buyer());
        var order = await stage.Buy(Orders.Monday.AddDays(3));
        (await Left()).ShouldBe([0, 0, 0, 0, 0, 1]);

        var late = await market.Buyer();
        await market.Put(late, stage.Service);
        var wish = ServiceShop.At((stage.Service, Orders.Monday.AddDays(4)));
        var page = await market.Look(late, wish);
        (await Refused(() => market.Place(late, page, wish))).ShouldBe("appointment.full");

        await stage.Seller(new ProposeTime(order.Number, FreeTime.CodeOf(Orders.Monday.AddDays(4)), "Bahannya datang Kamis"));
        await komeji.As(stage.Buyer).Send(new AnswerProposal(order.Number, true));
        (await Left()).ShouldBe([1, 0, 0, 0, 0, 1], "Tuesday's work is done when Friday's begins, and Monday's begins when that is done");
        await stage.Seller(new DeclineOrder(order.Number, "Mesinnya rusak"));
        (await Left()).ShouldBe([1, 1, 1, 1, 1, 1]);

        async Task<IEnumerable<int>> Left()
        {
            await market.Put(stage.Buyer, stage.Service);
            var offered = (await market.Look(stage.Buyer, ServiceShop.At((stage.Service, null)))).Offer.Services.Single();
            return offered.Days.Take(6).Select(d => d.Times.Single().Left);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_tick_for_holidays_is_kept_and_can_be_taken_off(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        await ServiceShop.Set(komeji);
        foreach (var ticked in new[] { true, false, true })
        {
            await komeji.Write(async db =>
            {
                var product = await db.Products.Include(p => p.Variants).SingleAsync();
                var facts = new ProductFacts(product.CategoryId, "Jasa", ProductKind.Service, product.Name, "", 0, 0, 0, 0, 0, "", 0, "", true, "", Warranty.None, Services.Terms(onHolidays: ticked));
                product.Describe(facts, [.. product.Variants.Select(v => new VariantFacts(v.Id, v.Name, v.Price, v.Stock, ""))], komeji.Clock.GetUtcNow());
            });
            (await komeji.Read(db => db.Products.Select(p => p.Service!.WorksOnHolidays).SingleAsync())).ShouldBe(ticked);
        }
    }

    static async Task<string> Refused(Func<Task> act) => (await Should.ThrowAsync<RuleBroken>(act)).Code;
}
