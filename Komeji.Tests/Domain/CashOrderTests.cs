using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain;

/// <summary>An order the buyer pays to the shop in cash: who says what, and every way it can end.</summary>
public sealed class CashOrderTests
{
    static readonly OrderTerms Terms = Orders.Terms();
    static readonly DateTimeOffset Now = Orders.Monday;
    static readonly Rupiah Due = new(37_000);

    [Fact]
    public void Is_complete_when_both_have_said_that_it_was_paid_in_whichever_order()
    {
        var order = Delivered();
        order.TakeCash(Orders.Seller, Due, Now);
        order.State.ShouldBe(OrderState.Delivered);
        order.ConfirmReceived(Orders.Buyer, Terms, Now);
        order.State.ShouldBe(OrderState.Completed);

        var other = SetOut();
        other.ConfirmReceived(Orders.Buyer, Terms, Now);
        (other.State, other.CashConfirmedAt).ShouldBe((OrderState.Delivered, Now));
        other.TakeCash(Orders.Seller, Due, Now);
        other.State.ShouldBe(OrderState.Completed);
        other.NewSteps[^1].ReasonCode.ShouldBe("cash_settled");
    }

    [Fact]
    public void Completes_by_itself_after_its_own_time_and_takes_the_cash_as_taken()
    {
        var order = Delivered(Terms with { CashCompleteAfter = TimeSpan.FromHours(100) });
        var clock = order.NextTimer.ShouldNotBeNull();
        (clock.Action, clock.DueAt).ShouldBe((OrderTimerAction.Complete, Now.AddHours(100)));
        order.RunOut(clock.Id, Terms, clock.DueAt);
        (order.State, order.CashTakenAt).ShouldBe((OrderState.Completed, clock.DueAt));
        order.NewSteps.Select(s => s.ReasonCode).TakeLast(2).ShouldBe(["cash_assumed", "checking_time_over"]);
    }

    [Fact]
    public void Only_the_exact_amount_is_taken_and_only_once_the_goods_are_handed_over()
    {
        Code(() => SetOut().TakeCash(Orders.Seller, Due, Now)).ShouldBe("order.illegal_move");
        Code(() => Delivered().TakeCash(Orders.Seller, Due - new Rupiah(1), Now)).ShouldBe("order.cash_amount");
        Code(() => Orders.In(OrderState.Delivered).TakeCash(Orders.Seller, Due, Now)).ShouldBe("order.not_cash");
        var order = Delivered();
        order.TakeCash(Orders.Seller, Due, Now);
        order.TakeEvents();
        order.TakeCash(Orders.Seller, Due, Now);
        order.Events.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_taken_at_the_door_ends_without_a_fee()
    {
        var order = SetOut();
        order.ReturnToSender(Orders.Seller, "Pembeli menolak", Now);
        order.RefundBySeller(Orders.Seller, "Tidak jadi dibeli", Orders.Terms(), Now);
        order.State.ShouldBe(OrderState.Cancelled);
        order.Events.OfType<OrderCancelled>().Single().ShouldBe(new OrderCancelled(order.Id, true, "not_taken"));
    }

    /// <summary>Who took the cash and says that nobody took the goods does not get away with it; of what was paid here the buyer says no such thing.</summary>
    [Fact]
    public void Brought_back_by_the_sellers_word_the_buyer_may_say_that_she_has_it_and_paid()
    {
        var order = SetOut();
        order.ReturnToSender(Orders.Seller, "Pembeli menolak", Now);
        order.ConfirmReceived(Orders.Buyer, Terms, Now);
        (order.State, order.CashConfirmedAt, order.CashTakenAt, order.DeliveredAt).ShouldBe((OrderState.Completed, Now, Now, Now));
        order.NewSteps.Select(s => s.ReasonCode).TakeLast(3).ShouldBe(["cash_confirmed", "cash_assumed", "confirmed_by_buyer"]);
        order.Events.OfType<OrderCompleted>().Count().ShouldBe(1);
        Code(() => Orders.In(OrderState.ReturnedToSender).ConfirmReceived(Orders.Buyer, Terms, Now)).ShouldBe("order.illegal_move");
    }

    [Fact]
    public void It_can_be_brought_again()
    {
        var order = SetOut();
        order.ReturnToSender(Orders.Seller, "Tidak ada di rumah", Now);
        order.Ship(Orders.Seller, Terms, Now);
        order.State.ShouldBe(OrderState.Shipped);
    }

    [Fact]
    public void Cash_that_was_given_back_ends_it_when_the_buyer_says_so()
    {
        var order = Delivered();
        Code(() => order.ConfirmCashBack(Orders.Buyer, Now)).ShouldBe("order.no_cash_back");
        order.RefundBySeller(Orders.Seller, "Barang cacat", Orders.Terms(), Now);
        order.State.ShouldBe(OrderState.Delivered);
        order.ConfirmCashBack(Orders.Buyer, Now);
        (order.State, order.Fee, order.Left).ShouldBe((OrderState.Refunded, Rupiah.Zero, Rupiah.Zero));
        order.Events.OfType<OrderRefunded>().Single().Back.ShouldBe(Rupiah.Zero);
    }

    /// <summary>Nothing completes by itself once the shop says that the cash is back: the buyer's silence agrees.</summary>
    [Fact]
    public void Cash_back_that_nobody_denies_ends_it()
    {
        var order = Delivered();
        order.RefundBySeller(Orders.Seller, "Barang cacat", Terms with { CashBackAnswer = TimeSpan.FromHours(50) }, Now);
        var clock = order.NextTimer.ShouldNotBeNull();
        (clock.Action, clock.DueAt, order.Timers.Count(t => t.IsRunning)).ShouldBe((OrderTimerAction.AcceptCashBack, Now.AddHours(50), 1));
        Code(() => order.TakeCash(Orders.Seller, Due, Now)).ShouldBe("order.cash_back_told");
        Code(() => order.ExtendChecking(Orders.Buyer, Terms, Now)).ShouldBe("order.not_extendable");
        order.RunOut(clock.Id, Terms, clock.DueAt);
        (order.State, order.Fee, order.NewSteps[^1].ReasonCode).ShouldBe((OrderState.Refunded, Rupiah.Zero, "cash_back_unanswered"));
    }

    /// <summary>Who gives cash back had it: the buyer's no completes the order, whatever either had said before.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Cash_back_that_the_buyer_denies_completes_it(bool confirmedBefore, bool takenBefore)
    {
        var order = Delivered();
        if (confirmedBefore)
        {
            order.ConfirmReceived(Orders.Buyer, Terms, Now);
        }

        if (takenBefore)
        {
            order.TakeCash(Orders.Seller, Due, Now);
        }

        order.RefundBySeller(Orders.Seller, "Barang cacat", Terms, Now);
        order.TakeEvents();
        order.ConfirmReceived(Orders.Buyer, Terms, Now);
        (order.State, order.CashTakenAt, order.NextTimer).ShouldBe((OrderState.Completed, Now, null));
        order.NewSteps.Select(s => s.ReasonCode).ShouldContain("cash_back_denied");
        order.Events.ShouldBe([new OrderCompleted(order.Id)]);
    }

    [Fact]
    public void Staff_may_end_it_once_the_shop_says_that_the_cash_is_back_and_no_money_moves()
    {
        var order = Delivered();
        Code(() => order.CancelByStaff(Orders.Staff, "Pembeli tidak pernah menerima", Now)).ShouldBe("order.cash_not_back");
        order.RefundBySeller(Orders.Seller, "Barang cacat", Orders.Terms(), Now);
        order.CancelByStaff(Orders.Staff, "Pembeli tidak pernah menerima", Now);
        order.State.ShouldBe(OrderState.Refunded);
        order.Events.OfType<OrderRefunded>().Single().Back.ShouldBe(Rupiah.Zero);
    }

    [Fact]
    public void It_leaves_the_shop_in_one_piece()
    {
        var order = Accepted();
        Code(() => order.ShipPart(Orders.Seller, Orders.OnePiece(order), Terms, Now)).ShouldBe("order.cash_whole");
    }

    [Theory]
    [InlineData(ShipmentKind.Courier)]
    [InlineData(ShipmentKind.CommunityPoint)]
    [InlineData(ShipmentKind.Service)]
    public void Only_somebody_of_the_shop_takes_cash(ShipmentKind kind) => Code(() => Place(kind)).ShouldBe("order.cash_way");

    [Fact]
    public void No_part_of_it_is_given_back_here()
    {
        Delivered().MayBeRefunded.ShouldBeFalse();
        var order = Delivered();
        order.TakeCash(Orders.Seller, Due, Now);
        order.ConfirmReceived(Orders.Buyer, Terms, Now);
        order.MayBeRefunded.ShouldBeFalse();
    }

    static Order Place(ShipmentKind kind) => Purchase.Place(
        "BLJ-20261005-AAAAAA", Orders.BuyerId, new string('a', 64),
        new Destination("Siti Aminah", "+6281234567890", "Jl. Mawar 12", TestRegions.Surabaya, "Gading, Tambaksari, Kota Surabaya, Jawa Timur", "60134", ""),
        [Orders.Draft(kind, "KMJ-20261005-AAAAA0") with { InCash = true }], TimeSpan.FromHours(24), Now).Orders[0];

    static Order Accepted(OrderTerms? terms = null)
    {
        var order = Place(ShipmentKind.SellerDelivery);
        order.Pay(Orders.Fees, terms ?? Terms, Now);
        order.NewSteps[^1].ReasonCode.ShouldBe("cash_agreed");
        order.Accept(Orders.Seller, terms ?? Terms, Now);
        return order;
    }

    static Order SetOut(OrderTerms? terms = null)
    {
        var order = Accepted(terms);
        order.PromiseCode("482913");
        order.Ship(Orders.Seller, terms ?? Terms, Now);
        return order;
    }

    static Order Delivered(OrderTerms? terms = null)
    {
        var order = SetOut(terms);
        order.HandOver(Orders.Seller, "482913", terms ?? Terms, Now).ShouldBeTrue();
        return order;
    }

    static string Code(Action act) => Should.Throw<RuleBroken>(act).Code;
}
