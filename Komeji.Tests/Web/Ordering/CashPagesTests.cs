using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Ordering;

/// <summary>Cash on delivery through its pages, without script: from the shop's wish to what it owes.</summary>
public sealed class CashPagesTests
{
    [Fact]
    public async Task A_buyer_nearby_pays_at_the_shop_and_both_say_so()
    {
        await using var app = await KomejiApp.Start();
        var stalls = new Stalls(app);
        var (sri, siti) = (await app.Person("sri@komeji.test"), await app.Person("siti@komeji.test"));
        var variant = await stalls.Product(await stalls.Shop("", pickup: true, owner: sri), 40_000);
        await app.Write(db =>
        {
            db.Addresses.Add(Address.Of(siti, new AddressFacts("Rumah", "Siti Aminah", "081234567890", "Jl. Kenanga 4", "001/002", "", TestRegions.Jember, "68168", ""), app.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        using var seller = await app.SignInAs("sri@komeji.test");
        var wish = await seller.Get("/penjual/toko/bayar-di-tempat");
        (await seller.Submit(wish, "/penjual/toko/bayar-di-tempat")).Location.ShouldBe("/penjual/toko/bayar-di-tempat");
        (await seller.Get("/penjual/toko/bayar-di-tempat")).Document.QuerySelector("[data-testid=cash-offered]")!.TextContent.ShouldBe("Ditawarkan kepada pembeli");

        using var buyer = await app.SignInAs("siti@komeji.test");
        buyer.Http.DefaultRequestHeaders.Add("Origin", "http://localhost");
        await buyer.Post("/keranjang/tambah", ("varian", variant.Value.ToString()), ("jumlah", "1"), ("harga", "40000"));
        var checkout = await buyer.Get("/checkout");
        var box = checkout.Document.QuerySelector("[data-testid=pay-cash]").ShouldNotBeNull();
        var paid = await buyer.Submit(checkout, "/checkout", ("Tunai", box.GetAttribute("value")!));
        paid.Location.ShouldStartWith("/bayar/");
        (await buyer.Get(paid.Location)).Document.QuerySelector("[data-testid=payment-status]")!.TextContent.ShouldBe("Bayar di Tempat");

        var number = await app.Read(db => db.Orders.Select(o => o.Number).SingleAsync());
        var (hers, shops) = ("/pesanan/" + number, "/penjual/pesanan/" + number);
        await seller.Submit(await seller.Get(shops), shops + "/terima");
        await seller.Submit(await seller.Get(shops), shops + "/siap");
        var code = (await buyer.Get(hers)).Document.QuerySelector("[data-testid=pickup-code]")!.TextContent.Trim();
        await seller.Submit(await seller.Get(shops), shops + "/serahkan", ("Kode", code));
        (await seller.Submit(await seller.Get(shops), shops + "/uang-tunai", ("Jumlah", "39.000"))).Status.ShouldBe(422);
        (await seller.Submit(await seller.Get(shops), shops + "/uang-tunai", ("Jumlah", ""))).Status.ShouldBe(400);
        (await seller.Submit(await seller.Get(shops), shops + "/uang-tunai", ("Jumlah", "40.000"))).Location.ShouldBe(shops);
        await buyer.Submit(await buyer.Get(hers), hers + "/penerimaan");
        (await app.Read(db => db.Orders.Select(o => o.State).SingleAsync())).ShouldBe(OrderState.Completed);

        foreach (var page in new[] { shops, hers, hers + "/nota", "/penjual/saldo/" + number, "/penjual/saldo", "/penjual/saldo/pencairan" })
        {
            (await (page.StartsWith("/penjual", StringComparison.Ordinal) ? seller : buyer).Get(page)).Status.ShouldBe(200, page);
        }

        (await seller.Get("/penjual/saldo/bayar-di-tempat")).Document.QuerySelector("[data-testid=cash-debt] [data-rupiah]")!.GetAttribute("data-rupiah").ShouldBe("2000");
        using var finance = await app.SignInAs("dana@komeji.test", Roles.Finance);
        (await finance.Get("/operator/posisi-dana/bayar-di-tempat")).Text.ShouldContain("Rp2.000");
        (await finance.Get("/operator/posisi-dana/bayar-di-tempat/ekspor?bentuk=csv")).Html.ShouldContain(number);
    }
}
