using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Application.Stores.Shelves;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Catalog;

/// <summary>Several listings changed at once, copies, the price shown struck, and showcases.</summary>
public sealed class ManyProductsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Prices_and_stock_of_several_change_together_or_not_at_all(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (_, shop, first, second) = await Open(komeji);
        (await komeji.As(shop.Owner).Send(new EditProducts([first, second], new ProductsEdit(Price: Repricing.By(-10, 100))))).ShouldBe(2);
        (await Prices(komeji)).ShouldBe([16_700L, 45_000L]);
        await komeji.Send(new EditProducts([first, second], new ProductsEdit(Stock: 33)));
        (await komeji.Read(db => db.Variants.Select(v => v.Stock).ToListAsync())).ShouldBe([33, 33]);
        (await komeji.Read(db => db.Products.OrderBy(p => (long)p.LowestPrice).Select(p => (long)p.LowestPrice).ToListAsync())).ShouldBe([16_700L, 45_000L]);

        var refusal = await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new EditProducts([first, second], new ProductsEdit(Price: Repricing.To(new Rupiah(99)), Stock: 1))));
        refusal.Code.ShouldBe("products.refused");
        (await Prices(komeji)).ShouldBe([16_700L, 45_000L]);
        (await komeji.Read(db => db.Variants.Select(v => v.Stock).ToListAsync())).ShouldBe([33, 33]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_one_is_named_and_keeps_the_others_as_they_are(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (stalls, shop, first, _) = await Open(komeji);
        var repair = await stalls.Product(shop, 75_000, kind: ProductKind.Service);
        var service = await komeji.Read(db => db.Variants.Where(v => v.Id == repair).Select(v => v.ProductId).SingleAsync());
        var refusal = await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner).Send(new EditProducts([first, service], new ProductsEdit(Stock: 7))));
        refusal.Code.ShouldBe("products.refused");
        refusal.Message.ShouldContain("jasa tidak memakai stok");
        (await komeji.Read(db => db.Variants.Where(v => v.ProductId == first).Select(v => v.Stock).SingleAsync())).ShouldBe(10);

        var other = await stalls.Shop();
        await Should.ThrowAsync<NotFound>(() => komeji.As(other.Owner).Send(new EditProducts([first], new ProductsEdit(To: ProductState.Archived))));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner).Send(new EditProducts([], new ProductsEdit(Stock: 1))))).Code.ShouldBe("products.none");
        await Should.ThrowAsync<NotFound>(() => komeji.As(other.Owner).Send(new CopyProduct(first)));
        await Should.ThrowAsync<NotFound>(() => komeji.As(other.Owner).Send(new ListPriceChanges(first)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_copy_is_a_draft_with_the_pictures_and_without_pieces(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (_, shop, first, _) = await Open(komeji);
        var copy = await komeji.As(shop.Owner).Send(new CopyProduct(first));
        var product = await komeji.Read(db => db.Products.AsNoTracking().Include(p => p.Variants).Include(p => p.Pictures).SingleAsync(p => p.Id == copy));
        (product.State, product.Pictures.Count, product.Variants.Single().Stock, product.Variants.Single().Price.Amount).ShouldBe((ProductState.Draft, 1, 0, 18_500L));
        product.Name.ShouldEndWith("(salinan)");
        await komeji.Send(new PublishProduct(copy));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_struck_price_is_the_lowest_before_the_cut_and_cannot_be_made_up(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (_, shop, first, _) = await Open(komeji);
        var slug = await komeji.Read(db => db.Products.Where(p => p.Id == first).Select(p => p.Slug).SingleAsync());
        async Task<long?> Struck() => (await komeji.Send(new ShowProduct(slug))).Variants.Single().Struck?.Amount;
        async Task Ask(int price) => await komeji.As(shop.Owner).Send(new EditProducts([first], new ProductsEdit(Price: Repricing.To(new Rupiah(price)))));

        await Ask(15_000);
        (await Struck()).ShouldBeNull("on display for too short a time");
        komeji.Clock.Advance(TimeSpan.FromDays(60));
        (await Struck()).ShouldBeNull();
        await Ask(12_000);
        (await Struck()).ShouldBe(15_000);
        komeji.Clock.Advance(TimeSpan.FromDays(1));
        await Ask(30_000);
        (await Struck()).ShouldBeNull("a rise strikes nothing");
        komeji.Clock.Advance(TimeSpan.FromDays(1));
        await Ask(14_000);
        (await Struck()).ShouldBeNull("raised to be cut: it was 12.000 two days ago");
        await Ask(11_000);
        (await Struck()).ShouldBe(12_000);
        komeji.Clock.Advance(TimeSpan.FromDays(31));
        (await Struck()).ShouldBeNull("the new price is the usual one by now");
        var steps = await komeji.Send(new ListPriceChanges(first));
        steps.Rows.Select(s => s.After.Amount).ShouldBe([11_000L, 14_000L, 30_000L, 12_000L, 15_000L]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_showcase_has_its_products_in_order_and_shows_those_on_display(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (stalls, shop, first, second) = await Open(komeji);
        komeji.As(shop.Owner);
        var gifts = await komeji.Send(new MakeShelf("Oleh-oleh Jember"));
        var other = await komeji.Send(new MakeShelf("Oleh-oleh Jember"));
        await komeji.Send(new PutOnShelf(gifts, [second, first]));
        await komeji.Send(new PutOnShelf(gifts, [first]));
        (await komeji.Send(new ListMyShelves())).Select(s => (s.Name, s.Slug, s.Products)).ShouldBe([("Oleh-oleh Jember", "oleh-oleh-jember", 2), ("Oleh-oleh Jember", "oleh-oleh-jember-2", 0)]);
        (await komeji.Send(new ShowMyShelf(gifts))).Inside.Rows.Select(p => p.Id).ShouldBe([second, first]);

        await komeji.Send(new RenameShelf(gifts, "Camilan khas"));
        await komeji.Send(new MoveShelf(other, Forward: true));
        (await komeji.Send(new ListMyShelves())).Select(s => s.Id).ShouldBe([other, gifts]);
        (await komeji.Send(new ShowShelf(shop.Id, "oleh-oleh-jember"))).Products.Rows.Select(p => p.Id).ShouldBe([second, first]);
        await komeji.Send(new ArchiveProduct(second));
        (await komeji.Send(new ShowShelf(shop.Id, "oleh-oleh-jember"))).Products.Rows.Select(p => p.Id).ShouldBe([first]);
        var page = await komeji.Send(new ShowStore(await komeji.Read(db => db.Stores.Where(s => s.Id == shop.Id).Select(s => s.Slug).SingleAsync())));
        page.Shelves.Select(s => s.Name).ShouldBe(["Camilan khas"]);

        await komeji.Send(new TakeFromShelf(gifts, first));
        await komeji.Send(new RemoveShelf(other));
        (await komeji.Send(new ListMyShelves())).Select(s => (s.Name, s.Products)).ShouldBe([("Camilan khas", 1)]);
        komeji.As((await stalls.Shop()).Owner);
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new ShowMyShelf(gifts)));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new PutOnShelf(gifts, [first])));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new RemoveShelf(gifts)));
    }

    static async Task<IReadOnlyList<long>> Prices(TestKomeji komeji) =>
        await komeji.Read(db => db.Variants.OrderBy(v => (long)v.Price).Select(v => (long)v.Price).ToListAsync());

    /// <summary>A shop with two products, of Rp18.500 and Rp50.000, ten pieces each.</summary>
    static async Task<(Stalls Stalls, Shop Shop, ProductId First, ProductId Second)> Open(TestKomeji komeji)
    {
        var stalls = new Stalls(komeji);
        var shop = await stalls.Shop();
        var (first, second) = (await stalls.Product(shop, 18_500), await stalls.Product(shop, 50_000));
        var products = await komeji.Read(db => db.Variants.ToDictionaryAsync(v => v.Id, v => v.ProductId));
        var leaf = await komeji.Read(db => db.Categories.Where(c => c.ParentId != null && c.Kind == ProductKind.Goods).OrderBy(c => c.Position).Select(c => c.Id).FirstAsync());
        await komeji.Write(db => db.Products.ExecuteUpdateAsync(set => set.SetProperty(p => p.CategoryId, leaf)));
        return (stalls, shop, products[first], products[second]);
    }
}
