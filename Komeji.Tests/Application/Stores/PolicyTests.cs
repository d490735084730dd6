using Komeji.Application.Catalog;
using Komeji.Application.Catalog.Flags;
using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Stores;

/// <summary>What a shop promises is shown, what is void is not kept; doubtful listings come before a person, who decides once.</summary>
public sealed class PolicyTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_promise_is_shown_and_a_void_clause_changes_nothing(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stalls = new Stalls(komeji);
        var shop = await stalls.Shop();
        var slug = await komeji.Read(db => db.Stores.Select(s => s.Slug).SingleAsync());
        komeji.As(shop.Owner);
        (await komeji.Send(new ShowMyPolicy())).IsEmpty.ShouldBeTrue();
        await komeji.Send(new WritePolicy("Barang rusak diganti dalam 7 hari.", "", ""));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new WritePolicy("Barang yang sudah dibeli tidak dapat dikembalikan.", "", "")))).Code.ShouldBe("store.void_clause");
        (await komeji.Send(new ShowStore(slug))).Policy.ShouldBe(new PolicyTexts("Barang rusak diganti dalam 7 hari.", "", ""));
        await Should.ThrowAsync<NotFound>(async () => await komeji.As(await stalls.Person()).Send(new WritePolicy("Ramah.", "", "")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_doubtful_listing_is_looked_at_once_and_taken_off_with_a_reason(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stalls = new Stalls(komeji);
        var shop = await stalls.Shop();
        await stalls.Product(shop);
        var category = await komeji.Read(db => db.Categories.Where(c => c.ParentId != null && c.Kind == ProductKind.Goods).OrderBy(c => c.Position).Select(c => c.Id).FirstAsync());
        var draft = new ListingDraft(category, "Obat batuk herbal", "", 200, 0, 0, 0, 0, "", 1, "", true, "", Warranty.None, [new VariantDraft(null, "", new Rupiah(18_500), 5, 0, "")]);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner).Send(new ListProduct(draft with { Name = "Arak putih 600 ml" })))).Code.ShouldBe("product.prohibited");
        var id = await komeji.Send(new ListProduct(draft));
        var listing = await komeji.Send(new ShowMyProduct(id));
        await komeji.Send(new EditProduct(id, listing.Version, listing.Draft with { Description = "Dari jahe." }));
        var flag = (await komeji.Send(new ListListingFlags())).Rows.Single();
        flag.Words.ShouldBe("obat");

        var staff = await stalls.Person();
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(staff).Send(new WithholdListing(flag.Id, "tidak")))).Code.ShouldBe("flag.reason");
        await komeji.Send(new WithholdListing(flag.Id, "Izin edar tidak dicantumkan."));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new WithholdListing(flag.Id, "Izin edar tidak dicantumkan.")))).Code.ShouldBe("flag.decided");
        (await komeji.Send(new ListListingFlags())).Total.ShouldBe(0);
        (await komeji.Send(new ListListingFlags(Decided: true))).Rows.Single().Decider.ShouldBe("Siti Aminah");
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner).Send(new EditProducts([id], new ProductsEdit(To: ProductState.Published))))).Code.ShouldBe("products.refused");
        (await komeji.Read(db => db.Notifications.Where(n => n.UserId == shop.Owner).CountAsync())).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_taken_off_display_and_is_typed_anew_waits_for_a_person(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stalls = new Stalls(komeji);
        var (shop, other, staff) = (await stalls.Shop(), await stalls.Shop(), await stalls.Person());
        await stalls.Product(shop);
        var category = await komeji.Read(db => db.Categories.Where(c => c.ParentId != null && c.Kind == ProductKind.Goods).OrderBy(c => c.Position).Select(c => c.Id).FirstAsync());
        async Task<ProductId> List(Shop by, string name)
        {
            var id = await komeji.As(by.Owner).Send(new ListProduct(new ListingDraft(category, name, "", 200, 0, 0, 0, 0, "", 1, "", true, "", Warranty.None, [new VariantDraft(null, "", new Rupiah(18_500), 5, 0, "")])));
            await komeji.Send(new AddPictures(id, [new PictureUpload("a.jpg", new MemoryStream([1]))]));
            return id;
        }

        async Task<ProductState> Publish(Shop by, ProductId id)
        {
            await komeji.As(by.Owner).Send(new PublishProduct(id));
            return await komeji.Read(db => db.Products.Where(p => p.Id == id).Select(p => p.State).SingleAsync());
        }

        var (withheld, twin) = (await List(shop, "Obat batuk herbal"), await List(shop, "Herbal batuk obat"));
        (await Publish(shop, twin)).ShouldBe(ProductState.Published);
        var flag = (await komeji.Send(new ListListingFlags())).Rows.Single(f => f.Product == "Obat batuk herbal");
        await komeji.As(staff).Send(new WithholdListing(flag.Id, "Izin edar tidak dicantumkan."));
        (await komeji.Read(db => db.Products.Where(p => p.Id == twin).Select(p => p.State).SingleAsync())).ShouldBe(ProductState.Archived, "it was there before");

        var anew = await List(shop, "0BAT-BATUK  HERBAL");
        (await Should.ThrowAsync<RuleBroken>(() => Publish(shop, anew))).Code.ShouldBe("product.withheld");
        (await komeji.As(shop.Owner).Send(new ShowMyProduct(anew))).IsHeld.ShouldBeTrue();
        (await Publish(shop, await List(shop, "Keripik tempe asli"))).ShouldBe(ProductState.Published);
        (await Publish(other, await List(other, "Obat batuk herbal"))).ShouldBe(ProductState.Published, "another shop's");

        var held = (await komeji.As(staff).Send(new ListListingFlags())).Rows.Where(f => f.State == ListingFlagState.Held).ToDictionary(f => f.Product);
        held.Keys.ShouldBe(["Herbal batuk obat", "0BAT-BATUK  HERBAL"], ignoreOrder: true);
        held["0BAT-BATUK  HERBAL"].Note.ShouldBe("Izin edar tidak dicantumkan.");
        await komeji.Send(new ClearListing(held["0BAT-BATUK  HERBAL"].Id));
        await komeji.Send(new WithholdListing(held["Herbal batuk obat"].Id, "Sama dengan yang sudah diturunkan."));
        (await Publish(shop, anew)).ShouldBe(ProductState.Published);
        var listing = await komeji.As(shop.Owner).Send(new ShowMyProduct(anew));
        await komeji.Send(new EditProduct(anew, listing.Version, listing.Draft with { Description = "Dari jahe." }));
        (await komeji.Send(new ShowMyProduct(anew))).Withheld.ShouldBe("", "a person has let it pass");
        (await Should.ThrowAsync<RuleBroken>(() => Publish(shop, withheld))).Code.ShouldBe("product.withheld");
    }
}
