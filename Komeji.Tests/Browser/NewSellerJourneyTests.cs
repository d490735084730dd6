using System.Globalization;
using System.Text;
using Komeji.Application.Legal;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Komeji.Tests.Browser;

/// <summary>
/// Somebody who makes kerupuk, with a phone of 360 px: registers by number, opens a shop in five steps, sends her NIB, mends what the
/// officer asks for, is approved, lists a product with three photos, and sells it. And what she has ends by the calendar.
/// </summary>
[Collection("browser")]
public sealed class NewSellerJourneyTests(Chromium chromium) : IDisposable
{
    const string Phone = "081234567811";
    const string Buyer = "pembeli@uji.komeji.id";
    const string Officer = "endang@uji.komeji.id";

    static readonly FilePayload Scan = new()
    {
        Name = "nib.pdf",
        MimeType = "application/pdf",
        Buffer = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nstartxref\n9\n%%EOF\n"),
    };

    readonly string folder = Directory.CreateTempSubdirectory("komeji-jalan-").FullName;

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_making_kerupuk_to_the_first_sale(bool script)
    {
        await using var app = await Begin();
        await app.Person(Officer, Roles.Verifier);
        await app.Person(Buyer);
        var seller = await chromium.Open(app.Url, script: script);
        await seller.Register(app, Phone);
        await OpenShop(seller, script);
        await SendIn(seller, "");

        var officer = await chromium.SignIn(app.Url, Officer, script);
        await officer.GotoAsync("/dinas/antrean");
        await officer.Press("claim");
        await officer.ClickAsync("summary:has-text('Minta perbaikan')");
        await officer.CheckAsync("input[name=Hal][value=Blurred]");
        await officer.FillAsync("input[name='Catatan[Blurred]']", "Bagian bawah terpotong");
        await officer.Press("verify-fix");

        await seller.GotoAsync("/penjual");
        await seller.ShouldSay("chore-mend", "Dokumen perlu diperbaiki");
        await Look(seller, script, "seller's start");
        await seller.GotoAsync("/penjual/legalitas/nib");
        await seller.GetByTestId("document-upload").SetInputFilesAsync(Scan);
        await seller.Press("submit-document");
        await seller.ShouldSay("document-status", "Diajukan");
        await Approve(officer);

        var photos = await ThreePhotos();
        await ListProduct(seller, script, photos);
        (await app.Read(db => db.Products.SelectMany(p => p.Pictures).OrderBy(p => p.Position).Select(p => new { p.Width, p.Height }).ToListAsync()))
            .Select(p => (p.Width, p.Height)).ShouldBe([(960, 1280), (1280, 960), (900, 900)], "upright and no larger than shown");

        var buyer = await chromium.SignIn(app.Url, Buyer, script);
        await buyer.GotoAsync("/cari?q=kerupuk&legal=terverifikasi");
        await buyer.ShouldSay("badge-legal", "Legal");
        await Look(buyer, script, "search");
        await buyer.GetByTestId("product-card").Locator("a").First.ClickAsync();
        await buyer.ArriveAt("/produk/");
        await Assertions.Expect(buyer.Locator(".gallery .views img")).ToHaveCountAsync(3);
        await buyer.PutInCart(new Uri(buyer.Url).AbsolutePath);
        await buyer.GotoAsync("/checkout");
        await buyer.AddAddress(script);
        await buyer.GetByTestId("checkout-submit").ClickAsync();
        await buyer.ArriveAt("/bayar/");
        await buyer.Pay(app);

        await seller.GotoAsync("/penjual/pesanan?tab=baru");
        await seller.Locator("a.number").First.ClickAsync();
        await seller.Press("accept-order");
        await seller.ShouldSay("order-status", "Diproses");
        await app.BooksShouldBeSound();
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_permit_that_ends_takes_the_badge_with_it(bool script)
    {
        await using var app = await Begin();
        const string contact = "yanti@uji.komeji.id";
        var stalls = new Stalls(app);
        await stalls.Product(await stalls.Shop(owner: await app.Person(contact)));
        await app.Person(Officer, Roles.Verifier);
        var last = Wib.DayOf(app.Clock.GetUtcNow()).AddDays(10);
        var seller = await chromium.SignIn(app.Url, contact, script);
        await SendIn(seller, last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await Approve(await chromium.SignIn(app.Url, Officer, script));

        await seller.GotoAsync("/cari?legal=terverifikasi");
        await seller.ShouldSay("badge-legal", "Legal");
        await seller.GotoAsync("/penjual");
        await seller.ShouldSay("chore-ending", "hampir habis");
        app.Clock.Advance(TimeSpan.FromDays(11));
        await app.Run<EndingPapers>();

        await seller.GotoAsync("/penjual/legalitas/nib");
        await seller.ShouldSay("document-status", "Kedaluwarsa");
        await seller.GotoAsync("/cari?legal=terverifikasi");
        await Assertions.Expect(seller.GetByTestId("product-card")).ToHaveCountAsync(0);
        await seller.GotoAsync("/cari?q=keripik");
        await Assertions.Expect(seller.GetByTestId("product-card")).ToHaveCountAsync(1);
        await Assertions.Expect(seller.GetByTestId("badge-legal")).ToHaveCountAsync(0);
        await seller.GetByTestId("product-card").Locator("a").First.ClickAsync();
        await seller.ArriveAt("/produk/");
        await seller.ShouldSay("nib-status", "Dalam Proses Legalisasi");
        (await app.Read(db => db.Notifications.CountAsync(n => n.Link.StartsWith("/penjual/legalitas")))).ShouldBeGreaterThan(0);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static async Task<KomejiApp> Begin()
    {
        var app = await KomejiApp.StartForBrowser();
        // A browser keeps real time and would drop cookies of another year.
        app.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        return app;
    }

    static async Task OpenShop(IPage page, bool script)
    {
        await page.GotoAsync("/penjual/buka-toko");
        await page.GetByTestId("opening-next").ClickAsync();
        await page.ArriveAt("/pemilik");
        await page.FillAsync("#Nik", "3509015708900002");
        await page.Press("save-step");
        await page.ArriveAt("/usaha");
        await page.FillAsync("#Kbli", "10794");
        await page.FillAsync("#Modal", "15.000.000");
        await page.FillAsync("#Penjualan", "60.000.000");
        await page.Press("save-step");
        await page.ArriveAt("/tempat");
        await page.FillAsync("#Jalan", "Jl. Mawar 12");
        await page.CheckAsync("input[name=Kurir][value='jne:REG']");
        await page.ChooseVillage(script);
        await page.Press("save-step");
        await page.ArriveAt("/toko");
        await page.FillAsync("#Nama", "Kerupuk Bu Yanti");
        await page.Press("save-step");
        await page.ArriveAt("/rekening");
        await page.SelectOptionAsync("#Bank", "BRI");
        await page.FillAsync("#Nomor", "002101234567890");
        await page.FillAsync("#AtasNama", "Siti Aminah");
        await page.Press("save-step");
        await Look(page, script, "before opening");
        await page.Press("open-shop");
        await page.ShouldSay("flash", "sudah buka");
    }

    /// <param name="until">Last day of the paper; empty when it does not end.</param>
    static async Task SendIn(IPage seller, string until)
    {
        await seller.GotoAsync("/penjual/legalitas/nib");
        await seller.FillAsync("#Nomor", "9120 0012 34567");
        await seller.FillAsync("#Sampai", until);
        await seller.GetByTestId("document-upload").SetInputFilesAsync(Scan);
        await seller.Press("submit-document");
        await seller.ShouldSay("document-status", "Diajukan");
    }

    static async Task Approve(IPage officer)
    {
        await officer.GotoAsync("/dinas/antrean");
        await officer.Press("claim");
        await officer.CheckAsync("input[name=Cara][value=Oss]");
        await officer.Press("verify-approve");
        await officer.ShouldSay("document-status", "Terverifikasi");
    }

    /// <summary>As her camera made them: one held upright, one of twelve megapixels, one from another program.</summary>
    async Task<FilePayload[]> ThreePhotos()
    {
        var photos = new Photos(folder);
        return
        [
            new() { Name = "depan.jpg", MimeType = "image/jpeg", Buffer = Photos.WithPlace(await photos.Noise(2_000, 1_500, "jpg"), held: 6) },
            new() { Name = "isi.jpg", MimeType = "image/jpeg", Buffer = await photos.TwelveMegapixels() },
            new() { Name = "label.png", MimeType = "image/png", Buffer = await photos.Noise(900, 900, "png") },
        ];
    }

    static async Task ListProduct(IPage seller, bool script, FilePayload[] photos)
    {
        await seller.GotoAsync("/penjual/produk/baru");
        await seller.SelectOptionAsync("#Kategori", new SelectOptionValue { Label = "Keripik & kerupuk" });
        await seller.FillAsync("#Nama", "Kerupuk udang asli Bu Yanti 250 g");
        await seller.FillAsync("[name='Varian[0].Harga']", "18.500");
        await seller.FillAsync("[name='Varian[0].Stok']", "12");
        await seller.FillAsync("#Berat", "300");
        await seller.Press("save-product");
        await seller.FillAsync("#Keterangan", "Digoreng pagi ini.");
        var sent = new List<IRequest>();
        seller.RequestFinished += (_, request) => sent.Add(request);
        await seller.GetByTestId("picture-upload").SetInputFilesAsync(photos);
        await Look(seller, script, "chosen photos");
        await seller.GetByTestId("picture-send").ClickAsync();
        await Assertions.Expect(seller.GetByTestId("picture")).ToHaveCountAsync(3, new LocatorAssertionsToHaveCountOptions { Timeout = 60_000 });
        await Look(seller, script, "stored photos");
        if (script)
        {
            var posts = sent.Where(r => r.Url.EndsWith("/foto/satu", StringComparison.Ordinal)).ToList();
            posts.Count.ShouldBe(3, "one after another");
            (await posts[1].SizesAsync()).RequestBodySize.ShouldBeLessThan(photos[1].Buffer.Length / 2, "made smaller before it travels");
            (await seller.InputValueAsync("#Keterangan")).ShouldBe("Digoreng pagi ini.", "what was typed beside stays");
            await seller.Press("save-product");
            await seller.ShouldSay("flash", "Perubahan disimpan");
        }

        await seller.Press("publish");
        await seller.ShouldSay("flash", "tayang");
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
