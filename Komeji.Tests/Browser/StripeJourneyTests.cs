using Komeji.Application.Ledger;
using Komeji.Application.Payments;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Integrations.Payments.StripeStandIn;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Komeji.Tests.Browser;

/// <summary>A newcomer pays two shops on Stripe's page: one order is released, the other declined and paid back. With script and without.</summary>
[Collection("browser")]
public sealed class StripeJourneyTests(Chromium chromium)
{
    const string Phone = "081234567898";

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_cart_through_Stripes_page_to_release_and_refund(bool script)
    {
        KomejiApp? app = null;
        var clock = new TestClock();
        clock.MoveTo(TimeProvider.System.GetUtcNow());
        using var toHook = new HttpClient();
        var options = new StripeStandInOptions(0, StripeKeys.Secret, StripeKeys.Webhook, () => new Uri(app!.Url + "/hook/stripe"));
        await using var server = await StripeStandInServer.Start(options, toHook, clock);
        await using var running = app = await KomejiApp.StartForBrowser(Engine.Sqlite, null, Settings(server));
        app.Clock.MoveTo(clock.GetUtcNow());
        var url = app.Url;
        await Shopkeepers.Open(app);
        var buyer = await chromium.Open(url, script: script);

        await buyer.Register(app, Phone);
        await buyer.PutInCart("/produk/keripik-tempe-sagu-renyah");
        await buyer.PutInCart("/produk/kopi-robusta-argopuro-bubuk");
        await buyer.GotoAsync("/checkout");
        await buyer.AddAddress(script);
        await PurchaseJourneyTests.CheckOut(buyer);
        await Pay(app, server, buyer);

        await PurchaseJourneyTests.ServeAll(chromium, url, Shopkeepers.First, script);
        await Decline(chromium, app);
        await app.Run<DueRefunds>();
        await Hear(app, server);
        (await app.Read(db => db.Refunds.Select(r => r.State).SingleAsync())).ShouldBe(RefundState.Succeeded);
        await buyer.GotoAsync("/pesanan/" + await app.Read(db => db.Orders.Where(o => o.State == OrderState.Shipped).Select(o => o.Number).SingleAsync()));
        await buyer.Press("confirm-received");
        await buyer.ShouldSay("order-status", "Selesai");
        await Hear(app, server);
        app.Clock.Advance(ProviderStatements.Grace + TimeSpan.FromMinutes(1));
        (await app.Send(new VerifyLedger())).Checks.Where(c => !c.Ok).Select(c => $"{c.Name}: {c.Detail}").ShouldBeEmpty();
    }

    /// <summary>Over to Stripe's page, which fits a phone; back by hand, since the address people have is another than this test's.</summary>
    static async Task Pay(KomejiApp app, StripeStandInServer server, IPage page)
    {
        var back = new Uri(page.Url).AbsolutePath;
        await page.GetByTestId("pay-now").ClickAsync();
        await page.ArriveWhere(u => u.StartsWith(server.Address.ToString(), StringComparison.Ordinal), "Stripe's page");
        await page.GetByTestId("standin-pay").WaitForAsync();
        await page.ShouldFit("Stripe's page");
        await page.Press("standin-pay");
        server.Books.Charges().ShouldBe(1);
        await Hear(app, server);
        await page.GotoAsync(app.Url + back);
        await page.ShouldSay("payment-status", "Lunas");
    }

    /// <summary>The second shop has nothing left.</summary>
    internal static async Task Decline(Chromium chromium, KomejiApp app)
    {
        var number = await app.Read(db => db.Orders.Where(o => o.State == OrderState.AwaitingSeller).Select(o => o.Number).SingleAsync());
        var seller = await chromium.SignIn(app.Url, Shopkeepers.Second, script: false);
        await seller.GotoAsync($"/penjual/pesanan/{number}");
        await seller.ClickAsync("summary:has-text('Tidak Bisa Melayani')");
        await seller.FillAsync("#alasan", "Stok rusak");
        await seller.RunAndWaitForResponseAsync(() => seller.ClickAsync("button:has-text('Tolak Pesanan')"), answer => answer.Request.Method == "POST");
    }

    static async Task Hear(KomejiApp app, StripeStandInServer server)
    {
        while (await server.Post.DeliverDue(CancellationToken.None) > 0)
        {
            // Until nothing is left.
        }

        await app.Run<DuePaymentEvents>();
    }

    static (string, string)[] Settings(StripeStandInServer server) =>
    [
        ("Payments:Gateway", "Stripe"), ("Payments:Stripe:SecretKey", StripeKeys.Secret), ("Payments:Stripe:WebhookSecrets", string.Join(',', StripeKeys.Webhook)),
        ("Payments:Stripe:ApiBase", server.Address.ToString()), ("Komeji:BaseUrl", "http://komeji.test"),
    ];
}
