using System.Globalization;
using Komeji.Application.Catalog;
using Komeji.Application.Catalog.Searches;
using Komeji.Application.Ordering;
using Komeji.Application.Ordering.Staff;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Catalog;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Bench.Everyday;

/// <summary>
/// What people open all day, on a large market that is there already: the whole request through the application as a page sends it,
/// without drawing the page, and never one that was asked before where there are enough to choose from.
/// </summary>
public sealed class EverydayBench(string market, int each)
{
    const double MostMilliseconds = 100;
    const int Seed = 20_261_123;

    readonly Random random = new(Seed);

    public async Task Run(Report report)
    {
        await using var komeji = TestKomeji.On(TestDatabase.At(Engine.Postgres, market));
        var timed = new TimedRequests(report, each);
        var (products, orders) = await komeji.Read(async db => (await db.Products.CountAsync(), await db.Orders.CountAsync()));
        report.Note(string.Create(CultureInfo.InvariantCulture, $"What is opened every day, on PostgreSQL over {products:#,0} products and {orders:#,0} orders, {each} of each kind, one after another; the whole request without drawing the page."));
        await Visitors(komeji, timed);
        await Orders(komeji, timed);
    }

    async Task Visitors(TestKomeji komeji, TimedRequests timed)
    {
        var slugs = await komeji.Read(db => db.Products.Where(p => p.State == ProductState.Published).OrderBy(p => p.Id).Select(p => p.Slug).Take(20_000).ToListAsync());
        var shops = await komeji.Read(db => db.Stores.OrderBy(s => s.Slug).Select(s => s.Slug).Take(20_000).ToListAsync());
        var categories = (await komeji.Send(new ListCategories())).Branches.SelectMany(b => b.Leaves.Prepend(b.Top)).Select(c => c.Slug).ToList();
        komeji.As(null);
        await timed.Measure("Front page", MostMilliseconds, _ => komeji.Send(new ShowHome()));
        await timed.Measure("A category", MostMilliseconds, n => komeji.Send(new SearchProducts(Category: categories[n % categories.Count], Page: 1 + (n % 5))));
        await timed.Measure("A product", MostMilliseconds, _ => komeji.Send(new ShowProduct(One(slugs))));
        await timed.Measure("A shop", MostMilliseconds, _ => komeji.Send(new ShowStore(One(shops))));
    }

    async Task Orders(TestKomeji komeji, TimedRequests timed)
    {
        var buyers = await komeji.Read(db => db.Orders.OrderBy(o => o.Id).Select(o => o.BuyerId).Take(5_000).Distinct().ToListAsync());
        var owners = await komeji.Read(db => db.Orders.OrderBy(o => o.Id).Take(5_000).Join(db.Stores, o => o.StoreId, s => s.Id, (o, s) => s.OwnerId).Distinct().ToListAsync());
        var numbers = await komeji.Read(db => db.Orders.OrderBy(o => o.Id).Select(o => o.Number).Take(5_000).ToListAsync());
        var tabs = Enum.GetValues<SellerOrderTab>();
        var groups = Enum.GetValues<OrderGroup>();
        await timed.Measure("A buyer's orders", MostMilliseconds, n => komeji.As(One(buyers)).Send(new ListMyOrders(groups[n % groups.Length], null, 1)));
        await timed.Measure("A seller's orders", MostMilliseconds, n => komeji.As(One(owners)).Send(new ListSellerOrders(tabs[n % tabs.Length], null, 1)));
        var staff = komeji.As(One(owners), Roles.Operator);
        await timed.Measure("All orders, an operator's", MostMilliseconds, n => staff.Send(new ListOrders(groups[n % groups.Length], null, 1 + (n % 20))));
        await timed.Measure("All orders, of a shop by its name", MostMilliseconds, n => staff.Send(new ListOrders(OrderGroup.All, n % 2 == 0 ? "kopi" : "tape bondowoso", 1)));
        await timed.Measure("All orders, by a number", MostMilliseconds, _ => staff.Send(new ListOrders(OrderGroup.All, One(numbers), 1)));
    }

    T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
