using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Komeji.Tests.Browser;

/// <summary>
/// A service with a phone: the buyer chooses a day and an hour and pays, the seller proposes another time, the buyer agrees, the
/// seller begins on the day and finishes with the code, and the buyer is content. With script and without.
/// </summary>
[Collection("browser")]
public sealed class ServiceJourneyTests(Chromium chromium)
{
    const string Buyer = "siti@uji.komeji.id";
    const string Seller = "dingin@uji.komeji.id";

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_appointment_to_the_hand_over(bool script)
    {
        await using var app = await KomejiApp.StartForBrowser();
        // A browser keeps real time and would drop cookies of another year.
        app.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        await Open(app);
        var buyer = await chromium.SignIn(app.Url, Buyer, script);

        await ChooseTime(buyer, script);
        await buyer.Pay(app);
        await buyer.GotoAsync("/pesanan");
        var number = (await buyer.GetByTestId("order-number").First.InnerTextAsync()).Trim();

        var seller = await chromium.SignIn(app.Url, Seller, script);
        await seller.GotoAsync("/penjual/pesanan/" + number);
        await seller.GetByTestId("other-time").ClickAsync();
        await seller.ArriveAt("/waktu");
        await seller.GetByTestId("proposed-time").SelectOptionAsync(new SelectOptionValue { Index = 9 });
        await seller.FillAsync("#Alasan", "Teknisinya baru bisa hari itu");
        await seller.Press("propose-time");

        await buyer.GotoAsync("/pesanan/" + number);
        await buyer.Press("agree-time");
        await buyer.ShouldSay("order-status", "Dijadwalkan");
        var code = (await buyer.GetByTestId("completion-code").InnerTextAsync()).Trim();

        var start = await app.Read(db => db.Orders.Where(o => o.Number == number).Select(o => o.Appointment!.StartsAt).SingleAsync());
        app.Clock.MoveTo(start);
        await ShouldBeOnTheAgenda(seller, number, start);
        await seller.GotoAsync("/penjual/pesanan/" + number);
        await seller.Press("start-service");
        await seller.ShouldSay("order-status", "Dikerjakan");
        await seller.FillAsync("#kode", code);
        await seller.FillAsync("#catatan", "AC dicuci dan sudah dingin");
        await seller.Press("finish-service");
        await seller.ShouldSay("order-status", "Selesai Dikerjakan");

        await buyer.GotoAsync("/pesanan/" + number);
        await buyer.ShouldSay("handover-note", "sudah dingin");
        await buyer.ShouldSay("unhappy", "Jangan tekan Terima Hasil");
        await buyer.Press("confirm-received");
        await buyer.ShouldSay("order-status", "Selesai");
        await buyer.ShouldFit();
        await app.BooksShouldBeSound();
    }

    /// <summary>The third day on offer, its second hour.</summary>
    static async Task ChooseTime(IPage page, bool script)
    {
        await page.GotoAsync("/produk/jasa-cuci-ac");
        (await page.GetByTestId("service-terms").InnerTextAsync()).ShouldContain("1 jam");
        await page.GetByTestId("add-to-cart").ClickAsync();
        await page.ArriveAt("/keranjang");
        await page.GotoAsync("/checkout");
        var day = page.GetByTestId("appointment-day");
        var wanted = await day.Locator("option:not([disabled])").Nth(2).GetAttributeAsync("value");
        if (script)
        {
            await page.Exchange(() => day.SelectOptionAsync(wanted!));
        }
        else
        {
            await day.SelectOptionAsync(wanted!);
            await page.GetByTestId("show-times").ClickAsync();
            await page.ArriveAt("/checkout/hitung");
        }

        var hour = page.Locator($"input[data-testid=appointment-time][value^='{wanted}']").Nth(1);
        await hour.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        if (script)
        {
            await page.Exchange(() => hour.CheckAsync(new LocatorCheckOptions { Force = true }));
            await page.Locator("input[data-testid=appointment-time]:checked").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        }
        else
        {
            await hour.CheckAsync(new LocatorCheckOptions { Force = true });
        }

        await page.GetByTestId("checkout-submit").ClickAsync();
        await page.ArriveAt("/bayar/");
    }

    static async Task ShouldBeOnTheAgenda(IPage seller, string number, DateTimeOffset start)
    {
        await seller.GotoAsync($"/penjual/jadwal?hari={Wib.DayOf(start):yyyy-MM-dd}");
        await seller.ShouldSay("agenda-row", number);
        await seller.ShouldFit();
    }

    static async Task Open(KomejiApp app)
    {
        await app.Person(Buyer);
        var owner = await app.Person(Seller);
        await app.Write(async db =>
        {
            var now = app.Clock.GetUtcNow();
            var category = await db.Categories.Where(c => c.ParentId != null && c.Kind == ProductKind.Service).OrderBy(c => c.Position).FirstAsync();
            var store = Store.Open(owner, "servis-ac-dingin", new StoreFacts("Servis AC Dingin", "", "+6281234567890", TestRegions.Surabaya, "Jl. Mawar 1", "", [], true), now);
            var facts = new ProductFacts(category.Id, category.Name, ProductKind.Service, "Jasa cuci AC", "Bersih sampai dalam.", 0, 0, 0, 0, 0, "", 0, "", true, "", Warranty.None, Services.Terms(perDay: 3, atOnce: 2));
            var product = Product.Draft(store.Id, "jasa-cuci-ac", facts, [new VariantFacts(null, "", new Rupiah(75_000), VariantFacts.MostStock, "")], now);
            product.AddPicture("uji.webp", 600, 600, "Jasa cuci AC", now);
            product.Publish(now);
            db.AddRange(store, product);
        });
    }
}
