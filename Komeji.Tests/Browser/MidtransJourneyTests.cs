using Komeji.Application.Ledger;
using Komeji.Application.Payments;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Integrations.Payments.MidtransStandIn;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Komeji.Tests.Browser;

/// <summary>
/// A newcomer looks at a QRIS code, changes her mind and pays two shops by a virtual account: one order is released, the other declined;
/// as a virtual account takes nothing back, she names her own account. With script and without.
/// </summary>
[Collection("another browser")]
public sealed class MidtransJourneyTests(Chromium chromium)
{
    const string Phone = "081234567897";

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_code_and_a_number_to_release_and_a_refund_by_transfer(bool script)
    {
        KomejiApp? app = null;
        var clock = new TestClock();
        clock.MoveTo(TimeProvider.System.GetUtcNow());
        using var toHook = new HttpClient();
        var options = new MidtransStandInOptions(0, MidtransKeys.Server, () => new Uri(app!.Url + "/hook/midtrans"));
        await using var server = await MidtransStandInServer.Start(options, toHook, clock);
        await using var running = app = await KomejiApp.StartForBrowser(Engine.Sqlite, null, Settings(server));
        app.Clock.MoveTo(clock.GetUtcNow());
        await Shopkeepers.Open(app);
        var buyer = await chromium.Open(app.Url, script: script);

        await buyer.Register(app, Phone);
        await buyer.PutInCart("/produk/keripik-tempe-sagu-renyah");
        await buyer.PutInCart("/produk/kopi-robusta-argopuro-bubuk");
        await buyer.GotoAsync("/checkout");
        await buyer.AddAddress(script);
        await PurchaseJourneyTests.CheckOut(buyer);
        await Choose(buyer, "qris");
        await buyer.ShouldSay("pay-way", "Pindai kode ini");
        await buyer.GetByTestId("pay-change").ClickAsync();
        await buyer.ArriveAt("ganti=1");
        await Choose(buyer, "bca_va");
        await buyer.GetByTestId("va-number").WaitForAsync();
        await buyer.ShouldFit("the number to pay to");
        await Pay(app, server, buyer);

        await PurchaseJourneyTests.ServeAll(chromium, app.Url, Shopkeepers.First, script);
        await StripeJourneyTests.Decline(chromium, app);
        await app.Run<DueRefunds>();
        await Hear(app, server);
        await NameAccount(app, buyer);
        await buyer.GotoAsync("/pesanan/" + await app.Read(db => db.Orders.Where(o => o.State == OrderState.Shipped).Select(o => o.Number).SingleAsync()));
        await buyer.Press("confirm-received");
        await buyer.ShouldSay("order-status", "Selesai");
        (await app.Send(new VerifyLedger())).Checks.Where(c => !c.Ok).Select(c => $"{c.Name}: {c.Detail}").ShouldBeEmpty();
    }

    static async Task Choose(IPage page, string way)
    {
        await page.Locator("#cara-" + way).CheckAsync(new LocatorCheckOptions { Force = true });
        await page.Press("pay-now");
        await page.GetByTestId("pay-way").WaitForAsync();
    }

    /// <summary>As she would in her bank's app, which is another page; then back to ours.</summary>
    static async Task Pay(KomejiApp app, MidtransStandInServer server, IPage page)
    {
        var back = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync(server.Address.ToString());
        (await page.GetByTestId("standin-pay").CountAsync()).ShouldBe(1, "the code she left was closed");
        await page.Press("standin-pay");
        server.Books.Charges().ShouldBe(1);
        await Hear(app, server);
        await page.GotoAsync(app.Url + back);
        await page.ShouldSay("payment-status", "Lunas");
    }

    static async Task NameAccount(KomejiApp app, IPage buyer)
    {
        var refund = await app.Read(db => db.Refunds.SingleAsync());
        refund.State.ShouldBe(RefundState.Failed, "a virtual account takes nothing back");
        await buyer.GotoAsync($"/pengembalian-dana/{refund.Id.Value}");
        await buyer.SelectOptionAsync("#Bank", new SelectOptionValue { Index = 1 });
        await buyer.FillAsync("#Nomor", "1234567890");
        await buyer.FillAsync("#AtasNama", "Siti Aminah");
        await buyer.GetByTestId("refund-account-form").Locator("button").ClickAsync();
        await buyer.ShouldSay("refund-account", "Siti Aminah");
        await buyer.ShouldFit("the refund's page");
    }

    static async Task Hear(KomejiApp app, MidtransStandInServer server)
    {
        while (await server.Post.DeliverDue(CancellationToken.None) > 0)
        {
            // Until nothing is left.
        }

        await app.Run<DuePaymentEvents>();
    }

    static (string, string)[] Settings(MidtransStandInServer server) =>
    [
        ("Payments:Gateway", "Midtrans"), ("Payments:Midtrans:ServerKey", MidtransKeys.Server), ("Payments:Midtrans:ApiBase", server.Address.ToString()),
        ("Komeji:BaseUrl", "http://komeji.test"),
    ];
}
