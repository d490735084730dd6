using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Ordering;
using Komeji.Application.Ordering.Staff;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Shipping;
using Komeji.Tests.Application.Payments;
using Komeji.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Ordering;

/// <summary>The steps of buyer and seller through their commands, with stock and parcel following.</summary>
public sealed class OrderStepsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task By_courier_from_paid_to_completed(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop, variant) = await market.PaidOrder(2);
        order.State.ShouldBe(OrderState.AwaitingSeller);
        (await market.StockOf(variant)).ShouldBe((8, 0, 2));
        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
        (await Parcel(komeji)).State.ShouldBe(ShipmentState.Prepared);
        await komeji.Send(new ShipOrder(order.Number, " jx1234567890 "));
        (await Parcel(komeji)).TrackingNumber.ShouldBe("JX1234567890");
        await komeji.As(buyer).Send(new ConfirmReceived(order.Number));
        await komeji.Send(new ConfirmReceived(order.Number));
        (await market.Order(order.Number)).State.ShouldBe(OrderState.Completed);
        (await Parcel(komeji)).State.ShouldBe(ShipmentState.Delivered);
        (await market.StockOf(variant)).ShouldBe((8, 0, 2));
        (await komeji.Read(db => db.StateChanges.CountAsync(c => c.Subject == "order" && c.SubjectId == order.Id.Value))).ShouldBe(6);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task By_pickup_with_the_code(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop, _) = await market.PaidOrder(1, pickup: true);
        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
        await komeji.Send(new MakeOrderReady(order.Number));
        var code = (await komeji.As(buyer).Send(new ShowMyOrder(order.Number))).PickupCode!;
        code.ShouldMatch("^[0-9]{6}$");
        (await komeji.As(shop.Owner).Send(new HandOverOrder(order.Number, code == "000000" ? "000001" : "000000"))).ShouldBeFalse();
        (await market.Order(order.Number)).PickupFailures.ShouldBe(1);
        (await komeji.Send(new HandOverOrder(order.Number, code))).ShouldBeTrue();
        (await market.Order(order.Number)).State.ShouldBe(OrderState.Delivered);
        (await Parcel(komeji)).State.ShouldBe(ShipmentState.Delivered);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancelled_paid_order_puts_its_goods_back_once(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop, variant) = await market.PaidOrder(3);
        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
        (await komeji.As(buyer).Send(new CancelOrder(order.Number, "Salah pesan"))).ShouldBe(Cancellation.Asked);
        (await market.StockOf(variant)).ShouldBe((7, 0, 3));
        await komeji.As(shop.Owner).Send(new AnswerCancellation(order.Number, true, ""));
        await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new DeclineOrder(order.Number, "Sekali lagi")));
        (await market.StockOf(variant)).ShouldBe((10, 0, 0));
        (await Parcel(komeji)).State.ShouldBe(ShipmentState.Cancelled);
        (await komeji.Read(db => db.Refunds.SingleAsync())).Amount.ShouldBe(order.Total);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_unpaid_purchase_is_given_up_as_a_whole(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (one, two) = (await market.Product(await market.Shop()), await market.Product(await market.Shop()));
        var buyer = await market.Buyer();
        var purchase = await market.Buy(buyer, (one, 1), (two, 2));
        (await komeji.As(buyer).Send(new CancelOrder(purchase.Orders[0].Number, "Salah alamat"))).ShouldBe(Cancellation.PurchaseGivenUp);
        (await market.Purchase(purchase.Number)).Orders.ShouldAllBe(o => o.State == OrderState.Cancelled);
        (await komeji.Read(db => db.Payments.SingleAsync())).State.ShouldBe(PaymentState.Cancelled);
        (await market.StockOf(one)).ShouldBe((10, 0, 0));
        (await market.StockOf(two)).ShouldBe((10, 0, 0));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_parcel_that_came_back_is_sent_again_or_refunded(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, _, shop, variant) = await market.PaidOrder(1);
        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
        await komeji.Send(new ShipOrder(order.Number, "JX1234567890"));
        await komeji.Send(new ReturnOrder(order.Number, "Alamat tidak ditemukan"));
        await komeji.Send(new ShipOrder(order.Number, "JX1234567891"));
        (await komeji.Read(db => db.Shipments.Select(s => s.State).ToListAsync())).ShouldBe([ShipmentState.ReceivedBack, ShipmentState.HandedToCourier], ignoreOrder: true);
        await komeji.Send(new ReturnOrder(order.Number, "Alamat tidak ditemukan"));
        await komeji.Send(new RefundOrder(order.Number, "Pembeli pindah rumah"));
        (await market.Order(order.Number)).State.ShouldBe(OrderState.Refunded);
        (await komeji.Read(db => db.Refunds.SingleAsync())).Amount.ShouldBe(order.Total);
        (await market.StockOf(variant)).ShouldBe((9, 0, 1));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_foreign_order_is_not_there(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop, _) = await market.PaidOrder();
        var number = order.Number;
        IRequest[] sellers = [new AcceptOrder(number), new DeclineOrder(number, "Stok habis"), new AnswerCancellation(number, true, ""), new ShipOrder(number, "JX1234567890"), new MakeOrderReady(number), new ProveDelivery(number, "Pak Budi", Stream.Null), new ReturnOrder(number, "Hilang"), new RefundOrder(number, "Hilang")];
        IRequest[] buyers = [new ConfirmReceived(number), new ReportNotArrived(number), new ExtendChecking(number)];
        var stranger = await market.Buyer();
        var rival = await market.Shop();
        foreach (var (who, requests) in new[] { (stranger, sellers), (buyer, sellers), (rival.Owner, sellers), (stranger, buyers), (shop.Owner, buyers) })
        {
            foreach (var request in requests)
            {
                await Should.ThrowAsync<NotFound>(() => komeji.As(who).Send(request), request.ToString());
            }
        }

        await Should.ThrowAsync<NotFound>(() => komeji.As(stranger).Send(new CancelOrder(number, "Coba-coba")));
        await Should.ThrowAsync<NotFound>(() => komeji.As(rival.Owner).Send(new HandOverOrder(number, "000000")));
        await Should.ThrowAsync<NotFound>(() => komeji.As(stranger).Send(new ShowMyOrder(number)));
        await Should.ThrowAsync<NotFound>(() => komeji.As(stranger).Send(new ShowMyOrder("KMJ-20261005-ZZZZZZ")));
        (await market.Order(number)).Version.ShouldBe(order.Version);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Lists_by_tab_words_and_page(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop, variant) = await market.PaidOrder(1);
        var unpaid = await market.Buy(buyer, (variant, 1));
        (await List(OrderGroup.All, null)).Count.ShouldBe(2);
        (await List(OrderGroup.Packing, null)).ShouldBe([order.Number]);
        (await List(OrderGroup.Unpaid, null)).ShouldBe([unpaid.Orders[0].Number]);
        (await List(OrderGroup.Done, null)).ShouldBeEmpty();
        (await List(OrderGroup.All, "KERIPIK")).Count.ShouldBe(2);
        (await List(OrderGroup.All, order.Number.ToLowerInvariant())).ShouldBe([order.Number]);
        (await List(OrderGroup.All, order.StoreName.ToUpperInvariant())).Count.ShouldBe(2);
        (await List(OrderGroup.All, "%")).ShouldBeEmpty();
        (await List(OrderGroup.All, null, await market.Buyer())).ShouldBeEmpty();
        (await List(OrderGroup.All, null, shop.Owner)).ShouldBeEmpty();
        var row = (await komeji.As(buyer).Send(new ListMyOrders(OrderGroup.Packing, null, 1))).Page.Rows.Single();
        (row.Total, row.Next!.Action).ShouldBe((order.Total.Amount, OrderTimerAction.CancelUnaccepted));

        async Task<List<string>> List(OrderGroup group, string? words, UserId? who = null) =>
            [.. (await komeji.As(who ?? buyer).Send(new ListMyOrders(group, words, 1))).Page.Rows.Select(r => r.Number)];
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_seller_finds_an_order_whatever_the_case(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, _, shop, _) = await market.PaidOrder();
        foreach (var words in new[] { order.Number.ToLowerInvariant(), "SITI aminah", "keripik TEMPE", "  keripik " })
        {
            (await komeji.As(shop.Owner).Send(new ListSellerOrders(SellerOrderTab.All, words, 1))).Rows.Rows.Select(r => r.Number).ShouldBe([order.Number], words);
        }

        foreach (var words in new[] { "%", "tidak ada" })
        {
            (await komeji.Send(new ListSellerOrders(SellerOrderTab.All, words, 1))).Rows.Total.ShouldBe(0, words);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whatever_waits_for_the_seller_is_on_the_list_of_things_to_do_and_counted_at_home(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (_, _, shop, _) = await new Market(komeji).PaidOrder();
        komeji.As(shop.Owner);
        foreach (var state in Enum.GetValues<OrderState>())
        {
            await komeji.Write(db => db.Orders.ExecuteUpdateAsync(set => set.SetProperty(o => o.State, state)));
            var expected = WaitsForSeller(state) ? 1 : 0;
            (await komeji.Send(new ListSellerOrders(SellerOrderTab.ToDo, null, 1))).Rows.Total.ShouldBe(expected, state.ToString());
            var home = await komeji.Send(new ShowSellerHome());
            (home.ToAccept + home.ToShip + home.ToHandOver + home.CameBack).ShouldBe(expected, state.ToString());
        }
    }

    /// <summary>A step of the seller leads on from there, other than proving an arrival or giving up.</summary>
    static bool WaitsForSeller(OrderState state)
    {
        (ShipmentKind Kind, Action<Order> Act)[] steps =
        [
            (ShipmentKind.Courier, o => o.Accept(Orders.Seller, Orders.Terms(), Orders.Monday)),
            (ShipmentKind.Courier, o => o.Ship(Orders.Seller, Orders.Terms(), Orders.Monday)),
            (ShipmentKind.Pickup, o => o.MakeReady(Orders.Seller, "482913", Orders.Terms(), Orders.Monday)),
            (ShipmentKind.Pickup, o => o.HandOver(Orders.Seller, "482913", Orders.Terms(), Orders.Monday).ShouldBeTrue()),
        ];
        return steps.Any(step =>
        {
            try
            {
                step.Act(Orders.In(state, step.Kind));
                return true;
            }
            catch (RuleBroken)
            {
                return false;
            }
        });
    }

    [Fact]
    public void Every_state_is_on_exactly_one_tab() =>
        Enum.GetValues<OrderGroup>().SelectMany(OrderGroups.StatesOf).Order().ShouldBe(Enum.GetValues<OrderState>().Order());

    [Theory, OnSqlite, OnPostgres]
    public async Task A_photo_and_the_receivers_name_prove_the_delivery(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, _, shop, _) = await market.PaidOrder(1);
        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
        await komeji.Send(new ShipOrder(order.Number, "JX1234567890"));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new ProveDelivery(order.Number, " ", Stream.Null)))).Code.ShouldBe("order.proof_required");
        await komeji.Send(new ProveDelivery(order.Number, "Pak Budi", Stream.Null));
        var proved = await market.Order(order.Number);
        (proved.State, proved.DeliveryProof).ShouldBe((OrderState.Delivered, "bukti.webp"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Staff_settle_what_does_not_settle_itself_but_not_their_own(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop, variant) = await market.PaidOrder(1);
        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
        await komeji.Send(new ShipOrder(order.Number, "JX1234567890"));
        await komeji.As(buyer).Send(new ReportNotArrived(order.Number));
        foreach (var own in new[] { buyer, shop.Owner })
        {
            (await Should.ThrowAsync<RuleBroken>(() => komeji.As(own, "operator").Send(new ReturnOrderByStaff(order.Number, "Paket hilang")))).Code.ShouldBe("staff.own_case");
        }

        var officer = await market.Person();
        await Should.ThrowAsync<NotFound>(() => komeji.As(officer, "keuangan").Send(new DeliverOrderByStaff(order.Number, "Sudah sampai")));
        await komeji.As(officer, "operator").Send(new ReturnOrderByStaff(order.Number, "Paket hilang"));
        await MoneyDesk.DecideAll(komeji, order.Number, "Kurir mengakui paket hilang");
        (await market.Order(order.Number)).State.ShouldBe(OrderState.Refunded);
        (await komeji.Read(db => db.Refunds.SingleAsync())).Amount.ShouldBe(order.Total);
        (await komeji.Send(new ListOrders(OrderGroup.Ended, order.Number.ToLowerInvariant(), 1))).Rows.Single().StoreName.ShouldBe(order.StoreName);
        (await komeji.Send(new ListOrders(OrderGroup.All, "BLJ-2026", 1))).Total.ShouldBe(1);
        (await komeji.Send(new ShowOrder(order.Number))).Steps[^1].Note.ShouldBe("Kurir mengakui paket hilang");

        var (second, _, _, _) = await market.PaidOrder(1);
        await komeji.As(officer, "call_center").Send(new CancelOrderByStaff(second.Number, "Toko tutup selamanya"));
        (await market.Order(second.Number)).State.ShouldBe(OrderState.Cancelled);
        (await market.StockOf(variant)).ShouldBe((9, 0, 1));
    }

    static Task<Shipment> Parcel(TestKomeji komeji) => komeji.Read(db => db.Shipments.SingleAsync());
}
