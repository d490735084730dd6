using Komeji.Application.Ordering;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Regions;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Ordering;

/// <summary>Sweeps do what is due, once, however often they run.</summary>
public sealed class OrderClocksTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_unpaid_purchase_expires_and_gives_its_stock_back_once(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (one, two) = (await market.Product(await market.Shop()), await market.Product(await market.Shop()));
        var purchase = await market.Buy(await market.Buyer(), (one, 2), (two, 3));
        komeji.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromTicks(10));
        (await komeji.Run<DuePurchases>()).Done.ShouldBe(0);
        komeji.Clock.Advance(TimeSpan.FromTicks(10));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => komeji.Run<DuePurchases>()));
        (await komeji.Run<DuePurchases>()).ShouldBe(new(0, 0, ""));
        (await market.Purchase(purchase.Number)).Orders.ShouldAllBe(o => o.State == OrderState.Expired);
        (await komeji.Read(db => db.Payments.SingleAsync())).State.ShouldBe(PaymentState.Expired);
        (await market.StockOf(one)).ShouldBe((10, 0, 0));
        (await market.StockOf(two)).ShouldBe((10, 0, 0));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Money_and_expiry_at_the_same_moment_agree(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        for (var round = 0; round < 6; round++)
        {
            var variant = await market.Product(await market.Shop());
            var purchase = await market.Buy(await market.Buyer(), (variant, 2));
            komeji.Clock.Advance(TimeSpan.FromHours(24));
            var paying = Task.Run(async () =>
            {
                try
                {
                    await market.Pay(purchase);
                }
                catch (DbUpdateConcurrencyException)
                {
                    // The expiry was first; the notification is acted on again and becomes a refund.
                }
                catch (Komeji.Domain.Common.RuleBroken closed)
                {
                    // So it was here: by what was read first, the payment or its orders refuse; a notification would be tried again.
                    closed.Code.ShouldBeOneOf("payment.closed", "order.illegal_move");
                }
            });
            await Task.WhenAll(paying, komeji.Run<DuePurchases>());

            var order = (await market.Purchase(purchase.Number)).Orders.Single();
            var payment = await komeji.Read(db => db.Payments.SingleAsync(p => p.PurchaseId == purchase.Id));
            var paid = order.State == OrderState.AwaitingSeller;
            payment.State.ShouldBe(paid ? PaymentState.Paid : PaymentState.Expired);
            (await market.StockOf(variant)).ShouldBe(paid ? (8, 0, 2) : (10, 0, 0));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_silent_shop_loses_the_order_after_two_working_days(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        await komeji.Write(db =>
        {
            db.Holidays.Add(new Holiday(new DateOnly(2026, 10, 6), "Hari uji", HolidayKind.National, "uji", "", null, komeji.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        var (order, _, _, variant) = await market.PaidOrder(2);
        komeji.Clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromTicks(10));
        (await komeji.Run<DueOrderTimers>()).Done.ShouldBe(0);
        komeji.Clock.Advance(TimeSpan.FromTicks(10));
        (await komeji.Run<DueOrderTimers>()).Done.ShouldBe(1);
        (await komeji.Run<DueOrderTimers>()).Done.ShouldBe(0);
        (await market.Order(order.Number)).State.ShouldBe(OrderState.Cancelled);
        (await market.StockOf(variant)).ShouldBe((10, 0, 0));
        (await komeji.Read(db => db.Refunds.CountAsync())).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_shipped_order_arrives_and_completes_by_the_clock(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop, _) = await market.PaidOrder();
        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
        await komeji.Send(new ShipOrder(order.Number, "JX1234567890"));
        komeji.Clock.Advance(TimeSpan.FromDays(3 + 7));
        await komeji.Run<DueOrderTimers>();
        (await market.Order(order.Number)).State.ShouldBe(OrderState.Delivered);
        await komeji.As(buyer).Send(new ExtendChecking(order.Number));
        komeji.Clock.Advance(TimeSpan.FromDays(5));
        (await komeji.Run<DueOrderTimers>()).Done.ShouldBe(0);
        komeji.Clock.Advance(TimeSpan.FromDays(2));
        (await komeji.Run<DueOrderTimers>()).Done.ShouldBe(1);
        (await market.Order(order.Number)).State.ShouldBe(OrderState.Completed);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Uncollected_goods_are_cancelled_after_two_reminders(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, _, shop, variant) = await market.PaidOrder(1, pickup: true);
        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
        await komeji.Send(new MakeOrderReady(order.Number));
        for (var day = 1; day <= 3; day++)
        {
            (await market.Order(order.Number)).State.ShouldBe(OrderState.ReadyForPickup);
            komeji.Clock.Advance(TimeSpan.FromDays(1));
            (await komeji.Run<DueOrderTimers>()).Done.ShouldBe(1);
        }

        (await market.Order(order.Number)).State.ShouldBe(OrderState.Cancelled);
        (await market.StockOf(variant)).ShouldBe((10, 0, 0));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Not_arrived_keeps_the_clock_from_running_out(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop, _) = await market.PaidOrder();
        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
        await komeji.Send(new ShipOrder(order.Number, "JX1234567890"));
        await komeji.As(buyer).Send(new ReportNotArrived(order.Number));
        komeji.Clock.Advance(TimeSpan.FromDays(100));
        (await komeji.Run<DueOrderTimers>()).Done.ShouldBe(0);
        (await market.Order(order.Number)).State.ShouldBe(OrderState.Shipped);
    }
}
