using Komeji.Application.Legal;
using Komeji.Application.Legal.Office;
using Komeji.Application.Legal.Opening;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Legal;

/// <summary>Beside what the office vouches for a new paper may be begun; the old one holds until the new one does.</summary>
public sealed class ReplacedPaperTests
{
    const string Old = "1234567890123";
    const string New = "1234567890999";

    static readonly TellBusiness Business = new(LegalForm.Individual, "", Old, "10794", 2020, new Rupiah(5_000_000), new Rupiah(60_000_000));

    static async Task<DocumentId> SendIn(Papers papers, Shop shop, string nib)
    {
        var komeji = papers.Komeji;
        await Draft(papers, shop, nib);
        await komeji.Send(new SubmitDocument(DocumentKind.BusinessNumber));
        return await komeji.Read(db => db.LegalVerifications.Where(d => d.StoreId == shop.Id && d.Number == nib).Select(d => d.Id).SingleAsync());
    }

    static async Task Draft(Papers papers, Shop shop, string nib)
    {
        var komeji = papers.Komeji;
        komeji.Clock.Advance(TimeSpan.FromMinutes(1)); // the newest of two papers is the one begun later
        komeji.As(shop.Owner);
        await komeji.Send(new SaveDocument(DocumentKind.BusinessNumber, nib, "OSS", null, null));
        await komeji.Send(new AddScan(DocumentKind.BusinessNumber, new MemoryStream(Papers.Pdf)));
    }

    static async Task Approve(Papers papers, DocumentId id)
    {
        await papers.AsOfficer().Send(new ClaimDocument(id));
        await papers.Komeji.Send(new ApproveDocument(id, new Verdict(CheckedHow.Oss, null, null, "")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_verified_nib_without_an_end_is_replaced_and_holds_meanwhile(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var komeji = papers.Komeji;
        var shop = await papers.Market.Shop();
        await komeji.As(shop.Owner).Send(new TellOwner("Yanti Kusuma", "3509015708900002", "081234567890"));
        await komeji.Send(Business);
        var old = await SendIn(papers, shop, Old);
        await Approve(papers, old);

        komeji.As(shop.Owner);
        var renamed = Business with { Form = LegalForm.OnePersonCompany, Name = "PT Kerupuk Yanti", Nib = New };
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(renamed))).Code.ShouldBe("legal.business_verified");
        (await komeji.Send(new ShowMyDocument(DocumentKind.BusinessNumber))).CanReplace.ShouldBeTrue();
        await Draft(papers, shop, New);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(renamed with { Nib = "9999999999999" }))).Code.ShouldBe("legal.business_verified", "only what is to be looked at may be told");
        await komeji.Send(renamed);
        var mine = await komeji.Send(new ShowMyDocument(DocumentKind.BusinessNumber));
        (mine.Draft?.Number, mine.Beside.Select(d => d.Number).Single()).ShouldBe((New, Old));
        var page = await komeji.Send(new ShowLegality());
        page.Papers[DocumentKind.BusinessNumber].Select(p => p.State).ShouldBe([DocumentState.Approved, DocumentState.Draft]);
        (page.Standing.Rung, page.Standing.Nib.Status).ShouldBe((Rung.Basic, NibStatus.Verified));

        var id = await SendIn(papers, shop, New);
        (await papers.AsOfficer().Send(new ShowPaper(id))).Checks.ShouldContain(c => c.Says.Contains(Old));
        await Approve(papers, id);
        (await papers.StateOf(old)).ShouldBe(DocumentState.Expired);
        (await papers.AsOfficer().Send(new ListRegister(new RegisterFilter()))).Shops.Rows.ShouldHaveSingleItem().Nib.ShouldBe(New);
        (await komeji.As(shop.Owner).Send(new ShowLegality())).Standing.Papers.ShouldHaveSingleItem();
        (await papers.Told(shop.Owner)).ShouldNotContain("NIB kedaluwarsa");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Permits_of_goods_stand_side_by_side_and_the_end_of_one_is_not_told_while_another_holds(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var komeji = papers.Komeji;
        var shop = await papers.Market.Shop();
        var first = await papers.Verified(shop, DocumentKind.HomeFoodPermit);
        var second = await papers.Verified(shop, DocumentKind.HomeFoodPermit, new DateOnly(2026, 12, 1));
        (await papers.StateOf(first), await papers.StateOf(second)).ShouldBe((DocumentState.Approved, DocumentState.Approved));

        komeji.Clock.MoveTo(new DateTimeOffset(2026, 12, 1, 17, 1, 0, TimeSpan.Zero));
        (await komeji.Run<EndingPapers>()).Failures.ShouldBe(0);
        (await papers.StateOf(first), await papers.StateOf(second)).ShouldBe((DocumentState.Approved, DocumentState.Expired));
        (await papers.Told(shop.Owner)).ShouldBe(["P-IRT terverifikasi", "P-IRT terverifikasi"]);
        (await komeji.As(shop.Owner).Send(new ShowLegality())).Papers[DocumentKind.HomeFoodPermit].Select(p => p.State).ShouldBe([DocumentState.Approved, DocumentState.Expired]);
    }
}
