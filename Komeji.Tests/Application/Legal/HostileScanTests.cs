using System.IO.Compression;
using System.Text;
using Komeji.Application.Legal;
using Komeji.Application.Legal.Opening;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Legal;

/// <summary>PDFs that are more than a page, however they hide it. None leaves a file or a row.</summary>
public sealed class HostileScanTests
{
    const string End = "\nstartxref\n9\n%%EOF\n";

    static byte[] Zip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(content);
        }

        return packed.ToArray();
    }

    static byte[] Pdf(string dictionary, byte[] stream, string before = "") =>
        [.. Encoding.Latin1.GetBytes($"%PDF-1.5\n{before}1 0 obj{dictionary}stream\n"), .. stream, .. Encoding.Latin1.GetBytes($"\nendstream\nendobj{End}")];

    static byte[] Objects(string hidden, string dictionary = "<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>") => Pdf(dictionary, Zip(Encoding.Latin1.GetBytes($"7 0 {hidden}")));

    static readonly string Padding = new(' ', 9_000);

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "scan.pdf_active", Objects("<</S/JavaScript/JS(app.alert(1))>>") },
        { "scan.pdf_active", Objects("<</S/J#61vaScript/JS(app.alert(1))>>") },
        { "scan.pdf_active", Objects("<</S/Launch/F(cmd.exe)>>") },
        { "scan.pdf_active", Objects("<</Names<</EmbeddedFiles 8 0 R>>>>") },
        { "scan.pdf_active", Objects("<</S/JavaScript>>", "<</N 1/First 4/Filter/FlateDecode>>") },
        { "scan.pdf_active", Objects("<</S/JavaScript>>", "<</Filter[/FlateDecode]/Length 99>>") },
        { "scan.pdf_active", Objects("<</S/JavaScript>>", "<</Type/O#62jStm/N 1/First 4/Filter/FlateDecode>>") },
        { "scan.pdf_active", Objects("<</S/JavaScript>>", "<</Type/ObjStm/N 1/First 4" + Padding + "/Filter/FlateDecode>>") },
        { "scan.pdf_active", Pdf("<</Type/ObjStm/N 1/First 4/Filter/ASCIIHexDecode>>", "<3720302 03C3C2F532F4A61766153637269"u8.ToArray()) },
        { "scan.pdf_active", Pdf("<</Type/ObjStm/N 1/First 4" + Padding + "/Filter/ASCIIHexDecode>>", "3720302"u8.ToArray()) },
        { "scan.pdf_active", Pdf("<</Type/ObjStm/N 1/First 4/Filter/LZWDecode>>", [0x80, 0x0B, 0x60, 0x50]) },
        { "scan.pdf_active", Pdf("<</Length 5>>", "BT ET"u8.ToArray(), "2 0 obj<</S/#4aavaScript>>endobj\n") },
        { "scan.pdf_active", Pdf("<</Length 5>>", "BT ET"u8.ToArray(), "2 0 obj<</AcroForm<</XFA 3 0 R>>>>endobj\n") },
        { "scan.pdf_locked", Objects("<</Encrypt 9 0 R>>") },
        { "scan.pdf_locked", Pdf("<</Type/XRef/Encr#79pt 9 0 R>>", Zip([1, 2, 3])) },
        { "scan.pdf_bomb", Pdf("<</Filter/FlateDecode>>", Zip(new byte[201 * 1_048_576])) },
        { "scan.pdf_bomb", Objects(new string(' ', 17 * 1_048_576)) },
        { "scan.pdf_broken", Encoding.Latin1.GetBytes("%PDF-1.5\n1 0 obj<<>>endobj\nstartxref\n99999\n%%EOF\n") },
        { "scan.pdf_broken", Encoding.Latin1.GetBytes("%PDF-1.5\n1 0 obj<<>>endobj\nstartxref\nx\n%%EOF\n") },
        { "scan.pdf_broken", Encoding.Latin1.GetBytes("%PDF-1.5\n1 0 obj<<>>endobj\nstartxref\n3\n%%EOF\n") },
        { "scan.pdf_broken", Pdf("<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>", Zip(Encoding.Latin1.GetBytes("7 0 " + string.Concat(Enumerable.Range(0, 3_000).Select(i => i * 7_919))))[..900]) },
    };

    [Fact]
    public async Task Every_one_is_refused_with_its_reason_and_nothing_is_left()
    {
        await using var papers = await Papers.Begin(Engine.Sqlite);
        var shop = await papers.Market.Shop();
        papers.Komeji.As(shop.Owner);
        foreach (var row in Refused)
        {
            var (code, content) = ((string)row[0], (byte[])row[1]);
            var refused = await Should.ThrowAsync<RuleBroken>(() => papers.Komeji.Send(new AddScan(DocumentKind.Halal, new MemoryStream(content))), Encoding.Latin1.GetString(content, 0, Math.Min(120, content.Length)));
            refused.Code.ShouldBe(code, Encoding.Latin1.GetString(content, 0, Math.Min(120, content.Length)));
        }

        papers.Files.Keys.ShouldBeEmpty();
        (await papers.Komeji.Read(db => db.LegalVerifications.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Plain_pages_packed_as_today_and_pictures_of_any_bytes_are_taken()
    {
        await using var papers = await Papers.Begin(Engine.Sqlite);
        papers.Komeji.As((await papers.Market.Shop()).Owner);
        var noise = new byte[4_000_000];
        new Random(4).NextBytes(noise);
        "/JS /AA"u8.CopyTo(noise.AsSpan(1_000)); // by chance
        foreach (var content in new[]
        {
            Objects("<</Type/Page/Parent 2 0 R>>"),
            Pdf("<</Filter/FlateDecode>>", Zip("0 0 595 842 re f"u8.ToArray())),
            Pdf("<</Filter/DCTDecode/Subtype/Image>>", noise),
            Pdf("<</Filter/FlateDecode/Subtype/Image>>", Zip(noise)[..1_000]),
        })
        {
            await papers.Komeji.Send(new AddScan(DocumentKind.Halal, new MemoryStream(content)));
        }

        papers.Files.Keys.Count.ShouldBe(4);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Scans_of_what_was_refused_or_taken_back_are_destroyed_after_a_while_and_the_row_says_so(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var komeji = papers.Komeji;
        var shop = await papers.Market.Shop();
        var refused = await papers.Claimed(shop, DocumentKind.Halal);
        await papers.AsOfficer().Send(new Komeji.Application.Legal.Office.RejectDocument(refused, "Bukan sertifikat toko ini"));
        var revoked = await papers.Verified(shop, DocumentKind.Trademark);
        await papers.AsOfficer().Send(new Komeji.Application.Legal.Office.RevokeDocument(revoked, "Mereknya milik orang lain"));
        await papers.Verified(shop, DocumentKind.BusinessNumber);
        papers.Files.Keys.Count.ShouldBe(3);
        komeji.Clock.Advance(TimeSpan.FromDays(89));
        await komeji.Run<ScansToDestroy>();
        papers.Files.Keys.Count.ShouldBe(3);
        komeji.Clock.Advance(TimeSpan.FromDays(1));
        (await komeji.Run<ScansToDestroy>()).Failures.ShouldBe(0);
        papers.Files.Keys.Count.ShouldBe(1, "what the office vouches for is kept");
        var scans = await komeji.Read(db => db.LegalVerifications.Where(d => d.Id == refused || d.Id == revoked).SelectMany(d => d.Scans).ToListAsync());
        scans.ShouldAllBe(s => s.DestroyedAt == komeji.Clock.GetUtcNow() && s.FileKey == "");
        (await komeji.Run<ScansToDestroy>()).Done.ShouldBe(0);
        await Should.ThrowAsync<Komeji.Application.Common.NotFound>(() => papers.AsOfficer().Send(new Komeji.Application.Legal.Office.OpenScan(refused, scans[0].Id, "Memeriksa lagi berkasnya")));
        await Should.ThrowAsync<Komeji.Application.Common.NotFound>(() => komeji.As(shop.Owner).Send(new OpenMyScan(scans[0].Id)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_scan_of_an_approved_identity_card_is_destroyed_after_a_while_and_its_facts_stay(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var komeji = papers.Komeji;
        var shop = await papers.Market.Shop();
        komeji.As(shop.Owner);
        await komeji.Send(new TellOwner("Yanti Kusuma", "3509015708900002", "081234567890"));
        await komeji.Send(new TellBusiness(LegalForm.Individual, "", "", "10794", 2020, new Rupiah(5_000_000), new Rupiah(60_000_000)));
        var card = await papers.Verified(shop, DocumentKind.IdentityCard);
        var licence = await papers.Verified(shop, DocumentKind.BusinessNumber);
        komeji.Clock.Advance(TimeSpan.FromDays(29));
        await komeji.Run<ScansToDestroy>();
        papers.Files.Keys.Count.ShouldBe(2, "not long enough ago");
        komeji.Clock.Advance(TimeSpan.FromDays(1));
        (await komeji.Run<ScansToDestroy>()).Failures.ShouldBe(0);
        (await komeji.Run<ScansToDestroy>()).Done.ShouldBe(0);
        var kept = await komeji.Read(db => db.LegalVerifications.AsNoTracking().Include(d => d.Scans).ToDictionaryAsync(d => d.Id));
        papers.Files.Keys.ShouldBe([kept[licence].Scans.Single().FileKey], "other papers keep theirs");
        (kept[card].State, kept[card].Number, kept[card].SealedNumber.Length > 0, kept[card].CheckCode is not null).ShouldBe((DocumentState.Approved, "350901******0002", true, true));
        var scan = kept[card].Scans.Single();
        (scan.DestroyedAt, scan.FileKey).ShouldBe((komeji.Clock.GetUtcNow(), ""));
        (await komeji.Read(db => db.StateChanges.CountAsync(c => c.SubjectId == card.Value && c.ReasonCode == "scans_destroyed" && c.From == "Approved" && c.To == "Approved"))).ShouldBe(1);
        await Should.ThrowAsync<Komeji.Application.Common.NotFound>(() => papers.AsOfficer().Send(new Komeji.Application.Legal.Office.OpenScan(card, scan.Id, "Memeriksa lagi berkasnya")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_appeal_that_comes_before_the_job_keeps_its_scans(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var komeji = papers.Komeji;
        var shop = await papers.Market.Shop();
        var refused = await papers.Claimed(shop, DocumentKind.Halal);
        await papers.AsOfficer().Send(new Komeji.Application.Legal.Office.RejectDocument(refused, "Bukan sertifikat toko ini"));
        komeji.Clock.Advance(TimeSpan.FromDays(91));
        await komeji.As(shop.Owner).Send(new AppealDocument(DocumentKind.Halal, "Sertifikat itu memang milik toko saya"));
        await komeji.Send(new DestroyScans(refused));
        papers.Files.Keys.Count.ShouldBe(1, "chosen before the appeal, done after it");
        (await komeji.Read(db => db.LegalVerifications.Where(d => d.Id == refused).SelectMany(d => d.Scans).SingleAsync())).IsThere.ShouldBeTrue();
    }

    /// <summary>Whichever comes first: an appeal never loses a scan it could have kept, and no row names a file that is gone.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task An_appeal_and_the_job_at_once_leave_either_all_or_nothing(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var komeji = papers.Komeji;
        var shop = await papers.Market.Shop();
        var refused = await papers.Claimed(shop, DocumentKind.Halal);
        await papers.AsOfficer().Send(new Komeji.Application.Legal.Office.RejectDocument(refused, "Bukan sertifikat toko ini"));
        komeji.Clock.Advance(TimeSpan.FromDays(91));
        komeji.As(shop.Owner);
        await Task.WhenAll(komeji.Send(new DestroyScans(refused)), komeji.Send(new AppealDocument(DocumentKind.Halal, "Sertifikat itu memang milik toko saya")));
        var scan = await komeji.Read(db => db.LegalVerifications.Where(d => d.Id == refused).SelectMany(d => d.Scans).SingleAsync());
        (papers.Files.Keys.Count, scan.FileKey.Length > 0).ShouldBe(scan.IsThere ? (1, true) : (0, false));
        (await papers.StateOf(refused)).ShouldBe(DocumentState.Appealed);
    }
}
