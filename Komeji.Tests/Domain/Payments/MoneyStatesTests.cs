using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Payments;

/// <summary>The whole N×N table of each money machine, against the diagram people read.</summary>
public sealed class MoneyStatesTests
{
    static readonly Actor Finance = Actor.Staff(Guid.Empty, "keuangan");

    [Fact]
    public void Payments_move_as_docs_draw_them() => StateDiagram.ShouldMatch<PaymentState>("payments.md", "Payment", PaymentMoves.From);

    [Fact]
    public void Refunds_move_as_docs_draw_them() => StateDiagram.ShouldMatch<RefundState>("payments.md", "Refund", RefundMoves.From);

    [Fact]
    public void Disputes_move_as_docs_draw_them() => StateDiagram.ShouldMatch<DisputeState>("payments.md", "Dispute", DisputeMoves.From);

    [Fact]
    public void What_waits_for_a_second_officer_moves_as_docs_draw_it() => StateDiagram.ShouldMatch<MoneyApprovalState>("payments.md", "A second officer", MoneyApprovalMoves.From);

    /// <summary>Whoever decided it may take it back, and never approve it; what has an answer gets no other.</summary>
    [Fact]
    public void What_one_officer_decided_another_approves()
    {
        var (first, second) = (Actor.Staff(Guid.CreateVersion7(Now), "keuangan"), Actor.Staff(Guid.CreateVersion7(Now), "keuangan"));
        var wish = new MoneyWish(MoneyAct.Refund, Guid.Empty, PurchaseId.New(Now), "KMJ-20261005-AAAAAA", new Rupiah(2_000_000), "Barang palsu", "{}", "");
        Should.Throw<RuleBroken>(() => MoneyApproval.Ask(wish with { Reason = " " }, first, Now)).Code.ShouldBe("approval.reason");
        var approval = MoneyApproval.Ask(wish, first, Now);
        Should.Throw<RuleBroken>(() => approval.Approve(first, "Setuju", Now)).Code.ShouldBe("approval.same_officer");
        Should.Throw<RuleBroken>(() => approval.Approve(second, "", Now)).Code.ShouldBe("approval.reason");
        approval.Approve(second, "Sudah diperiksa", Now);
        (approval.State, approval.DecidedBy!.Value.Value, approval.Answer).ShouldBe((MoneyApprovalState.Approved, second.UserId!.Value, "Sudah diperiksa"));
        Should.Throw<RuleBroken>(() => approval.Reject(second, "Berubah pikiran", Now)).Code.ShouldBe("approval.illegal_move");
        var taken = MoneyApproval.Ask(wish, first, Now);
        taken.Reject(first, "Salah jumlah", Now);
        (taken.State, taken.NewSteps[^1].ReasonCode).ShouldBe((MoneyApprovalState.Rejected, "withdrawn"));
    }

    [Fact]
    public void Held_money_moves_as_docs_draw_it() => StateDiagram.ShouldMatch<EscrowState>("ledger.md", "Held money (Dana Titipan)", EscrowMoves.From);

    [Fact]
    public void Fees_of_cash_move_as_docs_draw_them() => StateDiagram.ShouldMatch<CashFeeState>("ledger.md", "Fees of orders paid in cash", CashFeeMoves.From);

    /// <summary>Every pair of states: a legal move is made, any other throws and changes nothing.</summary>
    [Fact]
    public void Every_other_move_of_a_payment_is_refused()
    {
        foreach (var from in Enum.GetValues<PaymentState>())
        {
            foreach (var (to, verb) in new (PaymentState, Action<Payment>)[] { (PaymentState.Expired, p => p.Expire(Now)), (PaymentState.Cancelled, p => p.Cancel(Now)) })
            {
                var payment = In(from);
                if (PaymentMoves.From(from).Contains(to))
                {
                    verb(payment);
                    payment.State.ShouldBe(to);
                }
                else
                {
                    Should.Throw<RuleBroken>(() => verb(payment)).Code.ShouldBe("payment.illegal_move");
                    payment.State.ShouldBe(from);
                }
            }
        }
    }

    [Fact]
    public void Every_other_move_of_a_refund_is_refused()
    {
        (RefundState To, RefundState[] From, Action<Refund> Verb)[] verbs =
        [
            (RefundState.Requested, [RefundState.Sent, RefundState.NeedsCheck], r => r.SendAgain(Now)),
            (RefundState.Sent, [RefundState.Requested], r => r.Send(TimeSpan.FromMinutes(2), Now)),
            (RefundState.Succeeded, [RefundState.Sent, RefundState.NeedsCheck], r => r.Succeed("rf", Now)),
            (RefundState.Succeeded, [RefundState.Requested, RefundState.Failed], r => r.SettleBy("dp", r.Amount, Now)),
            (RefundState.Succeeded, [RefundState.ManualTransfer], r => r.Transfer(Finance, "TRF-1234", Now)),
            (RefundState.Failed, [RefundState.Sent, RefundState.NeedsCheck, RefundState.ManualTransfer, RefundState.Succeeded], r => r.Fail("bank", Now)),
            (RefundState.Failed, [RefundState.ManualTransfer], r => r.DropTransfer(Finance, "disengketakan", Now)),
            (RefundState.ManualTransfer, [RefundState.Failed], r => r.PayByHand(Finance, "BRI a.n. Siti Aminah, 1234", Now)),
        ];
        foreach (var state in Enum.GetValues<RefundState>())
        {
            RefundMoves.From(state).Except([RefundState.NeedsCheck]).Order().ShouldBe(verbs.Where(v => v.From.Contains(state)).Select(v => v.To).Distinct().Order());
            foreach (var (to, from, verb) in verbs)
            {
                var refund = RefundIn(state);
                if (from.Contains(state))
                {
                    verb(refund);
                    refund.State.ShouldBe(to);
                }
                else
                {
                    Should.Throw<RuleBroken>(() => verb(refund)).Code.ShouldBe("refund.illegal_move");
                    refund.State.ShouldBe(state);
                }
            }
        }
    }

    [Fact]
    public void Every_other_move_of_held_money_is_refused()
    {
        (EscrowState To, Action<EscrowShare> Verb)[] verbs =
        [
            (EscrowState.Released, s => s.Release(Now)),
            (EscrowState.Refunded, s => s.RefundAll("uji", Now)),
            (EscrowState.Frozen, s => s.Freeze(Actor.System, "uji", Now)),
            (EscrowState.Held, s => s.Unfreeze(Actor.System, "uji", Now)),
        ];
        foreach (var from in Enum.GetValues<EscrowState>())
        {
            foreach (var (to, verb) in verbs)
            {
                var share = EscrowShare.Hold(OrderId.New(Now), new Rupiah(33_500), Now);
                if (from != EscrowState.Held)
                {
                    verbs.Single(v => v.To == from).Verb(share);
                }

                if (EscrowMoves.From(from).Contains(to))
                {
                    verb(share);
                    share.State.ShouldBe(to);
                }
                else
                {
                    Should.Throw<RuleBroken>(() => verb(share)).Code.ShouldBe("escrow.illegal_move");
                    share.State.ShouldBe(from);
                }
            }
        }
    }

    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);

    static Payment In(PaymentState state)
    {
        var payment = Payment.Of(PurchaseId.New(Now), new Rupiah(33_500), Now);
        var attempt = payment.Attempt("sandbox", Now);
        Action reach = state switch
        {
            PaymentState.AwaitingPayment => () => { },
            PaymentState.Paid => () => payment.Receive(attempt.Id, "pay_1", new Rupiah(33_500), "IDR", "QRIS", Now, Now),
            PaymentState.Failed => () => payment.NoteDeclined(attempt.Id, "tidak", Now),
            PaymentState.Expired => () => payment.Expire(Now),
            PaymentState.Cancelled => () => payment.Cancel(Now),
            PaymentState.NeedsCheck => () => payment.NoteUnknown(attempt.Id, Now),
            PaymentState.InCash => () => payment.LeaveToShop(Now),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
        reach();
        payment.State.ShouldBe(state);
        return payment;
    }

    static Refund RefundIn(RefundState state)
    {
        var refund = Refund.Request(PurchaseId.New(Now), null, "sandbox", "pay_1", new Rupiah(33_500), "uji", Now);
        if (state != RefundState.Requested)
        {
            refund.Send(TimeSpan.FromMinutes(2), Now);
        }

        Action reach = state switch
        {
            RefundState.Requested or RefundState.Sent => () => { },
            RefundState.Succeeded => () => refund.Succeed("rf", Now),
            RefundState.NeedsCheck => () => refund.LoseSight(TimeSpan.FromMinutes(5), Now),
            RefundState.Failed => () => refund.Fail("bank", Now),
            RefundState.ManualTransfer => () => { refund.Fail("bank", Now); refund.PayByHand(Finance, "BRI a.n. Siti Aminah, 1234", Now); },
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
        reach();
        refund.State.ShouldBe(state);
        return refund;
    }
}
