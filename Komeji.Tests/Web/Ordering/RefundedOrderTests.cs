using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Ordering;

public sealed class RefundedOrderTests
{
    [Fact]
    public async Task The_page_of_a_refunded_order_says_so()
    {
        await using var app = await KomejiApp.Start();
        var buyer = await app.Person("siti@komeji.test");
        var shops = new MoneyShops();
        Placed placed = null!;
        await app.Write(db =>
        {
            shops.Open(db, app.Clock.GetUtcNow());
            return Task.CompletedTask;
        });
        await app.Write(async db => placed = await shops.Place(db, buyer, [25_500], app.Clock.GetUtcNow()));
        await app.Write(async db =>
        {
            var (order, now) = (await db.Orders.Include(o => o.Lines).Include(o => o.Timers).SingleAsync(), app.Clock.GetUtcNow());
            order.Pay(Orders.Fees, Orders.Terms(), now);
            order.Accept(Orders.Seller, Orders.Terms(), now);
            order.Ship(Orders.Seller, Orders.Terms(), now);
            order.ProveDelivery(Orders.Seller, "Pak Budi", "bukti", Orders.Terms(), now);
            order.RefundBySeller(Orders.Seller, "Barang pecah di jalan", Orders.Terms(), now);
        });

        using var visitor = await app.SignInAs("siti@komeji.test");
        var next = (await visitor.Get("/pesanan/" + placed.OrderNumbers[0])).Document.QuerySelector("[data-testid=next-step]")!;
        next.QuerySelector("h2")!.TextContent.ShouldBe("Dana dikembalikan");
    }
}
