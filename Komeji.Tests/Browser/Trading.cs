using Komeji.Application.Ledger;
using Komeji.Application.Payments;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Komeji.Tests.Browser;

/// <summary>Steps of journeys that money is part of.</summary>
static class Trading
{
    /// <summary>From the pay page through the provider's, until the page says that it is paid.</summary>
    public static async Task Pay(this IPage page, KomejiApp app)
    {
        await page.GetByTestId("pay-now").ClickAsync();
        await page.GetByTestId("pay-sandbox-success").ClickAsync();
        await page.ArriveWhere(u => u.Contains("/bayar/", StringComparison.Ordinal) && !u.Contains("/sandbox/", StringComparison.Ordinal), "the purchase's own page");
        await app.HearProvider();
        await page.ShouldSay("payment-status", "Lunas");
    }

    /// <summary>From checkout, where nothing is left to choose, to the order that is paid.</summary>
    /// <returns>The number of the only order there is.</returns>
    public static async Task<string> BuyNow(this IPage page, KomejiApp app)
    {
        await page.GetByTestId("checkout-submit").ClickAsync();
        await page.ArriveAt("/bayar/");
        await page.Pay(app);
        return await app.Read(db => db.Orders.Select(o => o.Number).SingleAsync());
    }

    /// <summary>What the provider has to tell arrives and is acted on.</summary>
    public static async Task HearProvider(this KomejiApp app)
    {
        while (await app.Services.GetRequiredService<SandboxNotices>().DeliverDue(CancellationToken.None) > 0)
        {
            // As long as there are more than one batch.
        }

        await app.Run<DuePaymentEvents>();
    }

    public static async Task BooksShouldBeSound(this KomejiApp app)
    {
        await app.HearProvider();
        (await app.Send(new VerifyLedger())).Checks.Where(c => !c.Ok).Select(c => $"{c.Name}: {c.Detail}").ShouldBeEmpty();
    }

    /// <summary>The seller takes the order on and gives it to the courier.</summary>
    public static async Task SendOff(this IPage seller, string number)
    {
        await seller.GotoAsync("/penjual/pesanan/" + number);
        await seller.Press("accept-order");
        await seller.FillAsync("[name=Resi]", "JX1234567890");
        await seller.Press("ship-order");
        await seller.ShouldSay("order-status", "Dikirim");
    }

    /// <summary>It came as it should, and the buyer says so.</summary>
    public static async Task Receive(this IPage buyer, string number)
    {
        await buyer.GotoAsync("/pesanan/" + number);
        await buyer.Press("confirm-received");
        await buyer.ShouldSay("order-status", "Selesai");
    }

    /// <summary>Nothing stands over the edge of a small phone.</summary>
    public static async Task ShouldFit(this IPage page) =>
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
}
