using Komeji.Application.Payments;
using Komeji.Domain.Common;
using Komeji.Domain.Shipping;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Komeji.Tests.Browser;

/// <summary>Ways of getting goods beside the courier's single parcel, on a phone, with script and without.</summary>
[Collection("browser")]
public sealed class WaysJourneyTests(Chromium chromium)
{
    const string Buyer = "siti@uji.komeji.id";
    const string Keeper = "penjaga@uji.komeji.id";
    const string Product = "/produk/keripik-tempe-sagu-renyah";

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_parcel_waits_at_a_community_point_until_its_code_is_typed(bool script)
    {
        await using var app = await Open();
        var seller = await chromium.SignIn(app.Url, Shopkeepers.First, script);
        await seller.GotoAsync("/penjual/toko/titik-ambil");
        await seller.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await seller.Press("save-points");

        var buyer = await chromium.SignIn(app.Url, Buyer, script);
        await buyer.PutInCart(Product);
        await buyer.GotoAsync("/checkout");
        await ChoosePoint(buyer, script);
        var number = await buyer.BuyNow(app);

        await seller.GotoAsync("/penjual/pesanan/" + number);
        await seller.Press("accept-order");
        await Says(seller, "Balai RTIK Tambaksari");

        var keeper = await chromium.SignIn(app.Url, Keeper, script);
        await keeper.GotoAsync("/titik-ambil");
        await keeper.Press("take-in");
        await buyer.GotoAsync("/pesanan/" + number);
        var code = (await buyer.GetByTestId("pickup-code").InnerTextAsync()).Trim();
        await keeper.FillAsync("[name=kode]", code == "000000" ? "111111" : "000000");
        await keeper.Press("hand-over");
        await Says(keeper, "tidak cocok");
        await keeper.FillAsync("[name=kode]", code);
        await keeper.Press("hand-over");
        await keeper.ShouldSay("flash", "Kode cocok");

        await buyer.ReloadAsync();
        await buyer.Press("confirm-received");
        await buyer.ShouldSay("order-status", "Selesai");
        await app.BooksShouldBeSound();
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_pieces_come_and_the_third_is_given_back(bool script)
    {
        await using var app = await Open();
        var buyer = await chromium.SignIn(app.Url, Buyer, script);
        for (var piece = 0; piece < 3; piece++)
        {
            await buyer.PutInCart(Product);
        }

        await buyer.GotoAsync("/checkout");
        var number = await buyer.BuyNow(app);

        var seller = await chromium.SignIn(app.Url, Shopkeepers.First, script);
        await seller.GotoAsync("/penjual/pesanan/" + number);
        await seller.Press("accept-order");
        foreach (var resi in new[] { "JX0000000001", "JX0000000002" })
        {
            await seller.FillAsync("[name=Resi]", resi);
            await seller.GetByTestId("ship-part").Locator("summary").ClickAsync();
            await seller.Locator("input[name^='Jumlah']").FillAsync("1");
            await seller.Press("ship-order");
            await seller.ShouldSay("order-status", "Dikirim Sebagian");
        }

        await seller.Locator("summary", new PageLocatorOptions { HasText = "Sisanya Tidak Bisa Dikirim" }).ClickAsync();
        await seller.FillAsync("#alasan-sisa", "Stok ternyata habis");
        await seller.Press("cancel-rest");
        await seller.ShouldSay("order-status", "Dikirim");

        await buyer.GotoAsync("/pesanan/" + number);
        (await buyer.GetByTestId("parcel").CountAsync()).ShouldBe(2);
        (await buyer.GetByTestId("tracking-number").AllInnerTextsAsync()).ShouldBe(["JX0000000001", "JX0000000002"], ignoreOrder: true);
        await Says(buyer, "1 tidak dikirim, harganya dikembalikan");
        await buyer.Press("confirm-received");
        await buyer.ShouldSay("order-status", "Selesai");
        await app.Run<DueRefunds>();
        await app.BooksShouldBeSound();
        (await app.Read(db => db.Refunds.Select(r => r.Amount).SingleAsync())).ShouldBe(new Rupiah(18_500));
    }

    static async Task<KomejiApp> Open()
    {
        var app = await KomejiApp.StartForBrowser();

        // A browser keeps real time and would drop cookies of another year.
        app.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        await Shopkeepers.Open(app);
        await Shopkeepers.Neighbour(app, Buyer);
        var keeper = await app.Person(Keeper);
        await app.Write(db =>
        {
            var now = app.Clock.GetUtcNow();
            var point = PickupPoint.Open(new PointFacts("Balai RTIK Tambaksari", "+6281234567890", TestRegions.Tambaksari, "Jl. Melati 3", "Senin–Sabtu 08.00–16.00"), now);
            point.Appoint(keeper, now);
            db.Add(point);
            return Task.CompletedTask;
        });
        return app;
    }

    /// <summary>The totals follow the choice: by themselves, or with the button.</summary>
    static async Task ChoosePoint(IPage page, bool script)
    {
        var point = page.Locator("input[value^='titik:']");
        if (script)
        {
            await page.Exchange(() => point.CheckAsync());
        }
        else
        {
            await point.CheckAsync();
            await page.Locator("button.no-js[formaction='/checkout/hitung']").ClickAsync();
            await page.ArriveAt("/checkout/hitung");
        }

        await page.Locator("input[value^='titik:']:checked").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
    }

    static Task Says(IPage page, string words) =>
        Assertions.Expect(page.Locator("main")).ToContainTextAsync(words, new LocatorAssertionsToContainTextOptions { Timeout = 15_000 });
}
