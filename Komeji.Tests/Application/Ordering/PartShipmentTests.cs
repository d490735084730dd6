using Komeji.Application.Ordering;
using Komeji.Application.Ordering.Staff;
using Komeji.Application.Support;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using Komeji.Tests.Application.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Ordering;

/// <summary>Some pieces now, the rest later or never.</summary>
public sealed class PartShipmentTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Each_parcel_keeps_its_number_its_contents_and_its_own_end(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop, _) = await market.PaidOrder(pieces: 3);
        var line = order.Lines[0].Id;
        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
        await komeji.As(shop.Owner).Send(new ShipOrder(order.Number, "JX0000000001", new Dictionary<OrderLineId, int> { [line] = 2 }));
        komeji.Clock.Advance(TimeSpan.FromHours(5));
        await komeji.As(shop.Owner).Send(new ProveDelivery(order.Number, "Bu Sri", Stream.Null));
        (await market.Order(order.Number)).State.ShouldBe(OrderState.PartiallyShipped);

        await komeji.As(shop.Owner).Send(new ShipOrder(order.Number, "JX0000000002", new Dictionary<OrderLineId, int> { [line] = 1 }));
        var page = await komeji.As(buyer).Send(new ShowMyOrder(order.Number));
        page.State.ShouldBe(OrderState.Shipped);
        page.Parcels.Select(p => (p.TrackingNumber, p.State, p.Contents.Single().Pieces)).ShouldBe(
            [("JX0000000001", ShipmentState.Delivered, 2), ("JX0000000002", ShipmentState.HandedToCourier, 1)]);

        await komeji.As(shop.Owner).Send(new ProveDelivery(order.Number, "Bu Sri", Stream.Null));
        (await market.Order(order.Number)).State.ShouldBe(OrderState.Delivered);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_rest_is_given_back_once_and_its_pieces_can_be_bought_again(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, vatBasisPoints: 1_100);
        var placed = await market.Place((25_500L, 3));
        await market.Pay(placed);
        await market.ShipPart(placed.Orders[0], 2);
        var stock = await market.Komeji.Read(db => db.Variants.OrderBy(v => v.Id).Select(v => v.Stock + v.Sold * 1000).ToListAsync());
        await market.CancelRest(placed.Orders[0]);
        await market.ShouldBeSound();

        (await market.Komeji.Read(db => db.Refunds.Select(r => new { r.Amount, r.ReasonCode }).ToListAsync())).Select(r => (r.Amount, r.ReasonCode))
            .ShouldBe([(new Rupiah(25_500), "rest_cancelled")]);
        (await market.Komeji.Read(db => db.Variants.OrderBy(v => v.Id).Select(v => v.Stock + v.Sold * 1000).ToListAsync())).Sum().ShouldBe(stock.Sum() + 1 - 1000);
        (await Should.ThrowAsync<RuleBroken>(() => market.CancelRest(placed.Orders[0]))).Code.ShouldBe("order.illegal_move");

        await market.Receive(placed.Orders[0]);
        await market.ShouldBeSound();
        (await market.Balance(2010)).ShouldBe(0);
        var cost = await market.Komeji.Read(db => db.Orders.Select(o => o.ProviderCost).SingleAsync());
        (await market.Balance(2030)).ShouldBe(-56_169);
        (await market.Balance(2100)).ShouldBe(-(2_550 - cost.Amount));
        (await market.Balance(2081)).ShouldBe(-281);
    }

    /// <summary>Two tabs, or the shop and the clock: one of them wins, and the buyer is paid once.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_cancellations_in_the_same_moment_one_wins(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place((25_500L, 3));
        await market.Pay(placed);
        await market.ShipPart(placed.Orders[0]);
        var done = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            try
            {
                if (i % 2 == 0)
                {
                    await market.CancelRest(placed.Orders[0]);
                }
                else
                {
                    await market.ShipPart(placed.Orders[0], 2);
                }

                return 1;
            }
            catch (Exception e) when (e is RuleBroken or DbUpdateConcurrencyException)
            {
                return 0;
            }
        }));
        done.Sum().ShouldBe(1);
        await market.ShouldBeSound();
        (await market.Komeji.Read(db => db.Refunds.CountAsync())).ShouldBeLessThanOrEqualTo(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task When_all_that_was_sent_had_arrived_the_order_arrives_with_the_end_of_the_rest(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, _, shop, variant) = await market.PaidOrder(pieces: 3);
        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
        await komeji.As(shop.Owner).Send(new ShipOrder(order.Number, "JX0000000001", Orders.OnePiece(order)));
        await komeji.As(shop.Owner).Send(new ProveDelivery(order.Number, "Bu Sri", Stream.Null));

        komeji.Clock.Advance(TimeSpan.FromDays(20));
        (await komeji.Run<DueOrderTimers>()).Failures.ShouldBe(0);
        var ended = await market.Order(order.Number);
        (ended.State, ended.CancelledGoods, ended.NextTimer!.Action).ShouldBe((OrderState.Delivered, ended.Lines[0].UnitPrice * 2, OrderTimerAction.Complete));
        (await market.StockOf(variant)).Sold.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_buyer_who_says_that_nothing_came_is_not_overruled_by_a_proof_and_the_end_of_the_rest(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop, _) = await market.PaidOrder(pieces: 3);
        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
        await komeji.As(shop.Owner).Send(new ShipOrder(order.Number, "JX0000000001", Orders.OnePiece(order)));
        await komeji.As(shop.Owner).Send(new ProveDelivery(order.Number, "Bu Sri", Stream.Null));
        await komeji.As(buyer).Send(new ReportNotArrived(order.Number));
        (await komeji.Send(new CountWaitingWork([WaitingKind.OrdersNotArrived])))[WaitingKind.OrdersNotArrived].ShouldBe(1);
        await komeji.As(shop.Owner).Send(new CancelRest(order.Number, "Stok habis"));

        komeji.Clock.Advance(TimeSpan.FromDays(60));
        (await komeji.Run<DueOrderTimers>()).Failures.ShouldBe(0);
        var waiting = await market.Order(order.Number);
        (waiting.State, waiting.NextTimer).ShouldBe((OrderState.Shipped, null));
        (await komeji.Send(new CountWaitingWork([WaitingKind.OrdersNotArrived])))[WaitingKind.OrdersNotArrived].ShouldBe(1);
        await komeji.As(await market.Person(), "operator").Send(new DeliverOrderByStaff(order.Number, "Tetangga pembeli yang menerima"));
        (await market.Order(order.Number)).State.ShouldBe(OrderState.Delivered);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Staff_ends_the_wait_and_a_refund_afterwards_gives_back_the_remainder_only(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place((25_500L, 3));
        await market.Pay(placed);
        await market.ShipPart(placed.Orders[0]);
        var staff = new UserId(Guid.CreateVersion7(market.Komeji.Clock.GetUtcNow()));
        await market.Komeji.As(staff, "operator").Send(new CancelRestByStaff(placed.OrderNumbers[0], "Toko tidak menjawab"));
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.Komeji.As(staff, "operator").Send(new ReturnOrderByStaff(placed.OrderNumbers[0], "Kurir mengaku hilang", Lost: true));
        await MoneyDesk.DecideAll(market.Komeji.As(staff, "operator"), placed.OrderNumbers[0], "Paket hilang");
        await market.ShouldBeSound();
        (await market.Komeji.Read(db => db.Refunds.OrderBy(r => r.Id).Select(r => r.Amount).ToListAsync())).ShouldBe([new Rupiah(51_000), new Rupiah(33_500)]);
        (await market.Komeji.Read(db => db.Shipments.Select(s => s.State).ToListAsync())).ShouldBe([ShipmentState.Lost]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_parcels_one_comes_back_and_only_that_is_sent_again(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop, _) = await market.PaidOrder(pieces: 3);
        var line = order.Lines[0].Id;
        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
        await komeji.As(shop.Owner).Send(new ShipOrder(order.Number, "JX0000000001", new Dictionary<OrderLineId, int> { [line] = 2 }));
        komeji.Clock.Advance(TimeSpan.FromHours(1));
        await komeji.As(shop.Owner).Send(new ShipOrder(order.Number, "JX0000000002"));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner).Send(new ReturnOrder(order.Number, "Alamat salah")))).Code.ShouldBe("shipment.which");

        var first = (await komeji.As(buyer).Send(new ShowMyOrder(order.Number))).Parcels[0].Id;
        await komeji.As(shop.Owner).Send(new ReturnOrder(order.Number, "Alamat salah", first));
        komeji.Clock.Advance(TimeSpan.FromHours(1));
        await komeji.As(shop.Owner).Send(new ShipOrder(order.Number, "JX0000000003"));
        (await komeji.As(buyer).Send(new ShowMyOrder(order.Number))).Parcels.Select(p => (p.TrackingNumber, p.State, p.Contents.Single().Pieces)).ShouldBe(
        [
            ("JX0000000001", ShipmentState.ReceivedBack, 2),
            ("JX0000000002", ShipmentState.HandedToCourier, 1),
            ("JX0000000003", ShipmentState.HandedToCourier, 2),
        ]);
        await komeji.As(buyer).Send(new ConfirmReceived(order.Number));
        (await komeji.As(buyer).Send(new ShowMyOrder(order.Number))).Parcels.Count(p => p.State == ShipmentState.Delivered).ShouldBe(2);
    }
}
