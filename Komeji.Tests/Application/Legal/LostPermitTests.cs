using Komeji.Application.Catalog;
using Komeji.Application.Catalog.Imports;
using Komeji.Application.Legal;
using Komeji.Application.Legal.Office;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Legal;

/// <summary>Losing a permit hides what needs it and nothing else; with the permit it comes back.</summary>
public sealed class LostPermitTests
{
    static readonly DateOnly Last = new(2026, 12, 1);
    static readonly DateTimeOffset After = new(2026, 12, 1, 17, 1, 0, TimeSpan.Zero);

    /// <summary>Two packed foods and a bag, of a shop with P-IRT and halal.</summary>
    static async Task<(Shop Shop, ProductId[] Foods, ProductId Bag)> Sell(Papers papers, DateOnly? permitUntil)
    {
        var shop = await papers.Market.Shop();
        var foods = new[] { await Product(papers, shop, "keripik-kerupuk"), await Product(papers, shop, "keripik-kerupuk") };
        var bag = await Product(papers, shop, "tas-dompet");
        await papers.Verified(shop, DocumentKind.Halal);
        await papers.Verified(shop, DocumentKind.HomeFoodPermit, permitUntil);
        return (shop, foods, bag);
    }

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
    public async Task What_needs_a_permit_goes_with_its_last_day_and_comes_back_with_the_renewed_one(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var (shop, foods, bag) = await Sell(papers, Last);
        papers.Komeji.Clock.MoveTo(new DateTimeOffset(2026, 12, 1, 16, 59, 0, TimeSpan.Zero));
        await papers.Komeji.Run<EndingPapers>();
        (await Shown(papers, shop)).Count.ShouldBe(3, "the last day counts whole");
        papers.Komeji.Clock.MoveTo(After);
        (await papers.Komeji.Run<EndingPapers>()).Failures.ShouldBe(0);

        (await Shown(papers, shop)).ShouldBe([bag]);
        (await papers.Told(shop.Owner)).ShouldContain("2 produk disembunyikan");
        (await papers.Komeji.Read(db => db.Notifications.Where(n => n.Title == "2 produk disembunyikan").Select(n => n.Body).SingleAsync())).ShouldContain("P-IRT toko Anda kedaluwarsa");
        papers.Komeji.As(shop.Owner);
        (await papers.Komeji.Send(new ShowLegality())).Hidden.Select(h => h.Permit).ShouldBe(["p-irt", "p-irt"]);
        (await Should.ThrowAsync<RuleBroken>(() => papers.Komeji.Send(new PublishProduct(foods[0])))).Code.ShouldBe("product.permit_lost");

        await papers.Verified(shop, DocumentKind.HomeFoodPermit, new DateOnly(2031, 12, 1));
        (await Shown(papers, shop)).Count.ShouldBe(3);
        (await papers.Told(shop.Owner)).ShouldContain("2 produk tayang lagi");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Goods_come_back_by_the_rule_that_hid_them_whatever_the_shop_never_had(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var (never, both) = (await papers.Market.Shop(), await papers.Market.Shop());
        foreach (var shop in new[] { never, both })
        {
            await Product(papers, shop, "keripik-kerupuk");
            await papers.Verified(shop, DocumentKind.HomeFoodPermit, Last);
        }

        await papers.Verified(both, DocumentKind.Halal, Last);
        papers.Komeji.Clock.MoveTo(After);
        (await papers.Komeji.Run<EndingPapers>()).Failures.ShouldBe(0);
        ((await Shown(papers, never)).Count, (await Shown(papers, both)).Count).ShouldBe((0, 0));

        await papers.Verified(never, DocumentKind.HomeFoodPermit, new DateOnly(2031, 12, 1));
        (await Shown(papers, never)).Count.ShouldBe(1, "a halal certificate it never had did not hide it");
        (await papers.Told(never.Owner)).ShouldContain("Satu produk tayang lagi");
        await papers.Verified(both, DocumentKind.HomeFoodPermit, new DateOnly(2031, 12, 1));
        (await Shown(papers, both)).ShouldBeEmpty("the halal certificate it lost is still wanting");
        await papers.Verified(both, DocumentKind.Halal, new DateOnly(2030, 12, 1));
        (await Shown(papers, both)).Count.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_permit_that_will_do_or_a_renewal_in_time_keeps_them_shown(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var (shop, _, _) = await Sell(papers, Last);
        await papers.Verified(shop, DocumentKind.FoodAndDrugPermit);
        var (renewed, _, _) = await Sell(papers, Last);
        papers.Komeji.Clock.MoveTo(new DateTimeOffset(2026, 11, 20, 2, 0, 0, TimeSpan.Zero));
        await papers.Komeji.Run<EndingPapers>();
        await papers.Verified(renewed, DocumentKind.HomeFoodPermit, new DateOnly(2031, 12, 1));
        papers.Komeji.Clock.MoveTo(After);
        (await papers.Komeji.Run<EndingPapers>()).Failures.ShouldBe(0);
        (await Shown(papers, shop)).Count.ShouldBe(3);
        (await Shown(papers, renewed)).Count.ShouldBe(3);
        (await papers.Told(shop.Owner)).ShouldNotContain("2 produk disembunyikan");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_revoked_permit_hides_at_once_and_what_changed_its_category_may_be_shown_again(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var (shop, foods, bag) = await Sell(papers, null);
        var permit = await papers.Komeji.Read(db => db.LegalVerifications.Where(d => d.StoreId == shop.Id && d.Kind == DocumentKind.HomeFoodPermit).Select(d => d.Id).SingleAsync());
        await papers.AsOfficer().Send(new RevokeDocument(permit, "Produk berbeda dengan izinnya"));
        (await Shown(papers, shop)).ShouldBe([bag]);

        await papers.Komeji.Read(async db =>
        {
            var tas = await db.Categories.Where(c => c.Slug == "tas-dompet").Select(c => c.Id).SingleAsync();
            await db.Products.Where(p => p.Id == foods[0]).ExecuteUpdateAsync(set => set.SetProperty(p => p.CategoryId, tas));
            return 0;
        });
        papers.Komeji.As(shop.Owner);
        await papers.Komeji.Send(new PublishProduct(foods[0]));
        (await Shown(papers, shop)).Count.ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_lost_permit_hides_does_not_come_back_as_a_copy_in_bulk_or_through_another_category(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var komeji = papers.Komeji;
        var (shop, foods, bag) = await Sell(papers, Last);
        komeji.Clock.MoveTo(After);
        await komeji.Run<EndingPapers>();

        komeji.As(shop.Owner);
        var copy = await komeji.Send(new CopyProduct(foods[0]));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new PublishProduct(copy)))).Code.ShouldBe("product.permit_lost");
        var refusal = await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new EditProducts([copy, foods[1]], new ProductsEdit(To: ProductState.Published))));
        (refusal.Code, refusal.Message.Contains("halaman Legalitas")).ShouldBe(("products.refused", true), "it says what to do");

        var food = await komeji.Read(db => db.Products.Where(p => p.Id == foods[0]).Select(p => p.CategoryId).SingleAsync());
        var draft = await Draft(komeji, bag);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new EditProduct(bag, draft.Version, draft.Is with { CategoryId = food })))).Code.ShouldBe("product.permit_lost");
        await komeji.Send(new EditProduct(bag, draft.Version, draft.Is with { Name = "Tas anyam pandan" }));
        (await Shown(papers, shop)).ShouldBe([bag]);

        await papers.Verified(shop, DocumentKind.FoodAndDrugPermit);
        await komeji.As(shop.Owner).Send(new PublishProduct(copy));
        (await Shown(papers, shop)).Count.ShouldBe(4, "the copy, and the two that came back by themselves");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_table_brings_nothing_back_for_which_a_permit_is_lost(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var komeji = papers.Komeji;
        var (shop, foods, _) = await Sell(papers, Last);
        komeji.Clock.MoveTo(After);
        await komeji.Run<EndingPapers>();
        var variant = await komeji.Read(db => db.Products.Where(p => p.Id == foods[0]).SelectMany(p => p.Variants).SingleAsync());
        komeji.As(shop.Owner);
        var table = $"SKU,Status\n{Variant.CodeOf(variant.Id, variant.Sku)},tayang\n";
        var import = await komeji.Send(new UploadImport("produk.csv", new MemoryStream(System.Text.Encoding.UTF8.GetBytes(table))));
        await komeji.Run<DueImports>();
        var page = await komeji.As(shop.Owner).Send(new ShowImport(import));
        page.Import.State.ShouldBe(ImportState.Faulty);
        (await komeji.Read(db => db.ImportFaults.Where(f => f.ImportId == import).Select(f => f.Reason).SingleAsync())).ShouldContain("halaman Legalitas");
    }

    [Fact]
    public void What_the_cooperative_took_off_display_is_not_copied()
    {
        var product = Komeji.Domain.Catalog.Product.Draft(StoreId.New(After), "jamu", new ProductFacts(
            CategoryId.New(After), "Jamu", ProductKind.Goods, "Jamu kuat", "Segar", 200, 0, 0, 0, 0, "", 1, "", true, "", Warranty.None, null), [new VariantFacts(null, "", new Rupiah(10_000), 3, "")], After);
        product.AddPicture("a.webp", 10, 10, "", After);
        product.Publish(After);
        product.Copy("salinan", "Jamu", After).State.ShouldBe(ProductState.Draft);
        product.Withhold("Izin edar tidak ada.", After);
        Should.Throw<RuleBroken>(() => product.Copy("salinan-2", "Jamu", After)).Code.ShouldBe("product.withheld");
    }

    static Task<(ListingDraft Is, long Version)> Draft(TestKomeji komeji, ProductId id) => komeji.Read(async db =>
    {
        var p = await db.Products.AsNoTracking().Include(x => x.Variants).SingleAsync(x => x.Id == id);
        return (new ListingDraft(
            p.CategoryId, p.Name, p.Description, p.WeightGrams, p.LengthCm, p.WidthCm, p.HeightCm, p.NetQuantity, p.NetUnit, p.HandlingDays, p.Origin, p.IsLocal, p.Permits, p.Warranty,
            [.. p.Variants.Select(v => new VariantDraft(v.Id, v.Name, v.Price, v.Stock, v.Stock, v.Sku))]), p.Version);
    });
}
