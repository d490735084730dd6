using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Shipping;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;
using Komeji.Web.Areas.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Komeji.Tests.Browser;

/// <summary>
/// A rice cooker with a year of warranty fails in its fifth month. Buyer, shop and keeper each have a phone: she claims and leaves it
/// at a community point, the keeper takes it in, the shop fetches, opens and mends it and sends it back, and its term is longer by the
/// days it was away. Every page says who answered for what.
/// </summary>
[Collection("another browser")]
public sealed class WarrantyJourneyTests(Chromium chromium) : IDisposable
{
    const string Buyer = "siti@uji.komeji.id";
    const string Shop = "elektronik@uji.komeji.id";
    const string Keeper = "penjaga@uji.komeji.id";
    const string Cooker = "penanak-nasi-1-liter";
    const int DaysAway = 3;

    /// <summary>Four months are over and five are not, whatever the calendar.</summary>
    static readonly TimeSpan ToTheFifthMonth = TimeSpan.FromDays(135);

    readonly string folder = Directory.CreateTempSubdirectory("komeji-garansi-").FullName;

    [BrowserFact]
    public async Task A_rice_cooker_fails_in_its_fifth_month_and_comes_back_mended_with_a_longer_term()
    {
        await using var app = await Open();
        await Sell(app);
        app.Clock.Advance(ToTheFifthMonth);
        var photo = new FilePayload { Name = "kabel.jpg", MimeType = "image/jpeg", Buffer = await new Photos(folder).Slope(800, 600) };

        // Nobody stays signed in for months.
        var buyer = await chromium.SignIn(app.Url, Buyer, script: true);
        var shop = await chromium.SignIn(app.Url, Shop, script: true);
        var number = await Claim(buyer, photo);
        await Accept(shop, number);
        await ChoosePoint(buyer);
        await TakeIn(app, buyer, number);
        await buyer.ReloadAsync();
        await buyer.ShouldSay("next-step", "Barang ada di Balai RTIK Tambaksari, menunggu diambil penanggung");
        app.Clock.Advance(TimeSpan.FromDays(1));
        await Examine(shop, photo);
        await shop.Press("repair-claim");
        await shop.ShouldSay("claim-status", "Diperbaiki");
        app.Clock.Advance(TimeSpan.FromDays(DaysAway));
        await shop.FillAsync("#resi", "JNE 0123456789");
        await shop.Press("send-claim-back");
        await shop.ShouldSay("claim-status", "Dikirim Kembali");
        await ShouldSayWhoAnswered(shop);

        await buyer.ReloadAsync();
        await buyer.Press("confirm-mended");
        await buyer.ShouldSay("claim-status", "Selesai");
        await ShouldSayWhoAnswered(buyer);
        await buyer.ShouldSay("timeline", "Barang diterima petugas titik");
        await buyer.ShouldSay("timeline", "oleh petugas titik ambil");
        await TermShouldHaveGrown(app, buyer);
        (await app.Read(db => db.Refunds.AnyAsync())).ShouldBeFalse("a repair moves no money");
        await app.BooksShouldBeSound();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    async Task Sell(KomejiApp app)
    {
        var buyer = await chromium.SignIn(app.Url, Buyer, script: true);
        await buyer.PutInCart("/produk/" + Cooker);
        await buyer.GotoAsync("/checkout");
        var number = await buyer.BuyNow(app);
        var shop = await chromium.SignIn(app.Url, Shop, script: true);
        await shop.SendOff(number);
        await buyer.Receive(number);
        await buyer.GetByTestId("see-cards").ClickAsync();
        await buyer.ArriveAt("/garansi?q=");
        await buyer.ShouldSay("warranty-card", "Penanak nasi 1 liter");
        await buyer.ShouldFit();
        await app.BooksShouldBeSound();
        await buyer.Context.CloseAsync();
        await shop.Context.CloseAsync();
    }

    static async Task<string> Claim(IPage buyer, FilePayload photo)
    {
        await buyer.GotoAsync("/garansi");
        await buyer.GetByTestId("warranty-card").Locator("a.name").ClickAsync();
        await buyer.ArriveAt("/garansi/GRS");
        await buyer.ShouldSay("warranty-card", "Berlaku");
        await buyer.ShouldFit();
        await buyer.GetByTestId("start-claim").ClickAsync();
        await buyer.ArriveAt("/klaim");
        await buyer.FillAsync("#keluhan", "Lampunya menyala, tetapi sejak kemarin nasinya tetap mentah.");
        await buyer.SetInputFilesAsync("#foto", photo);
        await buyer.ShouldFit();
        await buyer.Press("submit-claim");
        await buyer.ArriveAt("/garansi/klaim/KLG-");
        await buyer.ShouldSay("claim-status", "Menunggu Tanggapan Penanggung");
        await buyer.ShouldSay("claim-clock", "Bila penanggung diam, Pusat Resolusi memutuskan sesudah");
        return new Uri(buyer.Url).Segments[^1];
    }

    /// <summary>The shop comes to the point from now on, and says so.</summary>
    static async Task Accept(IPage shop, string number)
    {
        await shop.GotoAsync("/penjual/toko/titik-ambil");
        await shop.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await shop.Press("save-points");
        await shop.ShouldSay("flash", "Titik ambil disimpan");
        await shop.GotoAsync("/penjual/garansi");
        await shop.ShouldFit();
        await shop.ShouldSay("claim-number", number);
        await shop.GetByTestId("claim-number").ClickAsync();
        await shop.ArriveAt("/penjual/garansi/" + number);
        await shop.FillAsync("#pesan", "Titipkan saja di balai; kami ambil setiap hari.");
        await shop.Press("accept-claim");
        await shop.ShouldSay("claim-status", "Menunggu Barang");
        await shop.ShouldFit();
    }

    static async Task ChoosePoint(IPage buyer)
    {
        await buyer.ReloadAsync();
        await buyer.ShouldSay("claim-story", "kami ambil setiap hari");
        await buyer.GetByTestId("drop-off-points").ClickAsync();
        await buyer.CheckAsync("input[name=Titik]");
        await buyer.ShouldFit();
        await buyer.Press("bring-to-point");
        await buyer.ShouldSay("drop-off", "Balai RTIK Tambaksari, Jl. Melati 3");
    }

    /// <summary>Against the code that the buyer has on her phone.</summary>
    async Task TakeIn(KomejiApp app, IPage buyer, string number)
    {
        var code = (await buyer.GetByTestId("claim-drop-code").InnerTextAsync()).Trim();
        var keeper = await chromium.SignIn(app.Url, Keeper, script: true);
        await keeper.GotoAsync("/titik-ambil");
        await keeper.ShouldSay("claimed-goods", number);
        await keeper.GetByTestId("claimed-goods").Locator("input[name=kode]").FillAsync(code);
        await keeper.Press("take-in-claimed");
        await keeper.ShouldSay("flash", "diterima atas nama Anda");
        await keeper.ShouldSay("claimed-goods", "Menunggu diambil penjual");
        await keeper.ShouldFit();
    }

    static async Task Examine(IPage shop, FilePayload photo)
    {
        await shop.ReloadAsync();
        await shop.ShouldSay("next-step", "Barang menunggu Anda di Balai RTIK Tambaksari");
        await shop.Press("receive-claimed");
        await shop.ShouldSay("claim-status", "Barang Diterima");
        await shop.FillAsync("#temuan", "Sekring pemanas putus; bukan karena terjatuh.");
        await shop.SetInputFilesAsync("#foto", photo);
        await shop.ShouldFit();
        await shop.Press("examine-claim");
        await shop.ShouldSay("claim-status", "Diperiksa");
    }

    /// <summary>The same on both sides: who stood behind it, who had it in hand, who paid for its way.</summary>
    static async Task ShouldSayWhoAnswered(IPage page)
    {
        await page.ShouldSay("claim-story", "Garansi toko: Elektronik Maju");
        await page.ShouldSay("claim-story", "Penanggung membayar pengiriman pergi dan pulang");
        await page.ShouldSay("claim-story", "Dititipkan di Balai RTIK Tambaksari, diterima Orang penjaga");
        await page.ShouldSay("claim-story", "Sekring pemanas putus");
        await page.ShouldSay("claim-story", $"Masa garansi diperpanjang {DaysAway} hari");
        await page.ShouldFit();
    }

    /// <summary>On the buyer's card, and for anybody who holds it in hand; who bought it is nobody's business.</summary>
    async Task TermShouldHaveGrown(KomejiApp app, IPage buyer)
    {
        var card = await app.Read(db => db.WarrantyCards.SingleAsync());
        card.Until.ShouldBe(card.From.AddMonths(12).AddDays(DaysAway));
        await buyer.GetByTestId("see-card").ClickAsync();
        await buyer.ArriveAt("/garansi/GRS");
        await buyer.ShouldSay("warranty-card", $"sampai {Words.Day(card.Until)}, termasuk perpanjangan {DaysAway} hari selama diperbaiki");
        await buyer.ShouldFit();

        var anybody = await chromium.Open(app.Url);
        await anybody.GotoAsync("/cek-garansi/" + card.Code);
        await anybody.ShouldSay("checked-card", $"sampai {Words.Day(card.Until)}, termasuk perpanjangan {DaysAway} hari");
        (await anybody.ContentAsync()).ShouldNotContain("Orang siti");
        await anybody.ShouldFit();
    }

    static async Task<KomejiApp> Open()
    {
        var app = await KomejiApp.StartForBrowser();

        // A browser keeps real time and would drop cookies of another year.
        app.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        await Shopkeepers.Neighbour(app, Buyer);
        var (owner, keeper) = (await app.Person(Shop), await app.Person(Keeper));
        await app.Write(async db =>
        {
            var now = app.Clock.GetUtcNow();
            var category = await db.Categories.Where(c => c.ParentId != null && c.Kind == ProductKind.Goods).OrderBy(c => c.Position).FirstAsync();
            var store = Store.Open(owner, "elektronik-maju", new StoreFacts("Elektronik Maju", "", "+6281234567890", TestRegions.Surabaya, "Jl. Mawar 1", "", ["jne:REG", "pos:REGULER"], true), now);
            var warranty = new Warranty(WarrantyKind.Shop, 12, "Elektronik Maju", "Bukan karena terjatuh.", WarrantyFreight.Warrantor);
            var facts = new ProductFacts(category.Id, category.Name, ProductKind.Goods, "Penanak nasi 1 liter", "Pemanas dan penghangat.", 2_400, 0, 0, 0, 0, "", 1, "Surabaya", true, "", warranty);
            var product = Product.Draft(store.Id, Cooker, facts, [new VariantFacts(null, "", new Rupiah(285_000), 5, "")], now);
            product.AddPicture("uji.webp", 600, 600, "Penanak nasi 1 liter", now);
            product.Publish(now);
            var point = PickupPoint.Open(new PointFacts("Balai RTIK Tambaksari", "+6281234567890", TestRegions.Tambaksari, "Jl. Melati 3", "Senin–Sabtu 08.00–16.00"), now);
            point.Appoint(keeper, now);
            db.AddRange(store, product, point);
        });
        return app;
    }
}
