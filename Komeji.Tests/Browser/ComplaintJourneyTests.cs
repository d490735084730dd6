using Komeji.Application.Complaints;
using Komeji.Application.Payments;
using Komeji.Domain.Accounts;
using Komeji.Tests.Support;
using Microsoft.Playwright;

namespace Komeji.Tests.Browser;

/// <summary>
/// What came wrong, on phones of 360 px: talked over, decided twice because the seller is silent, and sent back. Each ends with who
/// answered for what on the page, the rest with the shop, and sound books.
/// </summary>
[Collection("browser")]
public sealed class ComplaintJourneyTests(Chromium chromium)
{
    const string Buyer = "siti@uji.komeji.id";
    const string FirstOfficer = "endang@uji.komeji.id";
    const string SecondOfficer = "rahmat@uji.komeji.id";
    const string Product = "/produk/keripik-tempe-sagu-renyah";

    /// <summary>Of two packets at 18.500 one is broken: 5.000 are offered, 10.000 asked and agreed. The shop keeps 27.000 less 5 %, and shipping.</summary>
    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_broken_packet_is_talked_over_and_a_part_of_its_price_goes_back(bool script)
    {
        await using var app = await Open();
        var (buyer, seller) = await Enter(app, script);
        var order = await Send(app, buyer, seller, pieces: 2);
        await buyer.GotoAsync("/pesanan/" + order);
        var shipping = await buyer.GetByTestId("order-total").Rupiah() - 37_000;

        await Write(buyer, order, "Damaged", pieces: 1, "Satu bungkus datang pecah, kardusnya penyok", "FullRefund");
        await buyer.GetByTestId("complaint-photos").SetInputFilesAsync(await Photo(app));
        await buyer.Press("save-complaint");
        await buyer.ShouldSay("flash", "Draf disimpan");
        await buyer.GotoAsync($"/pesanan/{order}/komplain");
        (await buyer.InputValueAsync("#cerita")).ShouldContain("kardusnya penyok");
        var complaint = await Submit(buyer);

        await seller.GotoAsync("/penjual/komplain");
        await Choose(seller, complaint);
        await seller.ShouldSay("complaint-deadline", "dikabulkan atas beban penjual");
        await ShouldSeePhoto(seller);
        await Offer(seller, "5.000", "Hanya retak sedikit");
        await buyer.GotoAsync("/komplain/" + complaint);
        await buyer.ShouldSay("complaint-status", "Diskusi Solusi");
        await Offer(buyer, "10.000", "Separuh isinya hancur");
        await seller.GotoAsync("/penjual/komplain/" + complaint);
        await Says(seller, "Separuh isinya hancur");
        await seller.Press("accept-offer");
        await seller.ShouldSay("complaint-status", "Pelaksanaan Solusi");

        await CarryOut(app);
        await ShouldHaveEnded(seller, "/penjual/komplain/" + complaint, 10_000, "penjual 100 %");
        await ShouldHaveEnded(buyer, "/komplain/" + complaint, 10_000, "penjual 100 %");
        await Complete(app, buyer, order, "penjual 100 % (Rp10.000)");
        await seller.GotoAsync("/penjual/saldo");
        (await seller.GetByTestId("balance").Rupiah()).ShouldBe(27_000 - 1_350 + shipping);
    }

    /// <summary>The seller is silent; one officer gives 10.000 back at the courier's cost, the buyer appeals, and another gives all 18.500 back.</summary>
    [BrowserFact]
    public async Task A_silent_seller_brings_an_officer_and_an_appeal_another_who_is_final()
    {
        await using var app = await Open();
        await app.Person(FirstOfficer, Roles.Operator);
        await app.Person(SecondOfficer, Roles.Operator);
        var (buyer, seller) = await Enter(app, script: true);
        var order = await Send(app, buyer, seller, pieces: 1);
        await Write(buyer, order, "Damaged", pieces: 1, "Kotaknya basah dan isinya hancur semua", "Replace");
        var complaint = await Submit(buyer);
        await buyer.ShouldSay("complaint-deadline", "petugas Komeji yang memutuskan");
        app.Clock.Advance(TimeSpan.FromHours(72));
        await CarryOut(app);

        var first = await chromium.SignIn(app.Url, FirstOfficer, script: true);
        await Take(first, complaint);
        await first.FillAsync("[name='Baris[0].Jumlah']", "10.000");
        await first.FillAsync("#kurir", "100");
        await Decide(first, "Foto resi menunjukkan paket basah di gudang kurir");
        await Appeal(buyer, complaint);

        await first.GotoAsync("/operator/komplain/" + complaint);
        await Says(first, "banding ini untuk petugas lain");
        await Assertions.Expect(first.GetByTestId("claim-complaint")).ToHaveCountAsync(0);
        var second = await chromium.SignIn(app.Url, SecondOfficer, script: true);
        await Take(second, complaint);
        await second.SelectOptionAsync("#solusi", "FullRefund");
        await second.FillAsync("#kurir", "80");
        await second.FillAsync("#penjual", "20");
        await Decide(second, "Kurir membasahi paketnya, dan bungkusnya tidak tahan air");

        await CarryOut(app);
        await ShouldHaveEnded(seller, "/penjual/komplain/" + complaint, 18_500, "penjual 20 %, kurir 80 %");
        await ShouldHaveEnded(buyer, "/komplain/" + complaint, 18_500, "penjual 20 %, kurir 80 %");
        await buyer.ShouldSay("complaint-outcome", "Keputusan akhir");
        await Complete(app, buyer, order, "kurir 80 % (Rp14.800)");
        await buyer.ShouldSay("order-refunds", "penjual 20 % (Rp3.700)");
    }

    /// <summary>Three packets of the wrong size go back and two arrive: of 55.500 two thirds, 37.000, go back to the buyer.</summary>
    [BrowserFact]
    public async Task Of_three_of_the_wrong_size_two_come_back_and_are_paid_back()
    {
        await using var app = await Open();
        var (buyer, seller) = await Enter(app, script: true);
        var order = await Send(app, buyer, seller, pieces: 3);
        await Write(buyer, order, "WrongItem", pieces: 3, "Pesan ukuran 250 g, ketiganya datang ukuran 100 g", "FullRefund");
        await buyer.CheckAsync("input[name=Kembali]");
        var complaint = await Submit(buyer);
        await seller.GotoAsync("/penjual/komplain/" + complaint);
        await seller.Press("accept-offer");
        await seller.ShouldSay("complaint-status", "Menunggu Barang Dikembalikan");

        await buyer.GotoAsync("/komplain/" + complaint);
        await buyer.ShouldSay("complaint-deadline", "Bila barangnya belum dikirim sampai");
        await buyer.GetByTestId("return-link").ClickAsync();
        await buyer.ArriveAt("/retur/RTR-");
        await buyer.Locator("summary", new PageLocatorOptions { HasText = "Sudah Saya Kirim Lewat Kurir" }).ClickAsync();
        await buyer.FillAsync("#kurir", "JNE");
        await buyer.FillAsync("#resi", "JX0000000009");
        await buyer.Press("send-return");
        await buyer.ShouldSay("return-status", "Barang Dalam Perjalanan Balik");

        await Count(app, seller);
        await buyer.ReloadAsync();
        await Says(buyer, "2 dari 3 barang");
        await buyer.Press("agree-count");
        await buyer.ShouldSay("return-status", "Barang Diterima Kembali");
        (await buyer.GetByTestId("return-offer").Rupiah()).ShouldBe(37_000);

        await CarryOut(app);
        await ShouldHaveEnded(seller, "/penjual/komplain/" + complaint, 37_000, "penjual 100 %");
        await buyer.GetByTestId("return-cause").ClickAsync();
        await buyer.ArriveAt("/komplain/KPL-");
        await ShouldHaveEnded(buyer, "/komplain/" + complaint, 37_000, "penjual 100 %");
        await Says(buyer, "2 kembali dan diterima");
        await Complete(app, buyer, order, "penjual 100 % (Rp37.000)");
    }

    static async Task<KomejiApp> Open()
    {
        var app = await KomejiApp.StartForBrowser();

        // A browser keeps real time and would drop cookies of another year.
        app.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        await Shopkeepers.Open(app);
        await Shopkeepers.Neighbour(app, Buyer);
        return app;
    }

    async Task<(IPage Buyer, IPage Seller)> Enter(KomejiApp app, bool script) =>
        (await chromium.SignIn(app.Url, Buyer, script), await chromium.SignIn(app.Url, Shopkeepers.First, script));

    /// <summary>So many pieces are bought, paid and on their way.</summary>
    static async Task<string> Send(KomejiApp app, IPage buyer, IPage seller, int pieces)
    {
        for (var piece = 0; piece < pieces; piece++)
        {
            await buyer.PutInCart(Product);
        }

        await buyer.GotoAsync("/checkout");
        var order = await buyer.BuyNow(app);
        await seller.GotoAsync("/penjual/pesanan/" + order);
        await seller.Press("accept-order");
        await seller.FillAsync("[name=Resi]", "JX0000000001");
        await seller.Press("ship-order");
        await seller.ShouldSay("order-status", "Dikirim");
        return order;
    }

    /// <summary>What is wrong, told from the order's own page.</summary>
    static async Task Write(IPage buyer, string order, string type, int pieces, string story, string wish)
    {
        await buyer.GotoAsync("/pesanan/" + order);
        await buyer.GetByTestId("complain").ClickAsync();
        await buyer.ArriveAt("/komplain");
        await buyer.SelectOptionAsync("#jenis", type);
        await buyer.GetByTestId("complain-pieces").FillAsync($"{pieces}");
        await buyer.FillAsync("#cerita", story);
        await buyer.SelectOptionAsync("#solusi", wish);
    }

    /// <summary>What was written goes to the seller.</summary>
    /// <returns>The complaint's number.</returns>
    static async Task<string> Submit(IPage buyer)
    {
        await buyer.ShouldFit("the form of a complaint");
        await buyer.Press("submit-complaint");
        await buyer.ArriveAt("/komplain/KPL-");
        await buyer.ShouldSay("complaint-status", "Menunggu Tanggapan Penjual");
        return (await buyer.GetByTestId("complaint-number").InnerTextAsync()).Trim();
    }

    static async Task Choose(IPage page, string complaint)
    {
        await page.GetByTestId("complaints").Locator("a.number", new LocatorLocatorOptions { HasText = complaint }).ClickAsync();
        await page.ArriveAt("/komplain/" + complaint);
    }

    /// <summary>Another solution than the one on the table.</summary>
    static async Task Offer(IPage page, string amount, string reason)
    {
        await page.GetByTestId("open-offer").ClickAsync();
        await page.FillAsync("[name='Baris[0].Jumlah']", amount);
        await page.FillAsync("#alasan-tawaran", reason);
        await page.ShouldFit("an offer");
        await page.Press("send-offer");
        await page.ShouldSay("flash", "Tawaran terkirim");
    }

    /// <summary>An officer takes it from the queue; only then there is something to decide.</summary>
    static async Task Take(IPage officer, string complaint)
    {
        await officer.GotoAsync("/operator/komplain");
        await Choose(officer, complaint);
        await officer.Press("claim-complaint");
        await officer.GetByTestId("decide-complaint").WaitForAsync();
    }

    static async Task Decide(IPage officer, string reason)
    {
        await officer.FillAsync("#alasan-putusan", reason);
        await officer.ShouldFit("a decision");
        await officer.Press("decide-complaint");
        await officer.ShouldSay("verdict-preview", reason);
        await officer.ShouldFit("the preview of a decision");
        await officer.Press("confirm-decision");
        await officer.ShouldSay("flash", "Keputusan dicatat");
    }

    /// <summary>The buyer reads what was decided and her rights, and asks for another officer.</summary>
    static async Task Appeal(IPage buyer, string complaint)
    {
        await buyer.GotoAsync("/komplain/" + complaint);
        await buyer.ShouldSay("complaint-outcome", "kurir 100 %");
        await buyer.ShouldSay("complaint-deadline", "Bila tidak ada banding sampai");
        await Says(buyer, "Badan Penyelesaian Sengketa Konsumen");
        await buyer.Locator("summary", new PageLocatorOptions { HasText = "Naik Banding" }).ClickAsync();
        await buyer.FillAsync("#alasan-banding", "Tidak ada yang masih bisa dimakan, lihat foto baru");
        await buyer.ShouldFit("a decision that may be appealed");
        await buyer.Press("appeal");
        await buyer.ShouldSay("complaint-status", "Banding");
    }

    /// <summary>Of the three one can be sold again, one cannot, and one did not come.</summary>
    static async Task Count(KomejiApp app, IPage seller)
    {
        await seller.GotoAsync("/penjual/retur");
        await seller.GetByTestId("return-row").Locator("a.number").First.ClickAsync();
        await seller.ArriveAt("/penjual/retur/RTR-");
        await seller.Press("return-arrived");
        await Assertions.Expect(seller.GetByTestId("return-arrived")).ToHaveCountAsync(0);
        await seller.FillAsync("input[name^='Layak']", "1");
        await seller.FillAsync("input[name^='Rusak']", "1");
        await seller.FillAsync("#alasan", "Hanya dua yang ada di paket");
        await seller.SetInputFilesAsync("#foto", await Photo(app));
        await seller.ShouldFit("the count of a return");
        await seller.Press("count-return");
        await seller.ShouldSay("return-status", "Diterima Sebagian");
    }

    /// <summary>Clocks that ran out, and what is to be carried out.</summary>
    static async Task CarryOut(KomejiApp app) => (await app.Run<DueComplaints>()).Failures.ShouldBe(0);

    /// <summary>The page says who answered for it, and what went back.</summary>
    static async Task ShouldHaveEnded(IPage page, string address, long back, string bearers)
    {
        await page.GotoAsync(address);
        await page.ShouldSay("complaint-status", "Selesai");
        await Assertions.Expect(page.GetByTestId("complaint-outcome").GetByTestId("complaint-bearers")).ToContainTextAsync(bearers);
        (await page.GetByTestId("complaint-refunded").Rupiah()).ShouldBe(back);
        await page.ShouldFit("a complaint that ended");
    }

    /// <summary>The order, too, says who bore what; the rest goes to the shop, and the books are sound.</summary>
    static async Task Complete(KomejiApp app, IPage buyer, string order, string borne)
    {
        await buyer.GotoAsync("/pesanan/" + order);
        await buyer.ShouldSay("order-complaint", "Selesai");
        await buyer.ShouldSay("order-refunds", borne);
        await buyer.Press("confirm-received");
        await buyer.ShouldSay("order-status", "Selesai");
        await app.Run<DueRefunds>();
        await app.BooksShouldBeSound();
    }

    static async Task<FilePayload> Photo(KomejiApp app) =>
        new() { Name = "bukti.jpg", MimeType = "image/jpeg", Buffer = await new Photos(app.DataDirectory).Noise(800, 600, "jpg") };

    static async Task ShouldSeePhoto(IPage page)
    {
        var address = await page.Locator("a[href*='/foto/']").First.GetAttributeAsync("href");
        await using var photo = await page.APIRequest.GetAsync(address!);
        photo.Status.ShouldBe(200);
    }

    static Task Says(IPage page, string words) =>
        Assertions.Expect(page.Locator("main")).ToContainTextAsync(words, new LocatorAssertionsToContainTextOptions { Timeout = 15_000 });
}
