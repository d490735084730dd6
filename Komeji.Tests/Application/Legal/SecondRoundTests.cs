using Komeji.Application.Legal;
using Komeji.Application.Legal.Office;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Legal;

/// <summary>Who looks at a paper again reads first what was said about it before, in words.</summary>
public sealed class SecondRoundTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_appeal_shows_the_sellers_reason_and_the_refusal(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var komeji = papers.Komeji;
        var shop = await papers.Market.Shop();
        var id = await papers.Claimed(shop, DocumentKind.Halal);
        (await papers.AsOfficer().Send(new ShowPaper(id))).HasPast.ShouldBeFalse();
        await komeji.Send(new RejectDocument(id, "Sertifikat milik usaha lain"));
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        await komeji.As(shop.Owner).Send(new AppealDocument(DocumentKind.Halal, "Sertifikat itu milik toko saya"));

        komeji.As(await papers.Market.Person(), Roles.Verifier);
        var desk = await komeji.Send(new ShowPaper(id));
        (desk.HasPast, desk.Appeal?.Note, desk.Refusal?.Note).ShouldBe((true, "Sertifikat itu milik toko saya", "Sertifikat milik usaha lain"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_second_round_shows_what_was_to_be_mended_and_notes_hold_no_words_of_the_code(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var komeji = papers.Komeji;
        var shop = await papers.Market.Shop();
        var id = await papers.Claimed(shop, DocumentKind.Halal);
        await papers.AsOfficer().Send(new AskFixes(id, [new Fix(FixOf.Blurred, "Bagian bawah terpotong"), new Fix(FixOf.Dates, "")]));
        await komeji.As(shop.Owner).Send(new SubmitDocument(DocumentKind.Halal));
        await papers.AsOfficer().Send(new ClaimDocument(id));
        var desk = await komeji.Send(new ShowPaper(id));
        desk.HasPast.ShouldBeTrue();
        desk.Appeal.ShouldBeNull();
        desk.Paper.Fixes.Select(f => f.Says()).ShouldBe(["Foto buram atau terpotong: Bagian bawah terpotong", "Tanggal terbit atau masa berlaku tidak sesuai"]);

        await komeji.Send(new ApproveDocument(id, new Verdict(CheckedHow.Oss, null, null, "Cocok")));
        var notes = await komeji.Read(db => db.StateChanges.Where(c => c.SubjectId == id.Value && c.Note != null).OrderBy(c => c.Id).Select(c => c.Note).ToListAsync());
        notes.ShouldBe(["Foto buram atau terpotong: Bagian bawah terpotong; Tanggal terbit atau masa berlaku tidak sesuai", "Pelacakan di OSS. Cocok"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_paper_after_a_no_shows_why_the_one_before_was_refused(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var shop = await papers.Market.Shop();
        var refused = await papers.Claimed(shop, DocumentKind.Halal);
        await papers.AsOfficer().Send(new RejectDocument(refused, "Sertifikat milik usaha lain"));
        var id = await papers.SendIn(shop, DocumentKind.Halal);
        var desk = await papers.AsOfficer().Send(new ShowPaper(id));
        desk.HasPast.ShouldBeTrue();
        (desk.Earlier!.Id, desk.Earlier.Reason).ShouldBe((refused, "Sertifikat milik usaha lain"));
        (await papers.Komeji.Send(new ShowPaper(refused))).Earlier.ShouldBeNull("what came later is not before");
    }
}
