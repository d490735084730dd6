using Komeji.Application.Catalog;
using Komeji.Application.Catalog.Flags;
using Komeji.Application.Catalog.Searches;
using Komeji.Application.Stores;
using Komeji.Application.Support;
using Komeji.Domain.Accounts;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Stores;

/// <summary>What the seller's start page and the operator's tell, as it comes and goes; and holidays that begin and end by the calendar.</summary>
public sealed class SellerChoresTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_withheld_listing_is_asked_about_looked_at_by_another_and_let_go(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stalls = new Stalls(komeji);
        var shop = await stalls.Shop();
        var (first, second) = (await stalls.Person(), await stalls.Person());
        var id = await Doubtful(komeji, stalls, shop);
        (await Waiting(komeji)).ShouldBe((1, 0));
        var flag = (await komeji.As(first).Send(new ListListingFlags())).Rows.Single();
        await komeji.Send(new WithholdListing(flag.Id, "Izin edar tidak dicantumkan."));
        (await Chores(komeji, shop)).Withheld.ShouldBe(1);
        (await komeji.Send(new ListMyProducts(Withheld: true))).Page.Rows.Single().Withheld.ShouldBe("Izin edar tidak dicantumkan.");
        (await komeji.Send(new ShowMyProduct(id))).Withheld.ShouldBe("Izin edar tidak dicantumkan.");

        await komeji.Send(new AskToLookAgain(id, "Nomor izin sudah saya tulis di keterangan."));
        (await komeji.Send(new ShowMyProduct(id))).Plea.ShouldBe("Nomor izin sudah saya tulis di keterangan.");
        (await Chores(komeji, shop)).Withheld.ShouldBe(0, "it is somebody else's turn");
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new AskToLookAgain(id, "Mohon segera dilihat lagi.")))).Code.ShouldBe("flag.none");
        (await Waiting(komeji)).ShouldBe((0, 1));

        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(first).Send(new WithholdListing(flag.Id, "Masih tidak ada izinnya.")))).Code.ShouldBe("flag.own_decision");
        await komeji.As(second).Send(new WithholdListing(flag.Id, "Nomor izinnya milik barang lain."));
        (await komeji.As(shop.Owner).Send(new ShowMyProduct(id))).Withheld.ShouldBe("Nomor izinnya milik barang lain.");
        await komeji.Send(new AskToLookAgain(id, "Sekarang nomornya sudah benar."));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner).Send(new ClearListing(flag.Id)))).Code.ShouldBe("staff.own_case");
        await komeji.As(first).Send(new ClearListing(flag.Id));
        (await komeji.As(shop.Owner).Send(new ShowMyProduct(id))).Withheld.ShouldBe("");
        await komeji.Send(new PublishProduct(id));
        (await komeji.Read(db => db.Notifications.CountAsync(n => n.UserId == shop.Owner))).ShouldBe(3);
        await Should.ThrowAsync<Komeji.Application.Common.NotFound>(async () => await komeji.As((await stalls.Shop()).Owner).Send(new AskToLookAgain(id, "Bukan produk saya sendiri.")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Papers_that_end_and_drafts_are_told(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stalls = new Stalls(komeji);
        var shop = await stalls.Shop();
        await stalls.Product(shop);
        var before = await Chores(komeji, shop);
        (before.PapersEnding, before.Papers.ToMend, before.Drafts, before.Nib!.Status).ShouldBe((0, 0, 0, NibStatus.InProcess));
        (before.Stopped, before.BankWanted, before.Hidden, before.Papers.Refused).ShouldBe((null, false, 0, 0));
        before.Papers.Wanted.ShouldHaveSingleItem().AnyOf.ShouldBe([DocumentKind.IdentityCard]);
        komeji.Clock.Advance(TimeSpan.FromDays(700));
        (await Chores(komeji, shop)).Nib!.Status.ShouldBe(NibStatus.Restricted);
        await Draft(komeji, "Keripik tempe asli");
        (await Chores(komeji, shop)).Drafts.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_worst_news_stands_on_the_start_page(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stalls = new Stalls(komeji);
        var shop = await stalls.Shop();
        var id = await stalls.Product(shop);
        await komeji.Write(async db =>
        {
            var now = komeji.Clock.GetUtcNow();
            var store = await db.Stores.SingleAsync();
            store.Suspend(Actor.Staff(Guid.CreateVersion7(now), Roles.Operator), "Foto produk diambil dari toko lain", Wib.DayOf(now).AddDays(7), now);
            var product = await db.Products.Include(p => p.Variants).SingleAsync(p => p.Variants.Any(v => v.Id == id));
            product.HideFor(DocumentKind.HomeFoodPermit.Word(), now);
            var profile = LegalProfile.Begin(shop.Owner, now);
            profile.TellOwner(new OwnerFacts("Yanti Kusuma", new KeptNumber("3509", "x", "nik"), "081234567890"), now);
            profile.TellBusiness(new BusinessFacts(LegalForm.Individual, "", "", new Kbli("10794", 2020), new Rupiah(1), new Rupiah(1)), now);
            profile.TellBank(new BankFacts("BRI", new KeptNumber("1234", "x", "rekening"), "Yanti Kusuma"), now);
            profile.TellBusiness(new BusinessFacts(LegalForm.Company, "Kerupuk Maju", "", new Kbli("10794", 2020), new Rupiah(1), new Rupiah(1)), now);
            db.LegalProfiles.Add(profile);
        });

        var chores = await Chores(komeji, shop);
        (chores.Stopped?.State, chores.Stopped?.CanAppeal, chores.Hidden, chores.BankWanted).ShouldBe((StoreState.Suspended, true, 1, true));
        chores.Papers.Wanted.Select(w => w.AnyOf[0]).ShouldBe([DocumentKind.IdentityCard, DocumentKind.TaxNumber, DocumentKind.LegalEntity]);
        (await komeji.Send(new ShowSellerHome())).State.ShouldBe(StoreState.Suspended);
        var row = (await komeji.Send(new ListMyProducts(Hidden: true))).Page.Rows.ShouldHaveSingleItem();
        row.LostPermit.ShouldBe("p-irt");
    }

    [Fact]
    public void Of_the_papers_refused_prepared_and_never_sent_ones_are_told_once()
    {
        var now = new DateTimeOffset(2026, 10, 5, 1, 0, 0, TimeSpan.Zero);
        PaperAtHand Paper(DocumentKind kind, DocumentState state, int daysAgo = 5, bool prepared = false) => new(kind, state, now.AddDays(-daysAgo), now.AddDays(-daysAgo), prepared);
        Requirement[] asked = [.. new[] { DocumentKind.IdentityCard, DocumentKind.BusinessNumber, DocumentKind.TaxNumber, DocumentKind.LegalEntity }.Select(k => new Requirement([k]))];
        var chores = PaperChores.Of(
            [
                Paper(DocumentKind.IdentityCard, DocumentState.Rejected, 40), Paper(DocumentKind.IdentityCard, DocumentState.Draft),
                Paper(DocumentKind.TaxNumber, DocumentState.Revoked),
                Paper(DocumentKind.LegalEntity, DocumentState.Draft, prepared: true),
                Paper(DocumentKind.Trademark, DocumentState.NeedsFix),
                Paper(DocumentKind.Halal, DocumentState.Rejected, 31),
            ],
            asked, now);
        (chores.ToMend, chores.Refused, chores.ToConfirm).ShouldBe((1, 1, 1));
        chores.Wanted.ShouldHaveSingleItem().AnyOf.ShouldBe([DocumentKind.IdentityCard]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_holiday_begins_and_ends_on_its_days_and_the_seller_is_told(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stalls = new Stalls(komeji);
        var shop = await stalls.Shop();
        var today = Wib.DayOf(komeji.Clock.GetUtcNow());
        await komeji.As(shop.Owner).Send(new TakeHoliday(true, today.AddDays(1), today.AddDays(2)));
        (await Away(komeji)).ShouldBeFalse();
        foreach (var (days, away) in new[] { (1, true), (1, true), (1, false) })
        {
            komeji.Clock.Advance(TimeSpan.FromDays(days));
            (await komeji.Run<TurningHolidays>()).LastError.ShouldBe("");
            (await Away(komeji)).ShouldBe(away);
        }

        (await komeji.Read(db => db.Notifications.CountAsync(n => n.UserId == shop.Owner))).ShouldBe(2);
        (await Chores(komeji, shop)).HolidayFrom.ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_price_is_struck_on_cards_as_on_the_page(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stalls = new Stalls(komeji);
        var shop = await stalls.Shop();
        await stalls.Product(shop, 18_500);
        await stalls.Product(shop, 9_000);
        var product = await komeji.Read(db => db.Products.Where(p => (long)p.LowestPrice == 18_500).Select(p => new { p.Id, p.Slug }).SingleAsync());
        komeji.Clock.Advance(TimeSpan.FromDays(60));
        await komeji.As(shop.Owner).Send(new EditProducts([product.Id], new ProductsEdit(Price: Repricing.To(new Rupiah(15_000)))));
        var page = (await komeji.Send(new ShowProduct(product.Slug))).Variants.Single().Struck;
        page.ShouldBe(new Rupiah(18_500));
        var cards = (await komeji.Send(new SearchProducts(Store: shop.Id))).Page.Rows;
        cards.Select(c => (c.Price.Amount, c.Struck?.Amount)).ShouldBe([(15_000L, 18_500L), (9_000L, null)], ignoreOrder: true);
        (await komeji.Send(new ShowHome())).Newest.Single(c => c.Id == product.Id).Struck.ShouldBe(page);
        komeji.Clock.Advance(TimeSpan.FromDays(31));
        (await komeji.Send(new SearchProducts(Store: shop.Id))).Page.Rows.ShouldAllBe(c => c.Struck == null);
    }

    static async Task<(int Flagged, int Asked)> Waiting(TestKomeji komeji)
    {
        var counts = await komeji.Send(new CountWaitingWork([WaitingKind.FlaggedListings, WaitingKind.ListingsAskedAgain]));
        foreach (var (kind, count) in counts)
        {
            (await komeji.Send(new ListWaitingWork(kind, 1))).Total.ShouldBe(count);
        }

        return (counts[WaitingKind.FlaggedListings], counts[WaitingKind.ListingsAskedAgain]);
    }

    static Task<SellerChores> Chores(TestKomeji komeji, Shop shop) => komeji.As(shop.Owner).Send(new ListSellerChores());

    static Task<bool> Away(TestKomeji komeji) => komeji.Read(db => db.Stores.Select(s => s.OnHoliday).SingleAsync());

    /// <summary>On display, with a word that makes people look.</summary>
    static async Task<ProductId> Doubtful(TestKomeji komeji, Stalls stalls, Shop shop)
    {
        await stalls.Product(shop);
        komeji.As(shop.Owner);
        var id = await Draft(komeji, "Obat batuk herbal");
        await komeji.Send(new AddPictures(id, [new PictureUpload("a.jpg", new MemoryStream([1]))]));
        await komeji.Send(new PublishProduct(id));
        return id;
    }

    static async Task<ProductId> Draft(TestKomeji komeji, string name)
    {
        var category = await komeji.Read(db => db.Categories.Where(c => c.ParentId != null && c.Kind == ProductKind.Goods).OrderBy(c => c.Position).Select(c => c.Id).FirstAsync());
        return await komeji.Send(new ListProduct(new ListingDraft(category, name, "", 200, 0, 0, 0, 0, "", 1, "", true, "", Warranty.None, [new VariantDraft(null, "", new Rupiah(18_500), 5, 0, "")])));
    }
}
