using Komeji.Application.Ledger;
using Komeji.Application.Payments;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Shipping;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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
        var seller = await SignIn(app, Shopkeepers.First, script);
        await seller.GotoAsync("/penjual/toko/titik-ambil");
        await seller.GetByRole(AriaRole.Checkbox).First.CheckAsync();
        await Press(seller, "save-points");

        var buyer = await SignIn(app, Buyer, script);
        await PutInCart(buyer, 1);
        await buyer.GotoAsync("/checkout");
        await buyer.Locator("input[value^='titik:']").CheckAsync();
        await Reckon(buyer, script);
        var number = await BuyNow(app, buyer);

        await seller.GotoAsync("/penjual/pesanan/" + number);
        await Press(seller, "accept-order");
        (await seller.InnerTextAsync("main")).ShouldContain("Balai RTIK Tambaksari");

        var keeper = await SignIn(app, Keeper, script);
        await keeper.GotoAsync("/titik-ambil");
        await Press(keeper, "take-in");
        await buyer.GotoAsync("/pesanan/" + number);
        var code = (await buyer.GetByTestId("pickup-code").InnerTextAsync()).Trim();
        await keeper.FillAsync("[name=kode]", code == "000000" ? "111111" : "000000");
        await Press(keeper, "hand-over");
        (await keeper.InnerTextAsync("main")).ShouldContain("tidak cocok");
        await keeper.FillAsync("[name=kode]", code);
        await Press(keeper, "hand-over");
        (await keeper.GetByTestId("flash").InnerTextAsync()).ShouldContain("Kode cocok");

        await buyer.ReloadAsync();
        await Press(buyer, "confirm-received");
        (await buyer.GetByTestId("order-status").InnerTextAsync()).ShouldContain("Selesai");
        await ShouldBeSound(app);
    }

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_pieces_come_and_the_third_is_given_back(bool script)
    {
        await using var app = await Open();
        var buyer = await SignIn(app, Buyer, script);
        await PutInCart(buyer, 3);
        await buyer.GotoAsync("/checkout");
        var number = await BuyNow(app, buyer);

        var seller = await SignIn(app, Shopkeepers.First, script);
        await seller.GotoAsync("/penjual/pesanan/" + number);
        await Press(seller, "accept-order");
        foreach (var resi in new[] { "JX0000000001", "JX0000000002" })
        {
            await seller.FillAsync("[name=Resi]", resi);
            await seller.GetByTestId("ship-part").Locator("summary").ClickAsync();
            await seller.Locator("input[name^='Jumlah']").FillAsync("1");
            await Press(seller, "ship-order");
            (await seller.GetByTestId("order-status").InnerTextAsync()).ShouldContain("Dikirim Sebagian");
        }

        await seller.Locator("summary", new PageLocatorOptions { HasText = "Sisanya Tidak Bisa Dikirim" }).ClickAsync();
        await seller.FillAsync("#alasan-sisa", "Stok ternyata habis");
        await Press(seller, "cancel-rest");
        (await seller.GetByTestId("order-status").InnerTextAsync()).ShouldContain("Dikirim");

        await buyer.GotoAsync("/pesanan/" + number);
        (await buyer.GetByTestId("parcel").CountAsync()).ShouldBe(2);
        (await buyer.GetByTestId("tracking-number").AllInnerTextsAsync()).ShouldBe(["JX0000000001", "JX0000000002"], ignoreOrder: true);
        (await buyer.InnerTextAsync("main")).ShouldContain("1 tidak dikirim, harganya dikembalikan");
        await Press(buyer, "confirm-received");
        (await buyer.GetByTestId("order-status").InnerTextAsync()).ShouldContain("Selesai");
        await app.Run<DueRefunds>();
        await ShouldBeSound(app);
        (await app.Read(db => db.Refunds.Select(r => r.Amount).SingleAsync())).ShouldBe(new Rupiah(18_500));
    }

    static async Task<KomejiApp> Open()
    {
        var app = await KomejiApp.StartForBrowser();

        // A browser keeps real time and would drop cookies of another year.
        app.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        await Shopkeepers.Open(app);
        var (buyer, keeper) = (await app.Person(Buyer), await app.Person(Keeper));
        await app.Write(db =>
        {
            var now = app.Clock.GetUtcNow();
            var address = Address.Of(buyer, new AddressFacts("Rumah", "Siti Aminah", "0812-3456-7899", "Jl. Melati 7", "", "", TestRegions.Tambaksari, "60136", ""), now);
            address.MakeDefault();
            var point = PickupPoint.Open(new PointFacts("Balai RTIK Tambaksari", "+6281234567890", TestRegions.Tambaksari, "Jl. Melati 3", "Senin–Sabtu 08.00–16.00"), now);
            point.Appoint(keeper, now);
            db.AddRange(address, point);
            return Task.CompletedTask;
        });
        return app;
    }

    static async Task PutInCart(IPage page, int pieces)
    {
        for (var i = 0; i < pieces; i++)
        {
            await page.GotoAsync(Product);
            await page.GetByTestId("add-to-cart").ClickAsync();
            await page.WaitForURLAsync("**/keranjang**");
        }
    }

    /// <summary>The totals follow the choice: by themselves, or with the button.</summary>
    static async Task Reckon(IPage page, bool script)
    {
        if (script)
        {
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }
        else
        {
            await page.Locator("button[formaction='/checkout/hitung']").ClickAsync();
            await page.WaitForLoadStateAsync();
        }

        (await page.Locator("input[value^='titik:']").IsCheckedAsync()).ShouldBeTrue();
    }

    static async Task<string> BuyNow(KomejiApp app, IPage page)
    {
        await page.GetByTestId("checkout-submit").ClickAsync();
        await page.WaitForURLAsync("**/bayar/**");
        await page.GetByTestId("pay-now").ClickAsync();
        await page.GetByTestId("pay-sandbox-success").ClickAsync();
        await page.WaitForURLAsync(u => u.Contains("/bayar/", StringComparison.Ordinal) && !u.Contains("/sandbox/", StringComparison.Ordinal));
        await Hear(app);
        await page.ShouldSay("payment-status", "Lunas");
        return await app.Read(db => db.Orders.Select(o => o.Number).SingleAsync());
    }

    static async Task ShouldBeSound(KomejiApp app)
    {
        await Hear(app);
        var report = await app.Send(new VerifyLedger());
        report.Checks.Where(c => !c.Ok).Select(c => $"{c.Name}: {c.Detail}").ShouldBeEmpty();
    }

    static async Task Hear(KomejiApp app)
    {
        while (await app.Services.GetRequiredService<SandboxNotices>().DeliverDue(CancellationToken.None) > 0)
        {
            // As long as there are more than one batch.
        }

        await app.Run<DuePaymentEvents>();
    }

    async Task<IPage> SignIn(KomejiApp app, string contact, bool script)
    {
        var page = await chromium.Open(app.Url, script: script);
        await page.GotoAsync("/masuk");
        await page.FillAsync("#Contact", contact);
        await page.FillAsync("#Password", KomejiApp.Password);
        await page.ClickAsync("main form button.go");
        await page.WaitForURLAsync(u => !u.EndsWith("/masuk", StringComparison.Ordinal));
        return page;
    }

    static async Task Press(IPage page, string button)
    {
        await page.GetByTestId(button).First.ClickAsync();
        await page.WaitForLoadStateAsync();
    }
}
