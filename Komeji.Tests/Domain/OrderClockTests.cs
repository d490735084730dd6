using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain;

/// <summary>When each clock runs out, over weekends and holidays, and what it does then.</summary>
public sealed class OrderClockTests
{
    static readonly DateTimeOffset Monday = Orders.Monday;
    static readonly DateTimeOffset Friday = Monday.AddDays(4);

    [Fact]
    public void The_shop_has_two_working_days_to_accept()
    {
        Due(Paid(Monday)).ShouldBe(Monday.AddDays(2));
        Due(Paid(Friday)).ShouldBe(Friday.AddDays(4));
        Due(Paid(Friday, new DateOnly(2026, 10, 12))).ShouldBe(Friday.AddDays(5));
        RunsOut(Paid(Monday), "not_accepted_in_time", OrderState.Cancelled);
    }

    [Fact]
    public void The_promised_day_and_three_working_days_more()
    {
        var order = Paid(Monday);
        order.Accept(Orders.Seller, Orders.Terms(), Monday);
        order.PromisedBy.ShouldBe(Monday.AddDays(2));
        Due(order).ShouldBe(Monday.AddDays(7));
        RunsOut(order, "not_shipped_in_time", OrderState.Cancelled);
    }

    [Fact]
    public void A_silent_shop_agrees_to_cancel_after_a_day()
    {
        var order = Orders.In(OrderState.Processing);
        order.CancelByBuyer(Orders.Buyer, "Salah pesan", Orders.Terms(), Monday);
        Due(order).ShouldBe(Monday.AddDays(1));
        RunsOut(order, "cancellation_unanswered", OrderState.Cancelled);
    }

    [Fact]
    public void A_parcel_counts_as_delivered_a_week_after_the_couriers_latest_day()
    {
        var order = Orders.In(OrderState.Shipped);
        Due(order).ShouldBe(Monday.AddDays(3 + 7));
        RunsOut(order, "assumed_delivered", OrderState.Delivered);
    }

    [Fact]
    public void Goods_wait_three_days_with_two_reminders()
    {
        var order = Orders.In(OrderState.ReadyForPickup);
        order.Timers.Where(t => t.IsRunning).OrderBy(t => t.DueAt).Select(t => (t.Action, t.DueAt - Monday)).ShouldBe(
        [
            (OrderTimerAction.RemindPickup, TimeSpan.FromDays(1)),
            (OrderTimerAction.RemindPickup, TimeSpan.FromDays(2)),
            (OrderTimerAction.CancelUncollected, TimeSpan.FromDays(3)),
        ]);
        order.TakeEvents();
        order.RunOut(order.NextTimer!.Id, Orders.Terms(), Monday.AddDays(1));
        order.Events.ShouldBe([new PickupReminded(order.Id)]);
        order.State.ShouldBe(OrderState.ReadyForPickup);
        order.RunOut(order.NextTimer!.Id, Orders.Terms(), Monday.AddDays(2));
        RunsOut(order, "not_collected_in_time", OrderState.Cancelled);
    }

    /// <summary>The later of 72 hours and two working days (PP 80/2019 art. 69).</summary>
    [Theory]
    [InlineData(0, 3)]
    [InlineData(3, 4)]
    [InlineData(4, 4)]
    [InlineData(5, 3)]
    public void The_buyer_has_the_later_of_three_days_and_two_working_days(int arrives, int days)
    {
        var order = Orders.In(OrderState.Shipped);
        var at = Monday.AddDays(arrives);
        order.ProveDelivery(Orders.Seller, "Pak Budi", "bukti", Orders.Terms(), at);
        Due(order).ShouldBe(at.AddDays(days));
        RunsOut(order, "checking_time_over", OrderState.Completed);
    }

    [Fact]
    public void The_buyer_may_extend_once()
    {
        var order = Orders.In(OrderState.Delivered);
        var before = Due(order);
        order.ExtendChecking(Orders.Buyer, Orders.Terms(), Monday);
        Due(order).ShouldBe(before.AddDays(3));
        Should.Throw<Komeji.Domain.Common.RuleBroken>(() => order.ExtendChecking(Orders.Buyer, Orders.Terms(), Monday)).Code.ShouldBe("order.not_extendable");
    }

    [Fact]
    public void A_clock_that_is_not_due_or_has_ended_does_nothing()
    {
        var order = Paid(Monday);
        var timer = order.NextTimer!;
        order.RunOut(timer.Id, Orders.Terms(), timer.DueAt.AddTicks(-1));
        order.State.ShouldBe(OrderState.AwaitingSeller);
        order.Accept(Orders.Seller, Orders.Terms(), Monday);
        order.RunOut(timer.Id, Orders.Terms(), timer.DueAt.AddDays(1));
        order.State.ShouldBe(OrderState.Processing);
    }

    static Order Paid(DateTimeOffset at, params DateOnly[] holidays)
    {
        var order = Orders.Purchase(ShipmentKind.Courier).Orders[0];
        order.Pay(Orders.Fees, Orders.Terms(holidays), at);
        return order;
    }

    static DateTimeOffset Due(Order order) => order.NextTimer!.DueAt;

    static void RunsOut(Order order, string reason, OrderState to)
    {
        order.RunOut(order.NextTimer!.Id, Orders.Terms(), order.NextTimer!.DueAt);
        order.State.ShouldBe(to);
        order.NewSteps[^1].ReasonCode.ShouldBe(reason);
        order.NewSteps[^1].ActorRole.ShouldBe("sistem");
    }
}
