using Komeji.Domain.Common;
using Komeji.Domain.Returns;
using Komeji.Domain.Shipping;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Returns;

/// <summary>Every verb of every role in every state: where it leads, or that it is refused.</summary>
public sealed class ReplacementMovesTests
{
    static readonly DateTimeOffset Now = Returned.Now;

    /// <param name="Who">Whose step it is; null for what follows from the goods themselves.</param>
    sealed record Verb(string Name, ReturnSide? Who, Action<Replacement, Actor> Do, params (ReplacementState From, ReplacementState To)[] From);

    static readonly Verb[] Verbs =
    [
        new("goods come back", null, (r, _) => r.Begin(r.Lines.ToDictionary(l => l.OrderLineId, l => l.Pieces), Returned.Terms, Now), (ReplacementState.AwaitingReturn, ReplacementState.AwaitingShipment)),
        new("goods do not come back", null, (r, _) => r.CallOff(Now), (ReplacementState.AwaitingReturn, ReplacementState.Failed)),
        new("send", ReturnSide.Shop, (r, by) => r.Send(by, "482913", 3, Returned.Terms, Now), (ReplacementState.AwaitingShipment, ReplacementState.Sent)),
        new("give up", ReturnSide.Shop | ReturnSide.System, (r, by) => r.GiveUp(by, "Stok rusak", Now), (ReplacementState.AwaitingReturn, ReplacementState.Failed), (ReplacementState.AwaitingShipment, ReplacementState.Failed)),
        new("prove", ReturnSide.Shop, (r, by) => r.Prove(by, "Pak Budi", Now), (ReplacementState.Sent, ReplacementState.Delivered)),
        new("confirm", ReturnSide.Buyer, (r, by) => r.Confirm(by, Now), (ReplacementState.Sent, ReplacementState.Delivered)),
        new("report", ReturnSide.Buyer, (r, by) => r.ReportNotArrived(by, Returned.Terms, Now), (ReplacementState.Sent, ReplacementState.Sent)),
        new("decide that it came", ReturnSide.Officer, (r, by) => r.Decide(by, true, "Bukti kurir", Now), (ReplacementState.Sent, ReplacementState.Delivered)),
        new("decide that it is lost", ReturnSide.Officer, (r, by) => r.Decide(by, false, "Kurir menghilangkannya", Now), (ReplacementState.Sent, ReplacementState.Failed)),
        new("hand over what a courier brings", ReturnSide.Shop, (r, by) => r.HandOver(by, "482913", Now)),
    ];

    [Fact]
    public void The_diagram_of_the_docs_draws_the_legal_moves() => StateDiagram.ShouldMatch<ReplacementState>("returns.md", "A replacement", ReplacementMoves.From);

    [Fact]
    public void Every_verb_does_in_every_state_for_every_role_what_the_table_says()
    {
        foreach (var verb in Verbs)
        {
            foreach (var (from, by) in Enum.GetValues<ReplacementState>().SelectMany(state => Returned.Everyone.Select(actor => (state, actor))))
            {
                var replacement = Returned.In(from);
                replacement.TakeSteps();
                var (to, what) = (verb.From.Where(m => m.From == from).Select(m => (ReplacementState?)m.To).SingleOrDefault(), $"{verb.Name} in {from} by {by.Role}");
                if (to is { } reached && (verb.Who is not { } who || (who & ReturnSides.Of(by)) != ReturnSide.None))
                {
                    verb.Do(replacement, by);
                    replacement.State.ShouldBe(reached, what);
                    (reached == from || ReplacementMoves.From(from).Contains(reached)).ShouldBeTrue();
                }
                else
                {
                    Should.Throw<RuleBroken>(() => verb.Do(replacement, by), what).Code.ShouldBe(to is null ? "replacement.illegal_move" : "return.not_yours", what);
                    (replacement.State, replacement.NewSteps.Count).ShouldBe((from, 0), what);
                }
            }
        }
    }

    [Fact]
    public void Each_clock_does_what_was_said()
    {
        var unsent = Returned.In(ReplacementState.AwaitingShipment);
        unsent.RunOut(Returned.Terms, unsent.DueAt!.Value.AddTicks(-1));
        unsent.State.ShouldBe(ReplacementState.AwaitingShipment);
        unsent.RunOut(Returned.Terms, unsent.DueAt!.Value);
        unsent.State.ShouldBe(ReplacementState.Failed);
        unsent.Events.OfType<ReplacementFailed>().Single().PutBack.ShouldBe([new ReplacedPieces(unsent.Lines[0].VariantId, 2)]);

        var sent = Returned.In(ReplacementState.Sent);
        sent.DueAt.ShouldBe(Now.AddDays(3 + 7));
        sent.RunOut(Returned.Terms, sent.DueAt!.Value);
        sent.State.ShouldBe(ReplacementState.Delivered);
    }

    /// <summary>Nothing happens by itself; officers are reminded, and the shop's proof is kept for them.</summary>
    [Fact]
    public void What_the_buyer_misses_waits_for_an_officer_with_a_deadline()
    {
        var missed = Returned.In(ReplacementState.Sent);
        missed.ReportNotArrived(Orders.Buyer, Returned.Terms, Now);
        missed.DueAt.ShouldBe(Returned.Terms.DecideBy(Now));
        var due = missed.DueAt!.Value;
        missed.RunOut(Returned.Terms, due);
        (missed.State, missed.Clock == ReplacementClock.RemindOffice, missed.Events.OfType<ReplacementOverdue>().Count()).ShouldBe((ReplacementState.Sent, true, 1));
        missed.DueAt.ShouldBe(Returned.Terms.DecideAgainBy(due));
        missed.Prove(Orders.Seller, "Pak Budi", due).ShouldBeFalse();
        (missed.State, missed.NewSteps[^1].ReasonCode, missed.NewSteps[^1].Note).ShouldBe((ReplacementState.Sent, "proof_shown", "Diterima Pak Budi"));
        missed.Decide(Orders.Staff, true, "Menurut foto penjual", due);
        (missed.State, missed.DueAt).ShouldBe((ReplacementState.Delivered, null));
    }

    [Fact]
    public void No_more_is_sent_than_came_back_and_the_rest_is_free_again()
    {
        var replacement = Returned.In(ReplacementState.AwaitingReturn);
        var line = replacement.Lines[0];
        replacement.Begin(new Dictionary<OrderLineId, int> { [line.OrderLineId] = 1 }, Returned.Terms, Now).ShouldBe([new ReplacedPieces(line.VariantId, 1)]);
        (replacement.State, replacement.Lines.Single().Pieces).ShouldBe((ReplacementState.AwaitingShipment, 1));

        var nothing = Returned.In(ReplacementState.AwaitingReturn);
        nothing.Begin(new Dictionary<OrderLineId, int>(), Returned.Terms, Now).ShouldBeEmpty();
        nothing.State.ShouldBe(ReplacementState.Failed);
        nothing.Events.OfType<ReplacementFailed>().Single().PutBack.Single().Count.ShouldBe(2);
    }

    [Fact]
    public void What_is_collected_at_the_shop_is_handed_over_against_the_buyers_code()
    {
        var replacement = Returned.In(ReplacementState.Sent, ShipmentKind.Pickup);
        for (var i = 0; i < Replacement.CodeTries; i++)
        {
            replacement.HandOver(Orders.Seller, "000000", Now).ShouldBeFalse();
        }

        Should.Throw<RuleBroken>(() => replacement.HandOver(Orders.Seller, "482913", Now)).Code.ShouldBe("replacement.locked");

        var other = Returned.In(ReplacementState.Sent, ShipmentKind.Pickup);
        other.HandOver(Orders.Seller, "482 913", Now).ShouldBeTrue();
        other.State.ShouldBe(ReplacementState.Delivered);
    }
}
