using Komeji.Application.Catalog;
using Komeji.Application.Legal;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Legal;

/// <summary>A permit never held is asked for: a while is given, counted and told; then its goods are hidden until it is there.</summary>
public sealed class PermitGraceTests
{
    /// <summary>Food shown on 5 October 2026 counts from 18 October: 180 days later is 16 April 2027.</summary>
    static readonly DateOnly Deadline = new(2027, 4, 16);

    static async Task<ProductId> Product(Papers papers, Shop shop, string category)
    {
        var variant = await papers.Market.Product(shop);
        return await papers.Komeji.Read(async db =>
        {
            var kind = await db.Categories.SingleAsync(c => c.Slug == category);
            var product = await db.Products.Where(p => p.Variants.Any(v => v.Id == variant)).Select(p => p.Id).SingleAsync();
            await db.Products.Where(p => p.Id == product).ExecuteUpdateAsync(set => set.SetProperty(p => p.CategoryId, kind.Id));
            return product;
        });
    }

    static Task<List<ProductId>> Shown(Papers papers, Shop shop) => papers.Komeji.Read(db => db.Products.Where(p => p.StoreId == shop.Id && p.State == ProductState.Published).Select(p => p.Id).ToListAsync());

    [Theory, OnSqlite, OnPostgres]
    public async Task Food_without_permits_is_shown_until_its_time_is_over_and_comes_back_with_them(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var komeji = papers.Komeji;
        var shop = await papers.Market.Shop();
        var food = await Product(papers, shop, "keripik-kerupuk");
        var bag = await Product(papers, shop, "tas-dompet");
        komeji.Clock.MoveTo(Wib.StartOf(Deadline).AddMinutes(-1));
        (await komeji.Run<OverduePermits>()).Done.ShouldBe(0);
        (await Shown(papers, shop)).Count.ShouldBe(2);
        komeji.As(shop.Owner);
        (await komeji.Send(new ShowLegality())).Wanted.Select(w => (w.Until, w.DaysLeft)).ShouldBe([(Deadline, 1), (Deadline, 1)], "a permit of the food office, and one about halal");
        (await komeji.Send(new ListSellerChores())).Permit!.DaysLeft.ShouldBe(1);

        komeji.Clock.MoveTo(Wib.StartOf(Deadline));
        (await komeji.Run<OverduePermits>()).Failures.ShouldBe(0);
        (await Shown(papers, shop)).ShouldBe([bag]);
        (await papers.Told(shop.Owner)).ShouldContain("Satu produk disembunyikan");
        (await komeji.Run<OverduePermits>()).Done.ShouldBe(0, "it is told once");
        komeji.As(shop.Owner);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new PublishProduct(food)))).Code.ShouldBe("product.permit_lost");

        await papers.Verified(shop, DocumentKind.Halal);
        (await Shown(papers, shop)).ShouldBe([bag], "one of two is not enough");
        await papers.Verified(shop, DocumentKind.HomeFoodPermit);
        (await Shown(papers, shop)).Count.ShouldBe(2);
        (await komeji.As(shop.Owner).Send(new ListSellerChores())).Permit.ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_has_the_permits_or_began_later_is_left_alone(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var komeji = papers.Komeji;
        var (permitted, late) = (await papers.Market.Shop(), await papers.Market.Shop());
        await Product(papers, permitted, "keripik-kerupuk");
        await papers.Verified(permitted, DocumentKind.NotHalal);
        await papers.Verified(permitted, DocumentKind.FoodAndDrugPermit);
        komeji.Clock.MoveTo(Wib.StartOf(Deadline.AddDays(-30)));
        await Product(papers, late, "keripik-kerupuk");
        komeji.Clock.MoveTo(Wib.StartOf(Deadline.AddDays(1)));
        (await komeji.Run<OverduePermits>()).Done.ShouldBe(0);
        (await Shown(papers, permitted)).Count.ShouldBe(1);
        (await Shown(papers, late)).Count.ShouldBe(1);
        (await komeji.As(permitted.Owner).Send(new ShowLegality())).Wanted.ShouldBeEmpty();
        (await komeji.As(late.Owner).Send(new ShowLegality())).Wanted.ShouldAllBe(w => w.DaysLeft == 149);
    }

    /// <summary>Its own first day says nothing of goods it was not; and the time is given once.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_listing_of_long_ago_that_becomes_food_has_its_time_from_then_and_once(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var komeji = papers.Komeji;
        var shop = await papers.Market.Shop();
        var moved = await Product(papers, shop, "tas-dompet");
        komeji.Clock.MoveTo(Wib.StartOf(Deadline.AddDays(1)));
        await Become(papers, moved, "keripik-kerupuk");
        (await komeji.Run<OverduePermits>()).Done.ShouldBe(0);
        (await komeji.As(shop.Owner).Send(new ShowLegality())).Wanted.ShouldAllBe(w => w.DaysLeft == 180);

        komeji.Clock.Advance(TimeSpan.FromDays(179));
        await Become(papers, moved, "tas-dompet");
        await Become(papers, moved, "keripik-kerupuk");
        (await Shown(papers, shop)).ShouldBe([moved]);
        komeji.Clock.Advance(TimeSpan.FromDays(1));
        (await komeji.Run<OverduePermits>()).Failures.ShouldBe(0);
        (await Shown(papers, shop)).ShouldBeEmpty();
    }

    static Task Become(Papers papers, ProductId id, string category) => papers.Komeji.Write(async db =>
    {
        var kind = await db.Categories.SingleAsync(c => c.Slug == category);
        var product = await db.Products.Include(p => p.Variants).SingleAsync(p => p.Id == id);
        product.Describe(
            new ProductFacts(kind.Id, "", ProductKind.Goods, product.Name, "", 200, 0, 0, 0, 0, "", 1, "", true, "", Warranty.None),
            [.. product.Variants.Select(v => new VariantFacts(v.Id, v.Name, v.Price, v.Stock, v.Sku))], papers.Komeji.Clock.GetUtcNow());
    });

    [Theory, OnSqlite, OnPostgres]
    public async Task The_ladder_names_what_a_product_lacks(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var shop = await papers.Market.Shop();
        var food = await Product(papers, shop, "keripik-kerupuk");
        await papers.Verified(shop, DocumentKind.Halal);
        var slug = await papers.Komeji.Read(db => db.Products.Where(p => p.Id == food).Select(p => p.Slug).SingleAsync());
        (await papers.Komeji.As(null).Send(new ShowProduct(slug))).Standing.Lacking.ShouldHaveSingleItem().AnyOf.ShouldBe([DocumentKind.HomeFoodPermit, DocumentKind.FoodAndDrugPermit]);
    }
}
