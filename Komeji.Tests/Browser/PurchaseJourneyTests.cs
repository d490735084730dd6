using System.Globalization;
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

        await Register(app, buyer);
        await PutInCart(buyer, "/produk/keripik-tempe-sagu-renyah");
        await PutInCart(buyer, "/produk/kopi-robusta-argopuro-bubuk");
        await buyer.GotoAsync("/checkout");
        await AddAddress(buyer, script);
        var total = await CheckOut(buyer);
        await Pay(app, buyer);

        await buyer.GotoAsync("/pesanan");
        var numbers = await buyer.GetByTestId("order-number").AllInnerTextsAsync();
        numbers.Count.ShouldBe(2);
        await ServeAll(app, url, Shopkeepers.First, script);
        await ServeAll(app, url, Shopkeepers.Second, script);

        await buyer.GotoAsync("/pesanan/" + numbers[0].Trim());
        await Press(buyer, "confirm-received");
        (await buyer.GetByTestId("order-status").First.InnerTextAsync()).ShouldContain("Selesai");

        await LetTheClockComplete(app);
        var later = await SignIn(url, Phone, script);
        await later.GotoAsync("/pesanan/" + numbers[1].Trim());
        (await later.GetByTestId("order-status").First.InnerTextAsync()).ShouldContain("Selesai");

        // Goods 60.500 less a fee of 5 % of each, plus what the buyer paid for shipping.
        var shipping = total - 60_500;
        (await BalanceOf(url, Shopkeepers.First, script) + await BalanceOf(url, Shopkeepers.Second, script)).ShouldBe(60_500 - 925 - 2_100 + shipping);
        await HearFromProvider(app);
        var report = await app.Send(new VerifyLedger());
        report.Checks.Where(c => !c.Ok).Select(c => $"{c.Name}: {c.Detail}").ShouldBeEmpty();
    }

    static async Task Register(KomejiApp app, IPage page)
    {
        await page.GotoAsync("/daftar");
        await page.FillAsync("#FullName", "Siti Aminah");
        await page.FillAsync("#Contact", Phone);
        await page.FillAsync("#Password", KomejiApp.Password);
        await page.CheckAsync("input[name=AcceptsTerms][type=checkbox]");
        await page.ClickAsync("main form button.go");
        await page.WaitForURLAsync("**/konfirmasi**");
        await page.FillAsync("#Code", await app.CodeSentTo(Phone));
        await page.ClickAsync("main form button.go");
        await page.WaitForURLAsync(u => !u.Contains("/konfirmasi", StringComparison.Ordinal));
    }

    static async Task PutInCart(IPage page, string product)
    {
        await page.GotoAsync(product);
        await page.GetByTestId("add-to-cart").ClickAsync();
        await page.WaitForURLAsync("**/keranjang**");
    }

    static async Task AddAddress(IPage page, bool script)
    {
        await page.GetByTestId("add-address").ClickAsync();
        await page.FillAsync("[name=Recipient]", "Siti Aminah");
        await page.FillAsync("[name=Phone]", "0812-3456-7899");
        await page.FillAsync("[name=Street]", "Jl. Melati 7");
        if (script)
        {
            await page.Locator("[name=Q]").PressSequentiallyAsync("Tambaksari Surabaya");
        }
        else
        {
            await page.FillAsync("[name=Q]", "Tambaksari Surabaya");
            await page.ClickAsync("button[name=Langkah][value=cari]");
        }

        await ChooseVillage(page, script);
        await page.GetByTestId("save-address").ClickAsync();
        await page.WaitForURLAsync("**/checkout**");
    }

    /// <summary>The first match is the district; then one of its villages.</summary>
    static async Task ChooseVillage(IPage page, bool script)
    {
        var village = page.Locator($"input[name=Kode][value='{TestRegions.Tambaksari}']").First;
        var district = page.Locator("input[name=Kode][value='35.78.10']").First;
        await district.Or(village).First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        if (await village.CountAsync() == 0)
        {
            await district.CheckAsync(new LocatorCheckOptions { Force = true });
            if (!script)
            {
                await page.Locator("button[name=Langkah]").Last.ClickAsync();
            }

            await village.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        }

        await village.CheckAsync(new LocatorCheckOptions { Force = true });
    }

    static async Task<long> CheckOut(IPage page)
    {
        var total = await Amount(page.GetByTestId("checkout-total"));
        await page.GetByTestId("checkout-submit").ClickAsync();
        await ArriveAt(page, "/bayar/");
        (await Amount(page.Locator(".amount"))).ShouldBe(total);
        return total;
    }

    static async Task Pay(KomejiApp app, IPage page)
    {
        await page.GetByTestId("pay-now").ClickAsync();
        await page.GetByTestId("pay-sandbox-success").ClickAsync();
        await page.WaitForURLAsync(u => u.Contains("/bayar/", StringComparison.Ordinal) && !u.Contains("/sandbox/", StringComparison.Ordinal));
        await HearFromProvider(app);
        await page.ReloadAsync();
        (await page.GetByTestId("payment-status").InnerTextAsync()).ShouldContain("Lunas");
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

    async Task ServeAll(KomejiApp app, string url, string contact, bool script)
    {
        var page = await SignIn(url, contact, script);
        await page.GotoAsync("/penjual/pesanan?tab=baru");
        await page.Locator("a.number").First.ClickAsync();
        await Press(page, "accept-order");
        await page.FillAsync("[name=Resi]", "JX1234567890");
        await Press(page, "ship-order");
        (await page.GetByTestId("order-status").InnerTextAsync()).ShouldContain("Dikirim");
        await page.Context.CloseAsync();
    }

    async Task<IPage> SignIn(string url, string contact, bool script)
    {
        var page = await chromium.Open(url, script: script);
        await page.GotoAsync("/masuk");
        await page.FillAsync("#Contact", contact);
        await page.FillAsync("#Password", KomejiApp.Password);
        await page.ClickAsync("main form button.go");
        await page.WaitForURLAsync(u => !u.EndsWith("/masuk", StringComparison.Ordinal));
        return page;
    }

    async Task<long> BalanceOf(string url, string contact, bool script)
    {
        var page = await SignIn(url, contact, script);
        await page.GotoAsync("/penjual/saldo");
        var balance = await Amount(page.GetByTestId("balance"));
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

    static async Task Press(IPage page, string button)
    {
        await page.GetByTestId(button).ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Waits for the next page; where it does not come, says what the page says instead.</summary>
    static async Task ArriveAt(IPage page, string address)
    {
        try
        {
            await page.WaitForURLAsync(u => u.Contains(address, StringComparison.Ordinal));
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"Still at {page.Url}, not at {address}: {await page.InnerTextAsync("main")}");
        }
    }

    static async Task<long> Amount(ILocator holder) =>
        long.Parse(await holder.Locator("[data-rupiah]").First.GetAttributeAsync("data-rupiah") ?? "", CultureInfo.InvariantCulture);
}
