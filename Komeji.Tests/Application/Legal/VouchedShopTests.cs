using Komeji.Application.Catalog.Searches;
using Komeji.Application.Legal;
using Komeji.Application.Legal.Office;
using Komeji.Application.Stores;
using Komeji.Application.Stores.Desk;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Legal;

/// <summary>What the public and the register read of a shop: only what the office vouches for now.</summary>
public sealed class VouchedShopTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_waived_nib_takes_orders_and_verifies_nothing(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var komeji = papers.Komeji;
        var shop = await papers.Market.Shop();
        var variant = await papers.Market.Product(shop);
        var buyer = await papers.Market.Buyer();
        await papers.Market.Put(buyer, variant);
        komeji.Clock.MoveTo(new DateTimeOffset(2027, 4, 4, 17, 0, 0, TimeSpan.Zero));
        var id = await papers.Claimed(shop, DocumentKind.BusinessNumber);
        await papers.AsOfficer().Send(new WaiveDocument(id, "NIB sedang diurus ulang di OSS", new DateOnly(2027, 6, 30)));

        (await papers.Market.Look(buyer)).Offer.Problems.ShouldBeEmpty("the waiver lifts the restriction");
        komeji.As(null);
        (await komeji.Send(new SearchProducts(Verified: true))).Page.Rows.ShouldBeEmpty();
        (await komeji.Send(new SearchProducts())).Page.Rows.ShouldHaveSingleItem().IsVerified.ShouldBeFalse();
        var slug = await komeji.Read(db => db.Stores.Where(s => s.Id == shop.Id).Select(s => s.Slug).SingleAsync());
        var standing = (await komeji.Send(new ShowStore(slug))).Standing;
        (standing.Rung, standing.Nib.Status, standing.Nib.Deadline).ShouldBe((Rung.None, NibStatus.InProcess, new DateOnly(2027, 7, 1)));
        (await papers.AsOfficer().Send(new ListRegister(new RegisterFilter()))).Shops.Rows.ShouldBeEmpty();
    }

    /// <summary>The search keeps the last day with each product: it follows the papers, and what is listed later knows it too.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task The_search_knows_a_verified_shop_from_the_decision_to_the_last_day(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var komeji = papers.Komeji;
        var shop = await papers.Market.Shop();
        await papers.Market.Product(shop);
        await papers.Market.Product(await papers.Market.Shop());
        var id = await papers.Claimed(shop, DocumentKind.BusinessNumber);
        (await Verified()).ShouldBe((0, 0), "nobody has decided yet");

        await papers.AsOfficer().Send(new ApproveDocument(id, new Verdict(CheckedHow.Portal, null, null, "")));
        (await Verified()).ShouldBe((1, 1));
        await papers.Market.Product(shop);
        (await Verified()).ShouldBe((2, 2), "listed after the decision");

        DateOnly? last = new DateOnly(2026, 12, 31);
        await komeji.Read(db => db.LegalVerifications.ExecuteUpdateAsync(set => set.SetProperty(d => d.ExpiresOn, last)));
        komeji.Clock.MoveTo(new DateTimeOffset(2026, 12, 31, 16, 59, 59, TimeSpan.Zero));
        (await Verified()).ShouldBe((2, 2), "the last second of the last day, in WIB");
        komeji.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Verified()).ShouldBe((0, 0), "whether the nightly job has come or not");

        DateOnly? never = null;
        await komeji.Read(db => db.LegalVerifications.ExecuteUpdateAsync(set => set.SetProperty(d => d.ExpiresOn, never)));
        (await Verified()).ShouldBe((2, 2));
        await komeji.Read(db => db.LegalVerifications.ExecuteUpdateAsync(set => set.SetProperty(d => d.State, DocumentState.Revoked)));
        (await Verified()).ShouldBe((0, 0));

        async Task<(int Found, int Counted)> Verified()
        {
            komeji.As(null);
            return ((await komeji.Send(new SearchProducts(Verified: true))).Page.Total, (await komeji.Send(new SearchProducts())).Counts.Verified);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_closed_shop_is_out_of_the_register_and_its_certificate_says_so(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var komeji = papers.Komeji;
        var shop = await papers.Market.Shop();
        var id = await papers.Verified(shop, DocumentKind.BusinessNumber);
        var code = await komeji.Read(db => db.LegalVerifications.Where(d => d.Id == id).Select(d => d.CheckCode!).SingleAsync());
        (await papers.AsOfficer().Send(new ListRegister(new RegisterFilter()))).Shops.Rows.ShouldHaveSingleItem();
        (await komeji.As(null).Send(new CheckPaper(code))).IsInForce.ShouldBeTrue();

        await komeji.As(shop.Owner).Send(new CloseMyStore(true));
        (await papers.AsOfficer().Send(new ListRegister(new RegisterFilter()))).Shops.Rows.ShouldBeEmpty();
        var check = await komeji.As(null).Send(new CheckPaper(code));
        (check.IsInForce, check.IsClosed, check.IsOpen).ShouldBe((false, true, false));
    }
}
