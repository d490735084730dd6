using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Ordering;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Notifications;
using Komeji.Domain.Ordering;
using Komeji.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Notifications;

/// <summary>For each step that waits for somebody: who is told, what, by when, and where to act.</summary>
public sealed class OrderNoticeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Placing_asks_the_buyer_to_pay_once_for_all_shops(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var buyer = await market.Buyer();
        var things = (await market.Product(await market.Shop()), await market.Product(await market.Shop()));
        var purchase = await market.Buy(buyer, (things.Item1, 1), (things.Item2, 1));
        purchase.Orders.Count.ShouldBe(2);

        var told = (await Told(komeji, buyer)).ShouldHaveSingleItem();
        (told.Title, told.Link).ShouldBe(($"Selesaikan pembayaran {purchase.Total}", $"/bayar/{purchase.Number}"));
        told.Body.ShouldContain("6 Okt 2026 09.00 WIB");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Paying_tells_the_buyer_and_asks_each_shop_with_its_deadline(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (order, buyer, shop, _) = await new Market(komeji).PaidOrder();

        (await Told(komeji, buyer)).Select(n => n.Title).ShouldContain("Pembayaran diterima");
        var asked = (await Told(komeji, shop.Owner)).ShouldHaveSingleItem();
        (asked.Title, asked.Link).ShouldBe(($"Pesanan baru {order.Number}", $"/penjual/pesanan/{order.Number}"));
        asked.Body.ShouldBe("Terima atau tolak pesanan senilai Rp37.000 sebelum 7 Okt 2026 09.00 WIB. Lewat itu pesanan batal sendiri dan dana kembali ke pembeli.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_step_of_a_parcel_tells_who_must_act_next(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (order, buyer, shop, _) = await new Market(komeji).PaidOrder();
        var number = order.Number;

        await Step(komeji, shop.Owner, new AcceptOrder(number), buyer, $"Pesanan {number} diproses");
        await Step(komeji, buyer, new CancelOrder(number, "Salah alamat"), shop.Owner, $"Pembeli minta batal: {number}");
        await Step(komeji, shop.Owner, new AnswerCancellation(number, false, "Sudah dikemas"), buyer, $"Pesanan {number} tetap dilanjutkan");
        await Step(komeji, shop.Owner, new ShipOrder(number, "JX1234567890"), buyer, $"Pesanan {number} dikirim");
        await Step(komeji, shop.Owner, new ProveDelivery(number, "Bu Sri", Stream.Null), buyer, $"Pesanan {number} sampai tujuan");
        await Step(komeji, buyer, new ConfirmReceived(number), shop.Owner, $"Pesanan {number} selesai");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_parcel_that_does_not_come_is_told_to_the_shop(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (number, buyer, shop) = await Shipped(komeji);

        await Step(komeji, buyer, new ReportNotArrived(number), shop.Owner, $"Paket {number} dilaporkan belum sampai");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_parcel_that_came_back_and_its_refund_are_told_to_both(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (number, buyer, shop) = await Shipped(komeji);

        await Step(komeji, shop.Owner, new ReturnOrder(number, "Alamat tutup"), buyer, $"Paket {number} kembali ke penjual");
        (await Told(komeji, shop.Owner))[^1].Title.ShouldBe($"Paket {number} kembali kepada Anda");
        await Step(komeji, shop.Owner, new RefundOrder(number, "Tidak bisa dikirim ulang"), buyer, $"Dana pesanan {number} dikembalikan");
        (await Told(komeji, shop.Owner))[^1].Title.ShouldBe($"Dana pesanan {number} dikembalikan ke pembeli");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_buyer_who_confirms_by_themselves_is_not_asked_to_check(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (number, buyer, _) = await Shipped(komeji);
        await komeji.As(buyer).Send(new ConfirmReceived(number));

        (await Told(komeji, buyer)).Select(n => n.Title).ShouldNotContain($"Pesanan {number} sampai tujuan");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Picking_up_is_announced_and_reminded_without_the_code(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop, _) = await market.PaidOrder(pickup: true);
        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));

        await Step(komeji, shop.Owner, new MakeOrderReady(order.Number), buyer, $"Pesanan {order.Number} siap diambil");
        var ready = await market.Order(order.Number);
        var reminder = ready.Timers.Where(t => t.Action == OrderTimerAction.RemindPickup).MinBy(t => t.DueAt)!;
        komeji.Clock.MoveTo(reminder.DueAt);
        await komeji.RunJob("pesanan-waktu");

        var told = await Told(komeji, buyer);
        told[^1].Title.ShouldBe($"Jangan lupa ambil pesanan {order.Number}");
        told.ShouldAllBe(n => !n.Body.Contains(ready.PickupCode!));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancellation_says_why_and_what_becomes_of_the_money(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (order, buyer, shop, _) = await new Market(komeji).PaidOrder();
        await Step(komeji, shop.Owner, new DeclineOrder(order.Number, "Stok rusak"), buyer, $"Pesanan {order.Number} dibatalkan");

        (await Told(komeji, buyer))[^1].Body.ShouldBe($"Penjual tidak bisa memenuhi pesanan ini. {order.Total} kembali penuh kepada Anda.");
        (await Told(komeji, shop.Owner)).Count.ShouldBe(1, "The shop knows what it has declined.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_shop_that_was_too_slow_learns_that_nothing_is_to_be_sent(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (order, buyer, shop, _) = await new Market(komeji).PaidOrder();
        komeji.Clock.MoveTo(order.NextTimer!.DueAt);
        await komeji.RunJob("pesanan-waktu");

        (await Told(komeji, shop.Owner))[^1].Body.ShouldStartWith("Penjual tidak mengonfirmasi sampai batas waktunya.");
        (await Told(komeji, buyer))[^1].Title.ShouldBe($"Pesanan {order.Number} dibatalkan");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_unpaid_purchase_that_expires_is_told_to_the_buyer_only(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (buyer, shop) = (await market.Buyer(), await market.Shop());
        var purchase = await market.Buy(buyer, (await market.Product(shop), 1));
        komeji.Clock.MoveTo(purchase.PayBefore.AddHours(1));
        await komeji.RunJob("belanja-kedaluwarsa");

        (await Told(komeji, buyer))[^1].Title.ShouldBe($"Pesanan {purchase.Orders[0].Number} kedaluwarsa");
        (await Told(komeji, shop.Owner)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_goes_to_what_the_person_confirmed_with_an_address_to_open(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop, _) = await market.PaidOrder();
        await komeji.Write(db => db.Users.Where(u => u.Id == shop.Owner.Value).ExecuteUpdateAsync(
            s => s.SetProperty(u => u.EmailConfirmed, false).SetProperty(u => u.PhoneNumber, "+6281234567890").SetProperty(u => u.PhoneNumberConfirmed, true)));
        await komeji.As(buyer).Send(new CancelOrder(order.Number, "Berubah pikiran"));

        var messages = await komeji.Read(db => db.Messages.AsNoTracking().Where(m => m.Subject == $"Pesanan {order.Number} dibatalkan").ToListAsync());
        messages.Select(m => (m.Channel, m.To.StartsWith('+'))).ShouldBe([(MessageChannel.Email, false), (MessageChannel.Phone, true)], ignoreOrder: true);
        messages.Single(m => m.Channel == MessageChannel.Email).Body.ShouldEndWith($"http://komeji.test/pesanan/{order.Number}");
        messages.ShouldAllBe(m => !m.Body.Contains("Siti"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_confirmed_nothing_or_is_barred_is_told_under_the_bell_only(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (order, buyer, shop, _) = await new Market(komeji).PaidOrder();
        await komeji.Write(db => db.Users.Where(u => u.Id == buyer.Value).ExecuteUpdateAsync(s => s.SetProperty(u => u.EmailConfirmed, false)));
        await Step(komeji, shop.Owner, new AcceptOrder(order.Number), buyer, $"Pesanan {order.Number} diproses");

        (await komeji.Read(db => db.Messages.CountAsync(m => m.Subject == $"Pesanan {order.Number} diproses"))).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_bell_counts_and_lists_only_ones_own_and_reading_takes_from_it(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (_, buyer, shop, _) = await new Market(komeji).PaidOrder();
        var mine = (await komeji.As(shop.Owner).Send(new ListNotifications(1))).Rows.ShouldHaveSingleItem();
        (await komeji.Send(new CountUnread())).ShouldBe(1);

        await Should.ThrowAsync<NotFound>(() => komeji.As(buyer).Send(new OpenNotification(mine.Id)));
        (await komeji.As(shop.Owner).Send(new OpenNotification(mine.Id))).ShouldStartWith("/penjual/pesanan/");
        (await komeji.Send(new CountUnread())).ShouldBe(0);

        (await komeji.As(buyer).Send(new CountUnread())).ShouldBe(2);
        await komeji.Send(new ReadAllNotifications());
        (await komeji.Send(new CountUnread())).ShouldBe(0);
        (await komeji.As(null).Send(new CountUnread())).ShouldBe(0);
    }

    /// <summary>A minute later somebody does something, and somebody else is told at that moment with a link to the order.</summary>
    static async Task Step<T>(TestKomeji komeji, UserId who, IRequest<T> does, UserId whom, string title)
    {
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        await komeji.As(who).Send(does);
        var told = (await Told(komeji, whom))[^1];
        (told.Title, told.At).ShouldBe((title, komeji.Clock.GetUtcNow()));
        told.Link.ShouldEndWith(title.Split(' ').Single(w => w.StartsWith("KMJ-", StringComparison.Ordinal)));
    }

    static async Task<(string Number, UserId Buyer, Shop Shop)> Shipped(TestKomeji komeji)
    {
        var (order, buyer, shop, _) = await new Market(komeji).PaidOrder();
        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
        await komeji.Send(new ShipOrder(order.Number, "JX1234567890"));
        return (order.Number, buyer, shop);
    }

    static Task<List<Notification>> Told(TestKomeji komeji, UserId whom) =>
        komeji.Read(db => db.Notifications.AsNoTracking().Where(n => n.UserId == whom).OrderBy(n => n.At).ThenBy(n => n.Id).ToListAsync());
}
