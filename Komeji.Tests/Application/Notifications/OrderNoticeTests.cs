using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Settings;
using Komeji.Domain.Accounts;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Notifications;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Notifications;

/// <summary>For each step that waits for somebody: who is told, what, by when, and where to act.</summary>
public sealed class OrderNoticeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Placing_asks_the_buyer_to_pay_once_for_all_shops(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var purchase = await Place(market, ShipmentKind.Courier, orders: 2);

        var told = (await Told(market, market.Buyer)).ShouldHaveSingleItem();
        told.Link.ShouldBe($"/bayar/{purchase.Number}");
        told.Body.ShouldContain("6 Okt 2026 09.00 WIB");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Paying_tells_the_buyer_and_asks_each_shop_with_its_deadline(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500, 30_000);
        await market.Pay(placed);

        (await Told(market, market.Buyer)).Select(n => n.Title).ShouldBe(["Pembayaran diterima"]);
        var asked = (await Told(market, market.Seller)).ShouldHaveSingleItem();
        asked.Title.ShouldBe($"Pesanan baru {placed.OrderNumbers[0]}");
        asked.Link.ShouldBe($"/penjual/pesanan/{placed.OrderNumbers[0]}");
        asked.Body.ShouldContain("WIB");
        (await market.Komeji.Read(db => db.Notifications.CountAsync())).ShouldBe(3);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_step_of_a_parcel_tells_who_must_act_next(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var (buyer, seller) = (Actor.Buyer(market.Buyer.Value), Actor.Seller(market.Seller.Value));
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        var (id, number) = (placed.Orders[0], placed.OrderNumbers[0]);

        await Step(market, m => m.Move(id, (o, terms, now) => o.Accept(seller, terms, now)), market.Buyer, $"Pesanan {number} diproses");
        await Step(market, m => m.Move(id, (o, terms, now) => o.CancelByBuyer(buyer, "Salah alamat", terms, now)), market.Seller, $"Pembeli minta batal: {number}");
        await Step(market, m => m.Move(id, (o, _, now) => o.RefuseToCancel(seller, "Sudah dikemas", now)), market.Buyer, $"Pesanan {number} tetap dilanjutkan");
        await Step(market, m => m.Move(id, (o, terms, now) => o.Ship(seller, terms, now)), market.Buyer, $"Pesanan {number} dikirim");
        await Step(market, m => m.Move(id, (o, _, now) => o.ReportNotArrived(buyer, now)), market.Seller, $"Paket {number} dilaporkan belum sampai");
        await Step(market, m => m.Move(id, (o, terms, now) => o.ProveDelivery(seller, "Bu Sri", "bukti.webp", terms, now)), market.Buyer, $"Pesanan {number} sampai tujuan");
        await Step(market, m => m.Move(id, (o, terms, now) => o.ConfirmReceived(buyer, terms, now)), market.Seller, $"Pesanan {number} selesai");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Picking_up_is_announced_and_reminded_without_the_code(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var seller = Actor.Seller(market.Seller.Value);
        var order = (await Place(market, ShipmentKind.Pickup, orders: 1)).Orders[0];
        await Pay(market, order.PurchaseId);
        await market.Move(order.Id, (o, terms, now) => o.Accept(seller, terms, now));

        await Step(market, m => m.Move(order.Id, (o, terms, now) => o.MakeReady(seller, "482913", terms, now)), market.Buyer, $"Pesanan {order.Number} siap diambil");
        var reminder = await market.Komeji.Read(db => db.OrderTimers.Where(t => t.Action == OrderTimerAction.RemindPickup).OrderBy(t => t.DueAt).FirstAsync());
        market.Komeji.Clock.MoveTo(reminder.DueAt);
        await Step(market, m => m.Move(order.Id, (o, terms, now) => o.RunOut(reminder.Id, terms, now)), market.Buyer, $"Jangan lupa ambil pesanan {order.Number}");

        (await Told(market, market.Buyer)).ShouldAllBe(n => !n.Body.Contains("482913"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancellation_says_why_and_what_becomes_of_the_money(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        await market.Decline(placed.Orders[0]);

        var told = (await Told(market, market.Buyer))[^1];
        told.Title.ShouldBe($"Pesanan {placed.OrderNumbers[0]} dibatalkan");
        told.Body.ShouldBe("Penjual tidak bisa memenuhi pesanan ini. Rp33.500 kami kembalikan penuh kepada Anda.");
        (await Told(market, market.Seller)).Count.ShouldBe(1, "The shop knows what it has declined.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_unpaid_purchase_that_expires_is_told_to_the_buyer_only(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        await market.Expire(placed);

        (await Told(market, market.Buyer)).ShouldHaveSingleItem().Title.ShouldBe($"Pesanan {placed.OrderNumbers[0]} kedaluwarsa");
        (await Told(market, market.Seller)).ShouldBeEmpty();
    }

    [Theory]
    [OnSqlite("sri@contoh.id", MessageChannel.Email), OnPostgres("sri@contoh.id", MessageChannel.Email)]
    [OnSqlite("+6281234567890", MessageChannel.Phone), OnPostgres("+6281234567890", MessageChannel.Phone)]
    public async Task A_message_goes_to_what_the_person_confirmed_with_an_address_to_open(Engine engine, string contact, MessageChannel channel)
    {
        await using var market = await MoneyMarket.Open(engine);
        await market.Komeji.Write(db =>
        {
            db.Users.Add(User.Create(market.Buyer.Value, Contact.Require(contact), "Siti Aminah", "cap", market.Komeji.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        await market.Pay(await market.Place(25_500));

        var message = await market.Komeji.Read(db => db.Messages.SingleAsync());
        (message.Channel, message.To, message.Subject).ShouldBe((channel, contact, "Pembayaran diterima"));
        message.Body.ShouldEndWith("http://komeji.test/pesanan");
        message.Body.ShouldNotContain("Siti");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_bell_counts_and_lists_only_ones_own_and_reading_takes_from_it(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await market.Pay(await market.Place(25_500));
        var komeji = market.Komeji.As(market.Buyer);
        var mine = (await komeji.Send(new ListNotifications(1))).Rows.ShouldHaveSingleItem();
        (await komeji.Send(new CountUnread())).ShouldBe(1);

        await Should.ThrowAsync<NotFound>(() => komeji.As(market.Seller).Send(new OpenNotification(mine.Id)));
        (await komeji.As(market.Buyer).Send(new OpenNotification(mine.Id))).ShouldBe("/pesanan");
        (await komeji.Send(new CountUnread())).ShouldBe(0);

        await komeji.As(market.Seller).Send(new ReadAllNotifications());
        (await komeji.Send(new CountUnread())).ShouldBe(0);
        (await komeji.As(null).Send(new CountUnread())).ShouldBe(0);
    }

    static async Task Step(MoneyMarket market, Func<MoneyMarket, Task> act, UserId whom, string title)
    {
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        await act(market);
        var told = (await Told(market, whom))[^1];
        told.Title.ShouldBe(title);
        told.At.ShouldBe(market.Komeji.Clock.GetUtcNow());
        told.Link.ShouldEndWith(title.Split(' ').Single(w => w.StartsWith("KMJ-", StringComparison.Ordinal)));
    }

    static Task<List<Notification>> Told(MoneyMarket market, UserId whom) =>
        market.Komeji.Read(db => db.Notifications.AsNoTracking().Where(n => n.UserId == whom).OrderBy(n => n.At).ThenBy(n => n.Id).ToListAsync());

    static async Task<Purchase> Place(MoneyMarket market, ShipmentKind kind, int orders)
    {
        var now = market.Komeji.Clock.GetUtcNow();
        var shops = await market.Komeji.Read(db => db.Products.Include(p => p.Variants).OrderBy(p => p.Slug).Take(orders)
            .Join(db.Stores, p => p.StoreId, s => s.Id, (p, s) => new { Product = p, Store = s }).ToListAsync());
        ShippingChoice Shipping() => kind == ShipmentKind.Pickup ? new ShippingChoice(kind, "", "", Rupiah.Zero, 0, 0) : new ShippingChoice(kind, "jne", "REG", new Rupiah(8_000), 1, 3);
        var drafts = shops.Select((shop, i) => new OrderDraft(
            $"KMJ-20261005-90000{i}", i, shop.Store.Id, shop.Store.Name,
            [new OrderLineDraft(shop.Product.Id, shop.Product.Variants[0].Id, "Keripik tempe", "", "keripik", null, new Rupiah(25_500), 1, 200, Warranty.None, "")],
            Shipping(), 1, "")).ToList();
        var destination = new Destination("Siti Aminah", "081234567890", "Jl. Mawar 12", "35.78.10.1001", "Tambaksari, Kota Surabaya", "60136", "");
        var purchase = Purchase.Place("BLJ-20261005-900000", market.Buyer, "token-uji", destination, drafts, TimeSpan.FromHours(24), now);
        await market.InScope(services => services.GetRequiredService<UnitOfWork>().Run(
            () => Task.FromResult(services.GetRequiredService<IKomejiDb>().Purchases.Add(purchase)), CancellationToken.None));
        return purchase;
    }

    static Task Pay(MoneyMarket market, PurchaseId purchaseId) => market.InScope(async services =>
    {
        var db = services.GetRequiredService<IKomejiDb>();
        var settings = services.GetRequiredService<SettingsInForce>();
        var (fees, terms) = (await settings.FeeTerms(CancellationToken.None), await settings.OrderTerms(CancellationToken.None));
        await services.GetRequiredService<UnitOfWork>().Run(async () =>
        {
            var order = await db.Orders.Include(o => o.Lines).Include(o => o.Timers).SingleAsync(o => o.PurchaseId == purchaseId);
            order.Pay(fees, terms, market.Komeji.Clock.GetUtcNow());
        }, CancellationToken.None);
    });
}
