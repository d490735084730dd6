using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain;

/// <summary>Every verb in every state: it does its one move, or it is refused and nothing has happened.</summary>
public sealed class OrderMovesTests
{
    static readonly OrderTerms Terms = Orders.Terms();
    static readonly DateTimeOffset Now = Orders.Monday;

    /// <summary>A verb, how the goods travel, and where it leads from each state that knows it.</summary>
    static readonly (string Name, ShipmentKind Kind, Action<Order> Act, (OrderState From, OrderState To)[] Moves)[] Verbs =
    [
        ("pay", ShipmentKind.Courier, o => o.Pay(Orders.Fees, Terms, Now), [(OrderState.AwaitingPayment, OrderState.AwaitingSeller)]),
        ("expire", ShipmentKind.Courier, o => o.Expire(Now), [(OrderState.AwaitingPayment, OrderState.Expired)]),
        ("accept", ShipmentKind.Courier, o => o.Accept(Orders.Seller, Terms, Now), [(OrderState.AwaitingSeller, OrderState.Processing)]),
        ("decline", ShipmentKind.Courier, o => o.Decline(Orders.Seller, "Stok habis", Now),
            [(OrderState.AwaitingSeller, OrderState.Cancelled), (OrderState.Processing, OrderState.Cancelled)]),
        ("cancel by the buyer", ShipmentKind.Courier, o => o.CancelByBuyer(Orders.Buyer, "Salah pesan", Terms, Now),
            [(OrderState.AwaitingSeller, OrderState.Cancelled), (OrderState.Processing, OrderState.Processing)]),
        ("cancel by staff", ShipmentKind.Courier, o => o.CancelByStaff(Orders.Staff, "Toko tutup", Now),
            [(OrderState.AwaitingSeller, OrderState.Cancelled), (OrderState.Processing, OrderState.Cancelled), (OrderState.ReadyForPickup, OrderState.Cancelled)]),
        ("agree to cancel", ShipmentKind.Courier, o => o.AgreeToCancel(Orders.Seller, Now), []),
        ("refuse to cancel", ShipmentKind.Courier, o => o.RefuseToCancel(Orders.Seller, "Sudah dikemas", Now), []),
        ("ship", ShipmentKind.Courier, o => o.Ship(Orders.Seller, Terms, Now),
            [(OrderState.Processing, OrderState.Shipped), (OrderState.PartiallyShipped, OrderState.Shipped), (OrderState.ReturnedToSender, OrderState.Shipped)]),
        ("ship a part", ShipmentKind.Courier, o => o.ShipPart(Orders.Seller, Orders.OnePiece(o), Terms, Now),
            [(OrderState.Processing, OrderState.PartiallyShipped), (OrderState.PartiallyShipped, OrderState.Shipped)]),
        ("cancel the rest", ShipmentKind.Courier, o => o.CancelRest(Orders.Seller, "Stok habis", Terms, Now), [(OrderState.PartiallyShipped, OrderState.Shipped)]),
        ("cancel the rest by staff", ShipmentKind.Courier, o => o.CancelRestByStaff(Orders.Staff, "Toko tutup", Terms, Now), [(OrderState.PartiallyShipped, OrderState.Shipped)]),
        ("prove a part", ShipmentKind.Courier, o => o.ProvePart(Orders.Seller, "Pak Budi", "bukti", Now),
            [(OrderState.PartiallyShipped, OrderState.PartiallyShipped), (OrderState.Shipped, OrderState.Shipped)]),
        ("arrive whole", ShipmentKind.Courier, o => o.ArriveWhole(Terms, Now), [(OrderState.Shipped, OrderState.Delivered)]),
        ("make ready", ShipmentKind.Pickup, o => o.MakeReady(Orders.Seller, "482913", Terms, Now), [(OrderState.Processing, OrderState.ReadyForPickup)]),
        ("hand over", ShipmentKind.Pickup, o => o.HandOver(Orders.Seller, "482913", Terms, Now), [(OrderState.ReadyForPickup, OrderState.Delivered)]),
        ("prove delivery", ShipmentKind.Courier, o => o.ProveDelivery(Orders.Seller, "Pak Budi", "bukti", Terms, Now), [(OrderState.Shipped, OrderState.Delivered)]),
        ("deliver by staff", ShipmentKind.Courier, o => o.DeliverByStaff(Orders.Staff, "Kurir menunjukkan foto", Terms, Now),
            [(OrderState.Shipped, OrderState.Delivered), (OrderState.ReadyForPickup, OrderState.Delivered)]),
        ("arrive by complaint", ShipmentKind.Courier, o => o.ArriveByComplaint(Orders.Buyer, Terms, Now), [(OrderState.Shipped, OrderState.Delivered)]),
        ("confirm received", ShipmentKind.Courier, o => o.ConfirmReceived(Orders.Buyer, Terms, Now),
            [(OrderState.Shipped, OrderState.Completed), (OrderState.Delivered, OrderState.Completed), (OrderState.Completed, OrderState.Completed)]),
        ("report not arrived", ShipmentKind.Courier, o => o.ReportNotArrived(Orders.Buyer, Now),
            [(OrderState.Shipped, OrderState.Shipped), (OrderState.PartiallyShipped, OrderState.PartiallyShipped)]),
        ("return to sender", ShipmentKind.Courier, o => o.ReturnToSender(Orders.Seller, "Alamat salah", Now), [(OrderState.Shipped, OrderState.ReturnedToSender)]),
        ("refund by the seller", ShipmentKind.Courier, o => o.RefundBySeller(Orders.Seller, "Barang rusak", Orders.Terms(), Now),
            [(OrderState.ReturnedToSender, OrderState.Refunded), (OrderState.Delivered, OrderState.Refunded)]),
        ("take cash of what was paid here", ShipmentKind.Courier, o => o.TakeCash(Orders.Seller, o.Total, Now), []),
        ("cash back of what was paid here", ShipmentKind.Courier, o => o.ConfirmCashBack(Orders.Buyer, Now), []),
        ("extend checking", ShipmentKind.Courier, o => o.ExtendChecking(Orders.Buyer, Terms, Now), [(OrderState.Delivered, OrderState.Delivered)]),
    ];

    public static TheoryData<string, OrderState> EveryVerbInEveryState =>
        Table(from verb in Verbs from state in Enum.GetValues<OrderState>() select (verb.Name, state));

    [Theory, MemberData(nameof(EveryVerbInEveryState))]
    public void Does_its_move_or_nothing(string name, OrderState from)
    {
        var verb = Verbs.Single(v => v.Name == name);
        var order = Orders.In(from, verb.Kind);
        order.TakeSteps();
        order.TakeEvents();
        var clocks = Clocks(order);
        var known = verb.Moves.Where(m => m.From == from).Select(m => (OrderState?)m.To).SingleOrDefault();
        if (known is { } to)
        {
            verb.Act(order);
            order.State.ShouldBe(to);
            return;
        }

        Should.Throw<RuleBroken>(() => verb.Act(order)).Code.ShouldStartWith("order.");
        order.State.ShouldBe(from);
        order.NewSteps.ShouldBeEmpty();
        order.Events.ShouldBeEmpty();
        Clocks(order).ShouldBe(clocks);
    }

    [Fact]
    public void Verbs_make_legal_moves_only()
    {
        var made = Verbs.SelectMany(v => v.Moves).Where(m => m.From != m.To && m.To != OrderState.Completed).ToList();
        made.ShouldAllBe(m => OrderMoves.From(m.From).Contains(m.To));
    }

    [Fact]
    public void The_diagram_of_the_docs_draws_the_legal_moves() => StateDiagram.ShouldMatch<OrderState>("ordering.md", "Order", OrderMoves.From);

    [Fact]
    public void Every_step_is_recorded_with_actor_and_reason()
    {
        var order = Orders.In(OrderState.Completed);
        order.NewSteps.Select(s => $"{s.From}>{s.To} {s.ActorRole} {s.ReasonCode}").ShouldBe(
        [
            ">AwaitingPayment pembeli placed",
            "AwaitingPayment>AwaitingSeller sistem paid",
            "AwaitingSeller>Processing penjual accepted",
            "Processing>Shipped penjual shipped",
            "Shipped>Delivered penjual proof_of_delivery",
            "Delivered>Completed pembeli confirmed_by_buyer",
        ]);
    }

    [Fact]
    public void An_unpaid_purchase_is_given_up_as_a_whole()
    {
        var purchase = Orders.Purchase(ShipmentKind.Courier, ShipmentKind.Pickup);
        purchase.CancelByBuyer(Orders.Buyer, "Salah pesan", Now);
        purchase.Orders.ShouldAllBe(o => o.State == OrderState.Cancelled);
        purchase.Events.ShouldBe([new PurchaseCancelled(purchase.Id)]);
    }

    [Fact]
    public void A_purchase_expires_after_its_time_and_not_before()
    {
        var purchase = Orders.Purchase(ShipmentKind.Courier, ShipmentKind.Pickup);
        Should.Throw<RuleBroken>(() => purchase.Expire(purchase.PayBefore.AddTicks(-1))).Code.ShouldBe("purchase.not_due");
        purchase.Expire(purchase.PayBefore);
        purchase.Orders.ShouldAllBe(o => o.State == OrderState.Expired);
        purchase.Events.ShouldBe([new PurchaseExpired(purchase.Id)]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  a ")]
    public void A_reason_is_needed(string reason) =>
        Should.Throw<RuleBroken>(() => Orders.In(OrderState.AwaitingSeller).Decline(Orders.Seller, reason, Now)).Code.ShouldBe("order.reason_required");

    [Fact]
    public void After_five_wrong_codes_only_staff_hands_over()
    {
        var order = Orders.In(OrderState.ReadyForPickup);
        for (var i = 0; i < Order.PickupTries; i++)
        {
            order.HandOver(Orders.Seller, "000000", Terms, Now).ShouldBeFalse();
        }

        Should.Throw<RuleBroken>(() => order.HandOver(Orders.Seller, "482913", Terms, Now)).Code.ShouldBe("order.pickup_locked");
        order.DeliverByStaff(Orders.Staff, "Pembeli menunjukkan KTP", Terms, Now);
        order.State.ShouldBe(OrderState.Delivered);
    }

    [Fact]
    public void Not_arrived_stops_the_clock_and_the_sellers_proof_but_not_the_buyer()
    {
        var order = Orders.In(OrderState.Shipped);
        order.ReportNotArrived(Orders.Buyer, Now);
        order.NextTimer.ShouldBeNull();
        Should.Throw<RuleBroken>(() => order.ProveDelivery(Orders.Seller, "Pak Budi", "bukti", Terms, Now)).Code.ShouldBe("order.not_arrived");
        order.ConfirmReceived(Orders.Buyer, Terms, Now);
        order.State.ShouldBe(OrderState.Completed);
    }

    [Fact]
    public void A_wish_to_cancel_can_be_refused_and_asked_again()
    {
        var order = Orders.In(OrderState.Processing);
        order.CancelByBuyer(Orders.Buyer, "Salah pesan", Terms, Now).ShouldBeFalse();
        Should.Throw<RuleBroken>(() => order.CancelByBuyer(Orders.Buyer, "Salah pesan", Terms, Now)).Code.ShouldBe("order.cancellation_asked");
        order.RefuseToCancel(Orders.Seller, "Sudah dikemas", Now);
        order.NextTimer!.Action.ShouldBe(OrderTimerAction.CancelUnshipped);
        order.CancelByBuyer(Orders.Buyer, "Masih ingin batal", Terms, Now).ShouldBeFalse();
        order.AgreeToCancel(Orders.Seller, Now);
        order.State.ShouldBe(OrderState.Cancelled);
    }

    static TheoryData<string, OrderState> Table(IEnumerable<(string Verb, OrderState State)> rows)
    {
        var table = new TheoryData<string, OrderState>();
        foreach (var (verb, state) in rows)
        {
            table.Add(verb, state);
        }

        return table;
    }

    static List<(OrderTimerAction, DateTimeOffset, DateTimeOffset?)> Clocks(Order order) => [.. order.Timers.Select(t => (t.Action, t.DueAt, t.EndedAt))];
}
