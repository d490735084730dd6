using AngleSharp.Dom;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Office;

/// <summary>Two officers at one paper, through the pages: one wins, and the other reads what happened.</summary>
public sealed class TwoOfficersTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_who_claim_or_decide_at_once_one_wins_and_the_other_reads_why(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        var shop = await new Stalls(app).Shop();
        using var endang = await app.SignInAs("endang@komeji.test", Roles.Verifier);
        using var bayu = await app.SignInAs("bayu@komeji.test", Roles.Verifier);
        for (var round = 0; round < 3; round++)
        {
            var page = $"/dinas/dokumen/{(await Waiting(app, shop)).Value}";
            var (hers, his) = (await endang.Get(page), await bayu.Get(page));
            var claims = await Task.WhenAll(Press(endang, hers, page + "/ambil"), Press(bayu, his, page + "/ambil"));
            claims.Count(told => told.Contains("Dokumen Anda pegang", StringComparison.Ordinal)).ShouldBe(1, string.Join('\n', claims));
            claims.Count(told => told.Contains("baru saja diambil petugas lain", StringComparison.Ordinal)).ShouldBe(1, string.Join('\n', claims));

            var (winner, loser) = claims[0].Contains("Anda pegang", StringComparison.Ordinal) ? (endang, bayu) : (bayu, endang);
            var desk = await winner.Get(page);
            (await loser.Get(page)).Document.Forms.ShouldNotContain(f => f.GetAttribute("action") == page + "/setujui");
            (await Press(loser, desk, page + "/setujui", await Token(loser, page), ("Cara", "Oss"))).ShouldContain("sedang diperiksa petugas lain");

            // The same officer in two browsers.
            using var other = await app.SignInAs(winner == endang ? "endang@komeji.test" : "bayu@komeji.test", Roles.Verifier);
            var beside = await other.Get(page);
            var decisions = await Task.WhenAll(
                Press(winner, desk, page + "/setujui", ("Cara", "Oss")),
                Press(other, beside, page + "/tolak", ("alasan", "Bukan dokumen toko ini")));
            decisions.Count(told => told.Contains("Penjual diberi tahu", StringComparison.Ordinal)).ShouldBe(1, string.Join('\n', decisions));
            decisions.Count(told => told.Contains("berubah", StringComparison.Ordinal) || told.Contains("sudah", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(1, string.Join('\n', decisions));
        }

        (await app.Read(db => db.StateChanges.CountAsync(c => c.Subject == LegalVerification.Subject && c.From == nameof(DocumentState.InReview)))).ShouldBe(3);
    }

    [Theory, OnSqlite]
    public async Task What_an_officer_wrote_stays_when_it_is_refused(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        var shop = await new Stalls(app).Shop();
        using var officer = await app.SignInAs("endang@komeji.test", Roles.Verifier);
        var page = $"/dinas/dokumen/{(await Waiting(app, shop)).Value}";
        await officer.Submit(await officer.Get(page), page + "/ambil");

        var refused = await officer.Submit(await officer.Get(page), page + "/tolak", ("alasan", "Tdk"));
        refused.Status.ShouldBe(422);
        var area = Field(refused, page + "/tolak", "textarea");
        area.TextContent.Trim().ShouldBe("Tdk");
        area.Closest("details")!.HasAttribute("open").ShouldBeTrue();
        var other = Field(refused, page + "/bebaskan", "textarea");
        other.TextContent.Trim().ShouldBe("");
        other.Closest("details")!.HasAttribute("open").ShouldBeFalse();

        var unanswered = await officer.Submit(await officer.Get(page), page + "/setujui", ("Catatan", "Cocok & lengkap"));
        unanswered.Status.ShouldBe(422);
        Field(unanswered, page + "/setujui", "input[name=Catatan]").GetAttribute("value").ShouldBe("Cocok & lengkap");
        var chosen = await officer.Submit(await officer.Get(page), page + "/setujui", ("Cara", "Oss"), ("Terbit", "kemarin"));
        chosen.Status.ShouldBe(400);
        Field(chosen, page + "/setujui", "input[value=Oss]").HasAttribute("checked").ShouldBeTrue();
        Field(chosen, page + "/setujui", "input[value=Portal]").HasAttribute("checked").ShouldBeFalse();
        (await officer.Get(page)).Document.QuerySelectorAll("details[open]").ShouldBeEmpty();
    }

    [Theory, OnSqlite]
    public async Task What_is_found_in_the_audit_and_the_queue_is_taken_away(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        await Waiting(app, await new Stalls(app).Shop());
        using var officer = await app.SignInAs("endang@komeji.test", Roles.Verifier);
        (await officer.Get("/dinas/antrean?berkas=csv")).Html.ShouldContain("Merek terdaftar");
        using var supervisor = await app.SignInAs("rahma@komeji.test", Roles.Supervisor);
        var page = await supervisor.Get("/dinas/audit/keputusan?apa=submitted");
        page.Document.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("Diajukan penjual");
        page.Document.QuerySelector("select[name=apa] option[selected]")!.GetAttribute("value").ShouldBe("submitted");
        (await supervisor.Get("/dinas/audit/keputusan?apa=submitted&berkas=csv")).Html.ShouldContain(",Diajukan penjual,Draf,Diajukan,Merek terdaftar,");
        (await supervisor.Get("/dinas/audit?dari=kemarin")).Status.ShouldBe(200);
    }

    static IElement Field(Page page, string form, string field) => page.Document.QuerySelector($"form[action='{form}'] {field}")!;

    /// <returns>What the officer reads on the page she is led to.</returns>
    static async Task<string> Press(Visitor officer, Page page, string action, params (string, string)[] typed) =>
        (await officer.Follow(await officer.Submit(page, action, typed))).Text;

    static async Task<(string, string)> Token(Visitor officer, string page) =>
        ("__formulir", (await officer.Get(page)).Document.QuerySelector("input[name=__formulir]")!.GetAttribute("value")!);

    static Task<string> Press(Visitor officer, Page page, string action, (string, string) token, (string, string) typed) => Press(officer, page, action, [token, typed]);

    /// <summary>A paper in the queue.</summary>
    static async Task<DocumentId> Waiting(KomejiApp app, Shop shop)
    {
        var now = app.Clock.GetUtcNow();
        var region = await app.Read(db => db.Stores.Where(s => s.Id == shop.Id).Select(s => s.VillageCode).SingleAsync());
        var paper = LegalVerification.Begin(DocumentKind.Trademark, new DocumentOf(shop.Id, shop.Owner, shop.Owner, region), now);
        paper.Fill(new DocumentFacts(new KeptNumber("IDM000123456", "", "uji"), "DJKI", null, null), shop.Owner, Wib.DayOf(now));
        paper.AddScan("uji.bin", "webp", 10, now);
        paper.Submit(Actor.Seller(shop.Owner.Value), region, new WorkingCalendar([]), now);
        await app.Write(db =>
        {
            db.Add(paper);
            return Task.CompletedTask;
        });
        return paper.Id;
    }
}
