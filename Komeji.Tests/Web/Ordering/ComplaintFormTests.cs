using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Ordering;

public sealed class ComplaintFormTests
{
    /// <summary>The first line's complaint is over; its fields are gone from the form, and those of the second are read all the same.</summary>
    [Fact]
    public async Task Of_two_things_the_second_can_be_complained_of_after_the_first()
    {
        await using var app = await KomejiApp.Start();
        var purchase = Delivered(await app.Person("siti@komeji.test"), app.Clock.GetUtcNow());
        var order = purchase.Orders[0];
        var lines = order.Lines.Select(l => l.Id).OrderBy(id => id.Value).ToList();
        await app.Write(db =>
        {
            db.AddRange(purchase, Settled(order, lines[0], app.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        using var siti = await app.SignInAs("siti@komeji.test");
        var address = $"/pesanan/{order.Number}/komplain";
        var page = await siti.Get(address);
        var pieces = page.Document.QuerySelectorAll("[data-testid=complain-pieces]").Single().GetAttribute("name")!;
        (await siti.Submit(page, address, ("Jenis", "Damaged"), (pieces, "1"), ("Cerita", "Yang kedua juga pecah"))).Status.ShouldBe(302);
        var meant = await app.Read(db => db.Complaints.Where(c => c.State == ComplaintState.Draft).SelectMany(c => c.Items).Select(i => i.OrderLineId).ToListAsync());
        meant.ShouldBe([lines[1]]);
        (await siti.Get("/komplain")).Document.QuerySelector("[data-testid=complaint-draft]")!.TextContent.ShouldContain(order.Number);
    }

    /// <summary>Two things of one shop, at the buyer's.</summary>
    static Purchase Delivered(UserId buyer, DateTimeOffset now)
    {
        var draft = Orders.Draft(ShipmentKind.Courier, "KMJ-20261005-AAAAAA") with { Lines = [Line("Keripik tempe", now), Line("Keripik pisang", now)] };
        var purchase = Purchase.Place(
            "BLJ-20261005-AAAAAA", buyer, new string('a', 64),
            new Destination("Siti Aminah", "+6281234567890", "Jl. Mawar 12", TestRegions.Surabaya, "Gading, Tambaksari, Kota Surabaya, Jawa Timur", "60134", ""),
            [draft], TimeSpan.FromHours(24), now);
        var order = purchase.Orders[0];
        order.Pay(Orders.Fees, Orders.Terms(), now);
        order.Accept(Orders.Seller, Orders.Terms(), now);
        order.Ship(Orders.Seller, Orders.Terms(), now);
        order.ProveDelivery(Orders.Seller, "Pak Budi", "bukti", Orders.Terms(), now);
        return purchase;
    }

    static OrderLineDraft Line(string name, DateTimeOffset now) =>
        new(ProductId.New(now), VariantId.New(now), name, "", "keripik", null, new Rupiah(18_500), 1, 200, Warranty.None, "");

    /// <summary>The seller agreed at once, and it was carried out.</summary>
    static Complaint Settled(Order order, OrderLineId line, DateTimeOffset now)
    {
        var complaint = Complaint.Begin(order, "KPL-20261005-AAAAAA", now);
        var items = new Dictionary<OrderLineId, ComplaintItemFacts> { [line] = new(1, Rupiah.Zero) };
        complaint.Write(new ComplaintFacts(ComplaintType.Damaged, "Satu bungkus datang pecah", items, ComplaintSolution.FullRefund, Rupiah.Zero, false));
        complaint.Submit(order, ComplaintCase.NoneTaken, Actor.Buyer(order.BuyerId.Value), ComplaintCase.Terms(), now);
        complaint.Accept(1, ComplaintCase.Seller, ComplaintCase.Terms(), now);
        complaint.Settle(null, now);
        return complaint;
    }
}
