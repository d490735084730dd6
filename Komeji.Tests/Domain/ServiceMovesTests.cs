using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain;

/// <summary>Every verb of a service in every state it can be in, and the clocks and rules that go with an appointment.</summary>
public sealed class ServiceMovesTests
{
    static readonly OrderTerms Terms = Orders.Terms();
    static readonly DateTimeOffset Now = Orders.Monday;

    /// <summary>Work under way is the same state of the order, told apart here.</summary>
    public enum At
    {
        Unpaid,
        Waiting,
        Scheduled,
        Started,
        Done,
        Completed,
        Refunded,
        Cancelled,
        Expired,
    }

    static readonly (string Name, Action<Order> Act, (At From, OrderState To)[] Moves)[] Verbs =
    [
        ("accept as goods", o => o.Accept(Orders.Seller, Terms, Now), []),
        ("schedule", o => o.Schedule(Orders.Seller, Services.Code, Terms, Now), [(At.Waiting, OrderState.Processing)]),
        ("propose", o => o.ProposeTime(Orders.Seller, Services.Thursday.AddDays(1), "Suku cadang terlambat", Now),
            [(At.Waiting, OrderState.AwaitingSeller), (At.Scheduled, OrderState.Processing)]),
        ("agree without a proposal", o => o.AgreeToTime(Orders.Buyer, Services.Code, Terms, Now), []),
        ("decline without a proposal", o => o.DeclineTime(Orders.Buyer, Now), []),
        ("start", o => o.StartService(Orders.Seller, Services.Thursday), [(At.Scheduled, OrderState.Processing)]),
        ("finish", o => o.FinishService(Orders.Seller, Services.Code, "", Terms, Services.Thursday), [(At.Started, OrderState.Delivered)]),
        ("finish with a photo", o => o.FinishServiceWithProof(Orders.Seller, "AC dicuci, sudah dingin", "bukti", Terms, Services.Thursday), [(At.Started, OrderState.Delivered)]),
        ("ship", o => o.Ship(Orders.Seller, Terms, Now), []),
        ("make ready", o => o.MakeReady(Orders.Seller, Services.Code, Terms, Now), []),
        ("decline", o => o.Decline(Orders.Seller, "Teknisi sakit", Now),
            [(At.Waiting, OrderState.Cancelled), (At.Scheduled, OrderState.Cancelled), (At.Started, OrderState.Cancelled)]),
        ("cancel by the buyer, early", o => o.CancelByBuyer(Orders.Buyer, "Salah hari", Terms, Now),
            [(At.Waiting, OrderState.Cancelled), (At.Scheduled, OrderState.Cancelled)]),
        ("confirm", o => o.ConfirmReceived(Orders.Buyer, Terms, Now), [(At.Done, OrderState.Completed), (At.Completed, OrderState.Completed)]),
        ("refund", o => o.RefundBySeller(Orders.Seller, "Hasil belum rapi", Orders.Terms(), Now), [(At.Done, OrderState.Refunded)]),
        ("deliver by staff", o => o.DeliverByStaff(Orders.Staff, "Pembeli memastikan lewat telepon", Terms, Now), [(At.Started, OrderState.Delivered)]),
    ];

    public static TheoryData<string, At> EveryVerbEverywhere
    {
        get
        {
            var table = new TheoryData<string, At>();
            foreach (var verb in Verbs)
            {
                foreach (var at in Enum.GetValues<At>())
                {
                    table.Add(verb.Name, at);
                }
            }

            return table;
        }
    }

    [Theory, MemberData(nameof(EveryVerbEverywhere))]
    public void Does_its_move_or_nothing(string name, At from)
    {
        var verb = Verbs.Single(v => v.Name == name);
        var order = In(from);
        var before = order.State;
        order.TakeSteps();
        order.TakeEvents();
        if (verb.Moves.Where(m => m.From == from).Select(m => (OrderState?)m.To).SingleOrDefault() is { } to)
        {
            verb.Act(order);
            order.State.ShouldBe(to);
            return;
        }

        Should.Throw<RuleBroken>(() => verb.Act(order)).Code.ShouldStartWith("order.");
        order.State.ShouldBe(before);
        order.NewSteps.ShouldBeEmpty();
        order.Events.ShouldBeEmpty();
    }

    [Fact]
    public void Says_more_than_the_state()
    {
        Shown(At.Waiting).ShouldBe(OrderState.AwaitingSeller);
        Shown(At.Scheduled).ShouldBe(ServiceStage.Scheduled);
        Shown(At.Started).ShouldBe(ServiceStage.InProgress);
        Shown(At.Done).ShouldBe(ServiceStage.Done);
        ServiceStages.Shown(OrderState.Processing, isService: false, started: false).ShouldBe(OrderState.Processing);

        static Enum Shown(At at) => ServiceStages.Shown(In(at).State, true, In(at).Appointment!.StartedAt is not null);
    }

    [Fact]
    public void Only_what_is_brought_to_the_buyer_tells_the_address()
    {
        Services.Purchase().Orders[0].Destination.Street.ShouldBe("");
        Services.Purchase(place: ServicePlace.AtBuyer).Orders[0].Destination.Street.ShouldBe("Jl. Mawar 12");
    }

    [Fact]
    public void Late_the_shop_is_asked_and_its_silence_agrees_when_the_appointment_begins()
    {
        var order = Services.In(OrderState.Processing);
        var late = Services.Thursday.AddHours(-23);
        order.CancelByBuyer(Orders.Buyer, "Ada acara", Terms, late).ShouldBeFalse();
        order.NextTimer!.Action.ShouldBe(OrderTimerAction.RemindAppointment);
        var answer = order.Timers.Single(t => t.Action == OrderTimerAction.AgreeToCancel);
        answer.DueAt.ShouldBe(Services.Thursday);
        order.RunOut(answer.Id, Terms, Services.Thursday);
        (order.State, order.NewSteps[^1].ReasonCode).ShouldBe((OrderState.Cancelled, "cancellation_unanswered"));
    }

    [Fact]
    public void A_shop_that_does_not_come_is_left_without_asking()
    {
        var order = Services.In(OrderState.Processing);
        order.CancelByBuyer(Orders.Buyer, "Penjual tidak datang", Terms, Services.Thursday.AddHours(2)).ShouldBeTrue();
        order.State.ShouldBe(OrderState.Cancelled);
    }

    [Fact]
    public void While_the_buyer_waits_for_an_answer_the_shop_does_not_begin()
    {
        var order = Services.In(OrderState.Processing);
        order.CancelByBuyer(Orders.Buyer, "Ada acara", Terms, Services.Thursday.AddHours(-1)).ShouldBeFalse();
        Should.Throw<RuleBroken>(() => order.StartService(Orders.Seller, Services.Thursday)).Code.ShouldBe("order.answer_cancellation");
        order.RefuseToCancel(Orders.Seller, "Bahan sudah dibeli", Services.Thursday);
        order.StartService(Orders.Seller, Services.Thursday);
        order.Appointment!.StartedAt.ShouldBe(Services.Thursday);
    }

    [Fact]
    public void Not_begun_before_its_day()
    {
        var order = Services.In(OrderState.Processing);
        var midnight = Wib.StartOf(Wib.DayOf(Services.Thursday));
        Should.Throw<RuleBroken>(() => order.StartService(Orders.Seller, midnight.AddTicks(-1))).Code.ShouldBe("order.too_early");
        order.StartService(Orders.Seller, midnight);
    }

    [Fact]
    public void After_five_wrong_codes_a_photo_still_finishes()
    {
        var order = Services.In(OrderState.Processing, started: true);
        for (var i = 0; i < Order.PickupTries; i++)
        {
            order.FinishService(Orders.Seller, "000000", "", Terms, Services.Thursday).ShouldBeFalse();
        }

        Should.Throw<RuleBroken>(() => order.FinishService(Orders.Seller, Services.Code, "", Terms, Services.Thursday)).Code.ShouldBe("order.code_locked");
        Should.Throw<RuleBroken>(() => order.FinishServiceWithProof(Orders.Seller, "beres", "bukti", Terms, Services.Thursday)).Code.ShouldBe("order.handover_note");
        order.FinishServiceWithProof(Orders.Seller, "AC dicuci, sudah dingin", "bukti", Terms, Services.Thursday);
        (order.State, order.DeliveryProof, order.Appointment!.HandoverNote).ShouldBe((OrderState.Delivered, "bukti", "AC dicuci, sudah dingin"));
    }

    [Fact]
    public void Another_time_agreed_before_acceptance_is_acceptance()
    {
        var order = Services.In(OrderState.AwaitingSeller);
        var friday = Services.Thursday.AddDays(1);
        order.ProposeTime(Orders.Seller, friday, "Hari itu penuh", Now);
        order.AgreeToTime(Orders.Buyer, Services.Code, Terms, Now);
        (order.State, order.Appointment!.StartsAt, order.Appointment.EndsAt, order.PickupCode).ShouldBe((OrderState.Processing, friday, friday.AddHours(1), Services.Code));
        order.Appointment.ProposedStart.ShouldBeNull();
    }

    [Fact]
    public void Another_time_agreed_later_moves_its_clocks()
    {
        var order = Services.In(OrderState.Processing);
        var friday = Services.Thursday.AddDays(1);
        order.ProposeTime(Orders.Seller, friday, "Suku cadang terlambat", Now);
        order.Appointment!.StartsAt.ShouldBe(Services.Thursday);
        order.AgreeToTime(Orders.Buyer, Services.Code, Terms, Now);
        Running(order).ShouldBe([(OrderTimerAction.RemindAppointment, friday.AddDays(-1)), (OrderTimerAction.CancelUndone, Terms.DoneBy(friday.AddHours(1)))]);
        order.Appointment.FreeCancelUntil.ShouldBe(friday.AddDays(-1));
    }

    [Fact]
    public void Another_time_agreed_withdraws_the_wish_to_cancel()
    {
        var order = Services.In(OrderState.Processing);
        var (late, friday) = (Services.Thursday.AddHours(-23), Services.Thursday.AddDays(1));
        order.CancelByBuyer(Orders.Buyer, "Ada acara", Terms, late).ShouldBeFalse();
        order.ProposeTime(Orders.Seller, friday, "Silakan sehari kemudian", late);
        order.AgreeToTime(Orders.Buyer, Services.Code, Terms, late);
        foreach (var clock in order.Timers.ToList())
        {
            order.RunOut(clock.Id, Terms, friday);
        }

        (order.State, order.CancellationAskedAt).ShouldBe((OrderState.Processing, null));
        Should.Throw<RuleBroken>(() => order.AgreeToCancel(Orders.Seller, friday)).Code.ShouldBe("order.no_cancellation_asked");
        order.StartService(Orders.Seller, friday);
        Running(order).ShouldBe([(OrderTimerAction.CancelUndone, Terms.DoneBy(friday.AddHours(1)))]);
    }

    [Fact]
    public void Keeping_to_the_time_there_is_leaves_the_wish_to_cancel()
    {
        var order = Services.In(OrderState.Processing);
        var late = Services.Thursday.AddHours(-23);
        order.CancelByBuyer(Orders.Buyer, "Ada acara", Terms, late).ShouldBeFalse();
        order.ProposeTime(Orders.Seller, Services.Thursday.AddDays(1), "Silakan sehari kemudian", late);
        order.DeclineTime(Orders.Buyer, late);
        order.RunOut(order.Timers.Single(t => t.Action == OrderTimerAction.AgreeToCancel).Id, Terms, Services.Thursday);
        order.State.ShouldBe(OrderState.Cancelled);
    }

    [Fact]
    public void Not_handed_over_three_working_days_after_its_end_it_is_cancelled()
    {
        var order = Services.In(OrderState.Processing, started: true);
        var clock = order.NextTimer!;
        // Thursday 11.00 plus Friday, Monday, Tuesday.
        (clock.Action, clock.DueAt).ShouldBe((OrderTimerAction.CancelUndone, Services.Thursday.AddHours(1).AddDays(5)));
        order.RunOut(clock.Id, Terms, clock.DueAt);
        (order.State, order.NewSteps[^1].ReasonCode).ShouldBe((OrderState.Cancelled, "not_done_in_time"));
    }

    [Fact]
    public void The_shop_accepts_before_the_appointment_begins()
    {
        var soon = Now.AddHours(5);
        var order = Services.Purchase(soon).Orders[0];
        order.Pay(Orders.Fees, Terms, Now);
        order.NextTimer!.DueAt.ShouldBe(soon);
        Should.Throw<RuleBroken>(() => order.Schedule(Orders.Seller, Services.Code, Terms, soon)).Code.ShouldBe("order.appointment_passed");
        order.RunOut(order.NextTimer.Id, Terms, soon);
        order.State.ShouldBe(OrderState.Cancelled);
    }

    [Fact]
    public void Both_are_reminded_once()
    {
        var order = Services.In(OrderState.Processing);
        order.TakeEvents();
        var reminder = order.NextTimer!;
        (reminder.Action, reminder.DueAt).ShouldBe((OrderTimerAction.RemindAppointment, Services.Thursday.AddHours(-24)));
        order.RunOut(reminder.Id, Terms, reminder.DueAt);
        order.RunOut(reminder.Id, Terms, reminder.DueAt);
        order.Events.ShouldBe([new AppointmentNear(order.Id)]);
        order.State.ShouldBe(OrderState.Processing);
    }

    static Order In(At at) => at switch
    {
        At.Unpaid => Services.In(OrderState.AwaitingPayment),
        At.Waiting => Services.In(OrderState.AwaitingSeller),
        At.Scheduled => Services.In(OrderState.Processing),
        At.Started => Services.In(OrderState.Processing, started: true),
        At.Done => Services.In(OrderState.Delivered),
        At.Completed => Services.In(OrderState.Completed),
        At.Refunded => Services.In(OrderState.Refunded),
        At.Cancelled => Services.In(OrderState.Cancelled),
        _ => Services.In(OrderState.Expired),
    };

    static List<(OrderTimerAction, DateTimeOffset)> Running(Order order) =>
        [.. order.Timers.Where(t => t.IsRunning).OrderBy(t => t.DueAt).Select(t => (t.Action, t.DueAt))];
}
