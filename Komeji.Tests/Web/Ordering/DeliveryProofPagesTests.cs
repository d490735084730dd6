using Komeji.Application.Files;
using Komeji.Application.Ordering;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Web.Ordering;

public sealed class DeliveryProofPagesTests
{
    [Fact]
    public async Task The_photo_is_private_and_stands_under_the_order_only()
    {
        await using var app = await KomejiApp.Start();
        var buyer = await app.Person("siti@komeji.test");
        var shops = new MoneyShops();
        Placed placed = null!;
        var key = await app.Services.GetRequiredService<IPrivateFiles>().Save("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "svg", CancellationToken.None);
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
            order.ProveDelivery(Orders.Seller, "Pak Budi", key, Orders.Terms(), now);
        });

        using var visitor = await app.SignInAs("siti@komeji.test");
        var page = await visitor.Get("/pesanan/" + placed.OrderNumbers[0]);
        var link = page.Document.QuerySelectorAll("a").Single(a => a.TextContent == "Lihat foto bukti terima").GetAttribute("href")!;
        using var photo = await visitor.Http.GetAsync(new Uri(link, UriKind.Relative));
        ((int)photo.StatusCode, photo.Content.Headers.ContentType!.MediaType).ShouldBe((200, "image/svg+xml"));
        (photo.Headers.CacheControl!.Private, photo.Headers.CacheControl.NoStore).ShouldBe((true, true));
        photo.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
        (await visitor.Get("/gambar/" + key)).Status.ShouldBe(404);
    }
}
