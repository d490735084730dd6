using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Warranties;
using Komeji.Tests.Support;
using static Komeji.Domain.Warranties.ClaimState;

namespace Komeji.Tests.Domain.Warranties;

/// <summary>Every pair of states for every side: what is not listed here cannot happen.</summary>
public sealed class ClaimMovesTests
{
    static readonly HashSet<(ClaimState, ClaimState, ClaimSide)> Legal =
    [
        .. By(ClaimSide.Buyer, (Draft, Submitted), (Draft, Cancelled), (OutOfTerm, UnderReview), (Rejected, UnderReview), (AwaitingAnswer, Cancelled), (AwaitingGoods, Cancelled), (SentBack, Completed), (SentBack, UnderReview)),
        .. By(ClaimSide.Warrantor, (AwaitingAnswer, Accepted), (AwaitingAnswer, Rejected), (AwaitingGoods, GoodsReceived), (GoodsReceived, Examined), (Examined, Repaired), (Examined, Replaced), (Examined, UnderReview), (Repaired, SentBack), (Replaced, SentBack), (NotCovered, SentBack)),
        .. By(ClaimSide.Officer, (UnderReview, Accepted), (UnderReview, Refused), (UnderReview, GoodsReceived), (UnderReview, Examined), (UnderReview, Repaired), (UnderReview, Replaced), (UnderReview, NotCovered), (UnderReview, Completed), (UnderReview, Refunded)),
        .. By(ClaimSide.System, (Submitted, AwaitingAnswer), (Submitted, OutOfTerm), (OutOfTerm, Refused), (Rejected, Refused), (AwaitingAnswer, UnderReview), (Accepted, AwaitingGoods), (Accepted, GoodsReceived), (AwaitingGoods, UnderReview), (AwaitingGoods, Expired), (GoodsReceived, UnderReview), (Examined, UnderReview), (Repaired, UnderReview), (Replaced, UnderReview), (NotCovered, UnderReview), (SentBack, Completed)),
    ];

    [Fact]
    public void The_drawing_is_the_switch() => StateDiagram.ShouldMatch<ClaimState>("warranty.md", "Claims", ClaimMoves.From);

    [Fact]
    public void Only_the_listed_moves_are_legal_and_only_for_their_side()
    {
        var wrong = new List<string>();
        foreach (var from in Enum.GetValues<ClaimState>())
        {
            foreach (var to in Enum.GetValues<ClaimState>())
            {
                wrong.AddRange(Enum.GetValues<ClaimSide>().Where(side => ClaimMoves.May(from, to, side) != Legal.Contains((from, to, side))).Select(side => $"{side}: {from} to {to}"));
                ClaimMoves.May(from, to, null).ShouldBeFalse();
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("pembeli", ClaimSide.Buyer)]
    [InlineData("penjual", ClaimSide.Warrantor)]
    [InlineData("staf_toko", ClaimSide.Warrantor)]
    [InlineData(Roles.Operator, ClaimSide.Officer)]
    [InlineData(Roles.Finance, ClaimSide.Officer)]
    [InlineData("sistem", ClaimSide.System)]
    [InlineData(Roles.CallCentre, null)]
    [InlineData(Roles.Admin, null)]
    [InlineData(Roles.Verifier, null)]
    [InlineData(Roles.Mentor, null)]
    [InlineData(Actor.KeeperRole, null)]
    public void A_role_has_one_side_or_none(string role, ClaimSide? side) => ClaimMoves.SideOf(new Actor(Guid.Empty, role)).ShouldBe(side);

    /// <summary>What each verb is for: by whom and in which states; time runs out for everybody alike.</summary>
    static readonly (string Verb, ClaimSide By, ClaimState[] In)[] Acts =
    [
        ("submit", ClaimSide.Buyer, [Draft]),
        ("cancel", ClaimSide.Buyer, [Draft, AwaitingAnswer, AwaitingGoods]),
        ("ask for a review", ClaimSide.Buyer, [OutOfTerm, Rejected]),
        ("send", ClaimSide.Buyer, [AwaitingGoods]),
        ("confirm", ClaimSide.Buyer, [SentBack]),
        ("contest", ClaimSide.Buyer, [SentBack]),
        ("accept", ClaimSide.Warrantor, [AwaitingAnswer]),
        ("reject", ClaimSide.Warrantor, [AwaitingAnswer]),
        ("receive", ClaimSide.Warrantor, [AwaitingGoods]),
        ("examine", ClaimSide.Warrantor, [GoodsReceived]),
        ("repair", ClaimSide.Warrantor, [Examined]),
        ("replace", ClaimSide.Warrantor, [Examined]),
        ("ask for a ruling", ClaimSide.Warrantor, [Examined]),
        ("send back", ClaimSide.Warrantor, [Repaired, Replaced, NotCovered]),
        ("uphold", ClaimSide.Officer, [UnderReview]),
        ("dismiss", ClaimSide.Officer, [UnderReview]),
        ("refund", ClaimSide.Officer, [UnderReview]),
    ];

    static readonly ClaimState[] WithClock = [OutOfTerm, AwaitingAnswer, Rejected, AwaitingGoods, GoodsReceived, Examined, Repaired, Replaced, NotCovered, SentBack];

    /// <summary>The verbs themselves: each is tried from every state by everyone, does its step where it is meant to, and nothing anywhere else.</summary>
    [Fact]
    public void Verbs_do_their_step_where_they_are_meant_to_and_nowhere_else()
    {
        Actor[] actors = [Orders.Buyer, Orders.Seller, Orders.Staff, Actor.System, Actor.Mentor(Guid.Empty, Guid.Empty), Actor.Keeper(Guid.Empty), Actor.Staff(Guid.Empty, Roles.CallCentre)];
        foreach (var from in Enum.GetValues<ClaimState>().Except([Submitted, Accepted]))
        {
            foreach (var by in actors)
            {
                foreach (var (name, act) in Verbs(by))
                {
                    var (claim, what) = (Claims.In(from), $"{name} in {from} by {by.Role}");
                    claim.TakeSteps();
                    var refusal = RuleBroken.By(() => act(claim));
                    var meant = name == "run out" ? WithClock.Contains(from) : Acts.Any(a => a.Verb == name && a.By == ClaimMoves.SideOf(by) && a.In.Contains(from));
                    (refusal is null && claim.NewSteps.Count > 0).ShouldBe(meant, what);
                    if (!meant)
                    {
                        claim.State.ShouldBe(from, what);
                    }

                    foreach (var step in claim.NewSteps.Where(s => s.From != s.To))
                    {
                        ClaimMoves.May(Enum.Parse<ClaimState>(step.From), Enum.Parse<ClaimState>(step.To), ClaimMoves.SideOf(new Actor(step.ActorId, step.ActorRole))).ShouldBeTrue($"{step.From} to {step.To} by {step.ActorRole}");
                    }
                }
            }
        }
    }

    static IEnumerable<(string Name, Action<WarrantyClaim> Act)> Verbs(Actor by)
    {
        var (terms, now) = (Claims.Terms(), Claims.Monday.AddMonths(14));
        yield return ("submit", c => c.Submit(Claims.Card(), Claims.Price, terms, by, now));
        yield return ("cancel", c => c.Cancel(by, now));
        yield return ("ask for a review", c => c.AskReview(by, "Keliru", terms, now));
        yield return ("send", c => c.Send(by, "JNE 0123456789", terms, now));
        yield return ("confirm", c => c.Confirm(by, now));
        yield return ("contest", c => c.Contest(by, true, "Masih rusak", terms, now));
        yield return ("accept", c => c.Accept(by, "", terms, now));
        yield return ("reject", c => c.Reject(by, "Terjatuh", terms, now));
        yield return ("receive", c => c.Receive(by, terms, now));
        yield return ("examine", c => Examine(c, by, now));
        yield return ("repair", c => c.Mend(by, ClaimSolution.Repair, now));
        yield return ("replace", c => c.Mend(by, ClaimSolution.Replace, now));
        yield return ("ask for a ruling", c => c.AskRuling(by, true, "Kembalikan dana", terms, now));
        yield return ("send back", c => c.SendBack(by, "JNE 0123456789", false, terms, now));
        yield return ("uphold", c => c.Rule(ClaimRuling.Uphold, by, "Pembeli benar", terms, now));
        yield return ("dismiss", c => c.Rule(ClaimRuling.Dismiss, by, "Penanggung benar", terms, now));
        yield return ("refund", c => c.Refund(RefundId.New(now), by, "Dana kembali", now));
        yield return ("run out", c => c.RunOut(terms, now));
    }

    /// <summary>A finding needs a photo.</summary>
    static void Examine(WarrantyClaim claim, Actor by, DateTimeOffset now)
    {
        if (claim.State == GoodsReceived)
        {
            claim.AddPicture("temuan.webp", ClaimPictureOf.Finding, now);
        }

        claim.Examine(by, "Kabel pemanas putus", now);
    }

    static IEnumerable<(ClaimState, ClaimState, ClaimSide)> By(ClaimSide side, params (ClaimState From, ClaimState To)[] moves) => moves.Select(m => (m.From, m.To, side));
}
