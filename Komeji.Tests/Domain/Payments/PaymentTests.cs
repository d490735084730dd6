using Komeji.Domain.Common;
using Komeji.Domain.Payments;

namespace Komeji.Tests.Domain.Payments;

public sealed class PaymentTests
{
    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);
    static readonly Rupiah Amount = new(33_500);

    [Fact]
    public void An_open_try_is_used_again_and_a_declined_one_is_not()
    {
        var payment = New(out var first);
        payment.Attempt("sandbox", Now).ShouldBe(first);
        payment.NoteDeclined(first.Id, "Saldo kurang", Now);
        payment.State.ShouldBe(PaymentState.Failed);
        payment.Attempt("sandbox", Now).ShouldNotBe(first);
        payment.State.ShouldBe(PaymentState.AwaitingPayment);
    }

    [Fact]
    public void What_was_paid_stays_paid_whatever_is_heard_later()
    {
        var payment = New(out var attempt);
        payment.Receive(attempt.Id, "pay_1", Amount, "IDR", "QRIS", Now, Now).ShouldBe(Receipt.Accepted);
        payment.NoteDeclined(attempt.Id, "terlambat", Now);
        payment.NoteUnknown(attempt.Id, Now);
        payment.NoteStarted(attempt.Id, "chg", "/bayar", Now);
        (payment.State, attempt.State).ShouldBe((PaymentState.Paid, AttemptState.Paid));
        payment.Receive(attempt.Id, "pay_1", Amount, "IDR", "QRIS", Now, Now).ShouldBe(Receipt.Repeat);
        payment.Receive(attempt.Id, "pay_2", Amount, "IDR", "QRIS", Now, Now).ShouldBe(Receipt.Surplus);
        Should.Throw<RuleBroken>(() => payment.Expire(Now)).Code.ShouldBe("payment.illegal_move");
        Should.Throw<RuleBroken>(() => payment.Attempt("sandbox", Now)).Code.ShouldBe("payment.closed");
        payment.TakeEvents().OfType<PurchasePaid>().Count().ShouldBe(1);
    }

    [Fact]
    public void Money_after_the_end_is_surplus_and_never_pays()
    {
        var expired = New(out var a);
        expired.Expire(Now);
        expired.Receive(a.Id, "pay_1", Amount, "IDR", "QRIS", Now, Now).ShouldBe(Receipt.Surplus);
        var cancelled = New(out var b);
        cancelled.Cancel(Now);
        cancelled.Receive(b.Id, "pay_1", Amount, "IDR", "QRIS", Now, Now).ShouldBe(Receipt.Surplus);
        (expired.State, cancelled.State).ShouldBe((PaymentState.Expired, PaymentState.Cancelled));
    }

    [Fact]
    public void A_doubt_ends_with_any_answer_but_not_while_wrong_money_is_held()
    {
        var payment = New(out var attempt);
        payment.NoteUnknown(attempt.Id, Now);
        payment.State.ShouldBe(PaymentState.NeedsCheck);
        payment.NoteAbsent(attempt.Id, Now);
        (payment.State, attempt.State).ShouldBe((PaymentState.AwaitingPayment, AttemptState.Intended));
        payment.NoteUnknown(attempt.Id, Now);
        payment.Receive(attempt.Id, "pay_1", new Rupiah(1), "IDR", "QRIS", Now, Now).ShouldBe(Receipt.Wrong);
        payment.NoteStarted(attempt.Id, "chg", "/bayar", Now);
        payment.State.ShouldBe(PaymentState.NeedsCheck);
        payment.Receive(attempt.Id, "pay_2", Amount, "IDR", "QRIS", Now, Now).ShouldBe(Receipt.Accepted);
    }

    [Fact]
    public void Its_time_up_it_waits_for_the_answer_and_ends_by_it()
    {
        var waiting = New(out var a);
        waiting.AwaitAnswer(Now);
        waiting.AwaitAnswer(Now);
        waiting.State.ShouldBe(PaymentState.NeedsCheck);
        waiting.Receive(a.Id, "pay_1", Amount, "IDR", "QRIS", Now, Now).ShouldBe(Receipt.Accepted);
        waiting.AwaitAnswer(Now);
        waiting.State.ShouldBe(PaymentState.Paid);

        var refused = New(out var b);
        refused.AwaitAnswer(Now);
        refused.NoteDeclined(b.Id, "tidak", Now);
        refused.OpenAttempt.ShouldBeNull();
        refused.Expire(Now);
        refused.State.ShouldBe(PaymentState.Expired);
    }

    [Fact]
    public void Tries_are_bounded()
    {
        var payment = New(out var attempt);
        for (var tries = 1; tries < Payment.MostAttempts; tries++)
        {
            payment.NoteDeclined(attempt.Id, "tidak", Now);
            attempt = payment.Attempt("sandbox", Now);
        }

        payment.NoteDeclined(attempt.Id, "tidak", Now);
        Should.Throw<RuleBroken>(() => payment.Attempt("sandbox", Now)).Code.ShouldBe("payment.too_many_attempts");
    }

    static Payment New(out PaymentAttempt attempt)
    {
        var payment = Payment.Of(PurchaseId.New(Now), Amount, Now);
        attempt = payment.Attempt("sandbox", Now);
        return payment;
    }
}
