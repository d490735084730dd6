using Komeji.Application.Catalog;
using Komeji.Application.Catalog.Searches;
using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Ordering.Staff;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application;

/// <summary>Rows that tie in everything a list is sorted by still stand on one page each.</summary>
public sealed class PagingTests
{
    const int Many = 53;

    [Theory, OnSqlite, OnPostgres]
    public async Task Products_made_at_the_same_moment_are_each_on_one_page(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stalls = new Stalls(komeji);
        var shop = await stalls.Shop();
        for (var i = 0; i < Many; i++)
        {
            await stalls.Product(shop);
        }

        komeji.As(shop.Owner);
        (await All(async page => (await komeji.Send(new ListMyProducts(Page: page))).Page, r => r.Slug)).Count.ShouldBe(Many);
        foreach (var order in Enum.GetValues<ProductOrder>())
        {
            (await All(async page => (await komeji.Send(new SearchProducts(Q: "keripik", Order: order, Page: page))).Page, r => r.Slug)).Count.ShouldBe(Many, $"{order}");
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Orders_placed_at_the_same_moment_are_each_on_one_page(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (shops, now) = (new MoneyShops(), komeji.Clock.GetUtcNow());
        var buyer = await new Stalls(komeji).Person();
        await komeji.Write(db =>
        {
            shops.Open(db, now);
            return Task.CompletedTask;
        });
        for (var i = 0; i < Many; i++)
        {
            await komeji.Write(db => shops.Place(db, buyer, [25_500], now));
        }

        await komeji.Write(async db =>
        {
            foreach (var order in await db.Orders.Include(o => o.Lines).Include(o => o.Timers).ToListAsync())
            {
                order.Pay(Orders.Fees, Orders.Terms(), now);
            }
        });

        (await All(async page => (await komeji.As(buyer).Send(new ListMyOrders(OrderGroup.All, null, page))).Page, r => r.Number)).Count.ShouldBe(Many);
        (await All(page => komeji.Send(new ListOrders(OrderGroup.All, null, page)), r => r.Number)).Count.ShouldBe(Many);
        komeji.As(shops.Seller);
        foreach (var tab in new[] { SellerOrderTab.ToDo, SellerOrderTab.All })
        {
            (await All(async page => (await komeji.Send(new ListSellerOrders(tab, null, page))).Rows, r => r.Number)).Count.ShouldBe(Many, $"{tab}");
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_typed_into_the_address_is_the_nearest_there_can_be(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stalls = new Stalls(komeji);
        await stalls.Product(await stalls.Shop());
        (await komeji.Send(new SearchProducts(Page: -3))).Page.Rows.Count.ShouldBe(1);
        var far = (await komeji.Send(new SearchProducts(Page: int.MaxValue))).Page;
        (far.Rows.Count, far.Total, far.Last).ShouldBe((0, 1, 1));
    }

    /// <summary>Turns all pages; a row met twice fails.</summary>
    static async Task<List<string>> All<T>(Func<int, Task<PageOf<T>>> read, Func<T, string> name)
    {
        var rows = new List<string>();
        for (var (page, last) = (1, 1); page <= last; page++)
        {
            var turned = await read(page);
            rows.AddRange(turned.Rows.Select(name));
            last = turned.Last;
        }

        rows.ShouldBeUnique();
        return rows;
    }
}
