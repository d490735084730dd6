using Komeji.Domain.Common;
using Komeji.Domain.Payouts;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Payouts;

public sealed class PayoutMovesTests
{
    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);
    static readonly Actor Seller = Actor.Seller(new Guid("00000000-0000-0000-0000-000000000001"));
    static readonly Actor First = Actor.Staff(new Guid("00000000-0000-0000-0000-000000000002"), "keuangan");
    static readonly Actor Second = Actor.Staff(new Guid("00000000-0000-0000-0000-000000000003"), "keuangan");

    static readonly IReadOnlyList<(string Verb, PayoutState To, Action<Payout> Act)> Verbs =
    [
        ("prepare", PayoutState.AwaitingApproval, p => p.Prepare(First, Now)),
        ("approve", PayoutState.Approved, p => p.Approve(Second, PayoutChannel.BiFast, Now)),
        ("hold", PayoutState.OnHold, p => p.Hold(First, PayoutHoldReason.Account, "Rekening perlu dipastikan", TimeSpan.FromDays(7), Now)),
        ("resume", PayoutState.AwaitingApproval, p => p.Resume(Second, "Rekening sudah benar", Now)),
        ("reject", PayoutState.Rejected, p => p.Reject(Second, "Rekening bukan milik toko", Now)),
        ("cancel", PayoutState.Cancelled, p => p.Cancel(Seller, null, Now)),
        ("send", PayoutState.Processing, p => PayoutFile.Make("BERKAS-1", PayoutChannel.BiFast, [p], Second, Now)),
        ("succeed", PayoutState.Succeeded, p => p.Succeed(First, p.Attempts.Count, "TRF-1", new Rupiah(2_500), Now)),
        ("fail", PayoutState.Failed, p => p.Fail(First, p.Attempts.Count, "Rekening ditutup", Rupiah.Zero, Now)),
        ("doubt", PayoutState.NeedsCheck, p => p.Doubt(First, p.Attempts.Count, "Bank tidak menjawab", Now)),
        ("return", PayoutState.Returned, p => p.Return(First, "Rekening tidak aktif", Now)),
    ];

    static Payout Requested() => Payout.Request(
        "CAIR-1", StoreId.New(Now), new Rupiah(103_000), new PayoutAccount("BCA", "******7890", "segel", "sidik", "Sri Wahyuni"), null, Seller, Now);

    static Payout In(PayoutState state)
    {
        var payout = Requested();
        string[] way = state switch
        {
            PayoutState.Requested => [],
            PayoutState.AwaitingApproval => ["prepare"],
            PayoutState.OnHold => ["prepare", "hold"],
            PayoutState.Approved => ["prepare", "approve"],
            PayoutState.Processing => ["prepare", "approve", "send"],
            PayoutState.Succeeded => ["prepare", "approve", "send", "succeed"],
            PayoutState.Failed => ["prepare", "approve", "send", "fail"],
            PayoutState.NeedsCheck => ["prepare", "approve", "send", "doubt"],
            PayoutState.Returned => ["prepare", "approve", "send", "succeed", "return"],
            PayoutState.Rejected => ["prepare", "reject"],
            PayoutState.Cancelled => ["cancel"],
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
        foreach (var step in way)
        {
            Verbs.Single(v => v.Verb == step).Act(payout);
        }

        payout.State.ShouldBe(state);
        return payout;
    }

    [Fact]
    public void The_diagram_of_the_docs_draws_the_legal_moves() => StateDiagram.ShouldMatch<PayoutState>("payouts.md", "A payout", PayoutMoves.From);

    [Fact]
    public void Every_verb_does_in_every_state_what_the_table_says()
    {
        foreach (var from in Enum.GetValues<PayoutState>())
        {
            foreach (var (verb, to, act) in Verbs)
            {
                var payout = In(from);
                var steps = payout.NewSteps.Count;
                var legal = PayoutMoves.From(from).Contains(to) && !(verb == "prepare" && from == PayoutState.OnHold) && !(verb == "resume" && from == PayoutState.Requested);
                if (legal)
                {
                    act(payout);
                    (payout.State, payout.NewSteps.Count).ShouldBe((to, steps + 1), $"{verb} from {from}");
                }
                else
                {
                    Should.Throw<RuleBroken>(() => act(payout), $"{verb} from {from}").Code.ShouldBe("payout.illegal_move", $"{verb} from {from}");
                    (payout.State, payout.NewSteps.Count).ShouldBe((from, steps), $"{verb} from {from}");
                }
            }
        }
    }

    [Fact]
    public void Who_prepared_it_does_not_approve_it()
    {
        var payout = In(PayoutState.AwaitingApproval);
        Should.Throw<RuleBroken>(() => payout.Approve(First, PayoutChannel.BiFast, Now)).Code.ShouldBe("payout.same_officer");
        payout.Approve(Second, PayoutChannel.BiFast, Now);
        payout.PreparedBy.ShouldBe(new UserId(First.UserId!.Value));
        payout.ApprovedBy.ShouldBe(new UserId(Second.UserId!.Value));
    }

    [Fact]
    public void A_hold_takes_the_approval_back_and_ends_by_itself()
    {
        var payout = In(PayoutState.Approved);
        payout.Hold(First, PayoutHoldReason.Debt, "Saldo kurang dari nol", TimeSpan.FromDays(7), Now);
        payout.ApprovedBy.ShouldBeNull();
        payout.HeldUntil.ShouldBe(Now.AddDays(7));
        payout.EndHold(Now.AddDays(7).AddSeconds(-1)).ShouldBeFalse();
        payout.EndHold(Now.AddDays(7)).ShouldBeTrue();
        payout.State.ShouldBe(PayoutState.AwaitingApproval);
        payout.HeldUntil.ShouldBeNull();
        payout.EndHold(Now.AddDays(8)).ShouldBeFalse();
    }

    [Fact]
    public void An_appeal_is_heard_by_another_than_who_held_it()
    {
        var payout = In(PayoutState.OnHold);
        Should.Throw<RuleBroken>(() => payout.AppealHold(Seller, "hm", Now)).Code.ShouldBe("payout.reason");
        payout.AppealHold(Seller, "Rekening itu milik saya", Now);
        Should.Throw<RuleBroken>(() => payout.AppealHold(Seller, "Sekali lagi saja", Now)).Code.ShouldBe("payout.appealed");
        Should.Throw<RuleBroken>(() => payout.Resume(First, "Sudah jelas", Now)).Code.ShouldBe("payout.other_officer");
        Should.Throw<RuleBroken>(() => payout.Reject(First, "Tetap tidak", Now)).Code.ShouldBe("payout.other_officer");
        payout.Resume(Second, "Sudah jelas", Now);
        payout.State.ShouldBe(PayoutState.AwaitingApproval);
    }

    [Fact]
    public void Each_try_has_a_key_of_its_own()
    {
        var payout = In(PayoutState.Failed);
        PayoutFile.Make("BERKAS-2", PayoutChannel.BiFast, [payout], Second, Now);
        payout.Attempts.Select(a => a.Number).ShouldBe([1, 2]);
        payout.Attempts.Select(a => a.Id).ShouldBeUnique();
        payout.Attempts.Select(a => a.State).ShouldBe([PayoutAttemptState.Failed, PayoutAttemptState.Sent]);
    }

    /// <summary>Two pages are open at the first try; by the one it failed and was sent again, the other answers too late.</summary>
    [Fact]
    public void An_answer_for_an_earlier_try_does_not_end_the_one_under_way()
    {
        var payout = In(PayoutState.Failed);
        PayoutFile.Make("BERKAS-2", PayoutChannel.BiFast, [payout], Second, Now);
        Should.Throw<RuleBroken>(() => payout.Succeed(First, 1, "TRF-1", Rupiah.Zero, Now)).Code.ShouldBe("payout.other_attempt");
        Should.Throw<RuleBroken>(() => payout.Fail(First, 1, "Rekening ditutup", Rupiah.Zero, Now)).Code.ShouldBe("payout.other_attempt");
        Should.Throw<RuleBroken>(() => payout.Doubt(First, 1, "Bank tidak menjawab", Now)).Code.ShouldBe("payout.other_attempt");
        (payout.State, payout.Attempts[1].State).ShouldBe((PayoutState.Processing, PayoutAttemptState.Sent));
        payout.Doubt(First, 2, "Bank tidak menjawab", Now);
        payout.Succeed(First, 2, "TRF-2", Rupiah.Zero, Now);
        payout.Attempts.Select(a => a.State).ShouldBe([PayoutAttemptState.Failed, PayoutAttemptState.Succeeded]);
    }

    [Fact]
    public void A_plan_is_tried_once_on_its_day()
    {
        var monday = new DateOnly(2026, 10, 5);
        var plan = PayoutPlan.For(StoreId.New(Now));
        plan.Try(monday).ShouldBeFalse("nothing was chosen");
        plan.Choose(DayOfWeek.Monday, Seller, Now);
        plan.Try(monday.AddDays(1)).ShouldBeFalse();
        plan.Try(monday).ShouldBeTrue();
        plan.Try(monday).ShouldBeFalse();
        plan.Try(monday.AddDays(7)).ShouldBeTrue();
    }
}
