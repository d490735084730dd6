using Komeji.Application.Ledger;
using Komeji.Application.Ordering;
using Komeji.Application.Payments;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Komeji.Tests.Browser;

/// <summary>
/// A newcomer with a phone: registers by number, buys from two shops in one payment, both ship, she confirms one and the other
/// completes by the clock; balances and the books agree. With script and without.
/// </summary>
[Collection("browser")]
public sealed class PurchaseJourneyTests(Chromium chromium)
{
    const string Phone = "081234567899";

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_registration_to_two_completed_orders(bool script)
    {
        await using var app = await KomejiApp.StartForBrowser();
        // A browser keeps real time and would drop cookies of another year.
        app.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        var url = app.Url;
        await Shopkeepers.Open(app);
        var buyer = await chromium.Open(url, script: script);

        await buyer.Register(app, Phone);
        await buyer.PutInCart("/produk/keripik-tempe-sagu-renyah");
        await buyer.PutInCart("/produk/kopi-robusta-argopuro-bubuk");
        await buyer.GotoAsync("/checkout");
        await buyer.AddAddress(script);
        var total = await CheckOut(buyer);
        await Pay(app, buyer);

        await buyer.GotoAsync("/pesanan");
        var numbers = await buyer.GetByTestId("order-number").AllInnerTextsAsync();
        numbers.Count.ShouldBe(2);
        await ServeAll(chromium, url, Shopkeepers.First, script);
        await ServeAll(chromium, url, Shopkeepers.Second, script);

        await buyer.GotoAsync("/pesanan/" + numbers[0].Trim());
        await buyer.Press("confirm-received");
        await buyer.ShouldSay("order-status", "Selesai");

        await LetTheClockComplete(app);
        var later = await chromium.SignIn(url, Phone, script);
        await later.GotoAsync("/pesanan/" + numbers[1].Trim());
        await later.ShouldSay("order-status", "Selesai");

        // Goods 60.500 less a fee of 5 % of each, plus what the buyer paid for shipping.
        var shipping = total - 60_500;
        (await BalanceOf(url, Shopkeepers.First, script) + await BalanceOf(url, Shopkeepers.Second, script)).ShouldBe(60_500 - 925 - 2_100 + shipping);
        await HearFromProvider(app);
        var report = await app.Send(new VerifyLedger());
        report.Checks.Where(c => !c.Ok).Select(c => $"{c.Name}: {c.Detail}").ShouldBeEmpty();
    }

    internal static async Task<long> CheckOut(IPage page)
    {
        var total = await page.GetByTestId("checkout-total").Rupiah();
        await page.GetByTestId("checkout-submit").ClickAsync();
        await page.ArriveAt("/bayar/");
        (await page.Locator(".amount").Rupiah()).ShouldBe(total);
        return total;
    }

    static async Task Pay(KomejiApp app, IPage page)
    {
        await page.GetByTestId("pay-now").ClickAsync();
        await page.GetByTestId("pay-sandbox-success").ClickAsync();
        await page.Leave("/sandbox/");
        await HearFromProvider(app);
        await page.ShouldSay("payment-status", "Lunas");
    }

    /// <summary>What the provider still has to tell, such as a settlement, arrives and is booked.</summary>
    static async Task HearFromProvider(KomejiApp app)
    {
        while (await app.Services.GetRequiredService<SandboxNotices>().DeliverDue(CancellationToken.None) > 0)
        {
            // As long as there are more than one batch.
        }

        await app.Run<DuePaymentEvents>();
    }

    internal static async Task ServeAll(Chromium chromium, string url, string contact, bool script)
    {
        var page = await chromium.SignIn(url, contact, script);
        await page.GotoAsync("/penjual/pesanan?tab=baru");
        await page.Locator("a.number").First.ClickAsync();
        await page.Press("accept-order");
        await page.FillAsync("[name=Resi]", "JX1234567890");
        await page.Press("ship-order");
        await page.ShouldSay("order-status", "Dikirim");
        await page.Context.CloseAsync();
    }

    async Task<long> BalanceOf(string url, string contact, bool script)
    {
        var page = await chromium.SignIn(url, contact, script);
        await page.GotoAsync("/penjual/saldo");
        var balance = await page.GetByTestId("balance").Rupiah();
        await page.Context.CloseAsync();
        return balance;
    }

    /// <summary>Past the courier's estimate, then past the time for checking.</summary>
    static async Task LetTheClockComplete(KomejiApp app)
    {
        for (var weeks = 0; weeks < 3; weeks++)
        {
            app.Clock.Advance(TimeSpan.FromDays(10));
            await app.Run<DueOrderTimers>();
        }
    }
}
