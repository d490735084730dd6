using Komeji.Domain.Accounts;
using Komeji.Domain.Ledger;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Payments;

public sealed class OrderRefundPageTests
{
    [Fact]
    public async Task An_officer_sees_what_is_booked_and_then_decides_it()
    {
        await using var app = await KomejiApp.Start();
        var number = await Delivered(app);
        var address = $"/operator/pesanan/{number}/pengembalian";
        using var finance = await app.SignInAs("uang@contoh.id", Roles.Finance);
        var page = await finance.Get(address);
        var line = page.Document.QuerySelector("input[name$='.Jumlah']")!.GetAttribute("name")!;
        (await finance.Submit(page, address, (line, "10.000"), ("Penjual", "60"), ("Kurir", "40"))).Status.ShouldBe(400, "no reason was given");
        var refused = await finance.Submit(page, address, (line, "30.000"), ("Penjual", "100"), ("Alasan", "Satu bungkus rusak"));
        refused.Status.ShouldBe(422);
        refused.Document.QuerySelector($"input[name='{line}']")!.GetAttribute("value").ShouldBe("30.000");

        var preview = await finance.Submit(page, address, (line, "10.000"), ("Penjual", "60"), ("Kurir", "40"), ("Alasan", "Satu bungkus rusak"));
        preview.Status.ShouldBe(200);
        preview.Text.ShouldContain("1030 Klaim kepada kurir");
        preview.Document.QuerySelector("[data-rupiah='6000']").ShouldNotBeNull();
        (await app.Read(db => db.Refunds.CountAsync())).ShouldBe(0);
        var held = preview.Document.Forms.First(f => f.GetAttribute("action") == address).QuerySelectorAll("input").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));
        var again = await finance.Post(address + "/pratinjau", [.. held, ("Ubah", "true")]);
        again.Document.QuerySelector($"input[name='{line}']")!.GetAttribute("value").ShouldBe("10000", "what was typed can be corrected");
        again.Document.QuerySelector("textarea[name=Alasan]")!.TextContent.ShouldContain("Satu bungkus rusak");

        (await finance.Submit(preview, address)).Status.ShouldBe(302);
        (await app.Read(db => db.Journals.Select(j => j.Rule).OrderBy(r => r).ToListAsync())).ShouldBe(["P6", "P8"]);
        var after = await finance.Get(address);
        after.Document.QuerySelector("[data-testid=order-refunds]")!.TextContent.ShouldContain("penjual 60 % (Rp6.000), kurir 40 % (Rp4.000)");
    }

    /// <summary>An order of 25,500 and 8,000, paid and delivered.</summary>
    static async Task<string> Delivered(KomejiApp app)
    {
        var buyer = await app.Person("siti@komeji.test");
        var (shops, now) = (new MoneyShops(), app.Clock.GetUtcNow());
        await app.Write(db =>
        {
            shops.Open(db, now);
            return Task.CompletedTask;
        });
        await app.Write(db => shops.Place(db, buyer, [25_500L], now));
        await app.Write(async db =>
        {
            var payment = await db.Payments.Include(p => p.Attempts).SingleAsync();
            payment.Receive(payment.Attempt("sandbox", now).Id, "bayar-uji", payment.Amount, "IDR", "QRIS", now, now);
            var order = await db.Orders.Include(o => o.Lines).Include(o => o.Timers).SingleAsync();
            order.Pay(Orders.Fees, Orders.Terms(), now);
            order.Accept(Orders.Seller, Orders.Terms(), now);
            order.Ship(Orders.Seller, Orders.Terms(), now);
            order.ProveDelivery(Orders.Seller, "Pak Budi", "bukti", Orders.Terms(), now);
            db.EscrowShares.Add(EscrowShare.Hold(order.Id, order.Total, now));
        });
        return await app.Read(db => db.Orders.Select(o => o.Number).SingleAsync());
    }
}
