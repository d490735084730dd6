using System.Text;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Komeji.Tests.Browser;

/// <summary>A seller on a small phone sends her NIB in, the officer asks for a better scan, she sends it, he approves, and buyers see it.</summary>
[Collection("another browser")]
public sealed class LegalJourneyTests(Chromium chromium)
{
    const string Yanti = "yanti@uji.komeji.id";
    const string Endang = "endang@uji.komeji.id";

    static readonly FilePayload Scan = new()
    {
        Name = "nib.pdf",
        MimeType = "application/pdf",
        Buffer = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nstartxref\n9\n%%EOF\n"),
    };

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_sellers_phone_to_the_badge(bool script)
    {
        await using var app = await KomejiApp.StartForBrowser();
        app.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        var stalls = new Stalls(app);
        var owner = await app.Person(Yanti);
        await app.Person(Endang, Roles.Verifier);
        var shop = await stalls.Shop(owner: owner);
        await stalls.Product(shop);
        var seller = await chromium.SignIn(app.Url, Yanti, script);
        await SendIn(seller, script);

        var officer = await chromium.SignIn(app.Url, Endang, script);
        await officer.GotoAsync("/dinas/antrean");
        await Look(officer, script, "queue");
        await officer.Press("claim");
        await officer.ArriveAt("/dinas/dokumen/");
        await Look(officer, script, "paper");
        await officer.ClickAsync("summary:has-text('Minta perbaikan')");
        await officer.CheckAsync("input[name=Hal][value=Blurred]");
        await officer.FillAsync("input[name='Catatan[Blurred]']", "Bagian bawah terpotong");
        await officer.Press("verify-fix");

        await seller.GotoAsync("/penjual/legalitas/nib");
        await seller.ShouldSay("document-status", "Perlu Perbaikan");
        await seller.ShouldSay("asked-fixes", "Bagian bawah terpotong");
        await seller.GetByTestId("document-upload").SetInputFilesAsync(Scan);
        await seller.Press("submit-document");
        await seller.ShouldSay("document-status", "Diajukan");

        await officer.GotoAsync("/dinas/antrean");
        await officer.Press("claim");
        await officer.CheckAsync("input[name=Cara][value=Oss]");
        await officer.Press("verify-approve");
        await officer.ShouldSay("document-status", "Terverifikasi");

        await seller.GotoAsync("/cari?legal=terverifikasi");
        await seller.GetByTestId("product-card").Locator("a").First.ClickAsync();
        await seller.ArriveAt("/produk/");
        await Assertions.Expect(seller.GetByTestId("ladder").Locator("li.ok")).ToHaveCountAsync(3);
        await Look(seller, script, "product");
        var code = await app.Read(db => db.LegalVerifications.Where(d => d.Kind == DocumentKind.BusinessNumber).Select(d => d.CheckCode).SingleAsync());
        await seller.GotoAsync($"/cek/{code}");
        await seller.ShouldSay("certificate", "Berlaku");
        await Look(seller, script, "certificate");
        await seller.Context.CloseAsync();
        await officer.Context.CloseAsync();
    }

    static async Task SendIn(IPage seller, bool script)
    {
        await seller.GotoAsync("/penjual/legalitas");
        await Look(seller, script, "legality");
        await seller.GotoAsync("/penjual/legalitas/nib");
        await seller.FillAsync("#Nomor", "12345");
        await seller.Press("submit-document");
        await seller.ShouldSay("errors", "13 angka");
        await Look(seller, script, "refused");
        await seller.FillAsync("#Nomor", "9120 0012 34567");
        await seller.GetByTestId("document-upload").SetInputFilesAsync(Scan);
        await seller.Press("submit-document");
        await seller.ShouldSay("document-status", "Diajukan");
    }

    static async Task Look(IPage page, bool script, string what)
    {
        await page.ShouldFit(what);
        if (script)
        {
            (await page.Faults()).ShouldBeEmpty(what);
        }
    }
}
