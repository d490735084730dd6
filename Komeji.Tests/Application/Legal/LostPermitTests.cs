using Komeji.Application.Catalog;
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
        var foods = new[] { await Product(papers, shop, "makanan"), await Product(papers, shop, "makanan") };
        var bag = await Product(papers, shop, "tas");
        await papers.Verified(shop, DocumentKind.Halal);
        await papers.Verified(shop, DocumentKind.HomeFoodPermit, permitUntil);
        return (shop, foods, bag);
    }

    static async Task<ProductId> Product(Papers papers, Shop shop, string category)
    {
        var variant = await papers.Market.Product(shop);
        return await papers.Komeji.Read(async db =>
        {
            var kind = await db.Categories.SingleOrDefaultAsync(c => c.Slug == category) ?? db.Categories.Add(new Category(CategoryId.New(papers.Komeji.Clock.GetUtcNow()), null, category, category, ProductKind.Goods, 5, category)).Entity;
            await db.SaveChangesAsync();
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
            var tas = await db.Categories.Where(c => c.Slug == "tas").Select(c => c.Id).SingleAsync();
            await db.Products.Where(p => p.Id == foods[0]).ExecuteUpdateAsync(set => set.SetProperty(p => p.CategoryId, tas));
            return 0;
        });
        papers.Komeji.As(shop.Owner);
        await papers.Komeji.Send(new PublishProduct(foods[0]));
        (await Shown(papers, shop)).Count.ShouldBe(2);
    }
}
