using Komeji.Domain.Common;
using Komeji.Domain.Returns;
using Komeji.Domain.Shipping;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Returns;

/// <summary>Every verb of every role in every state: where it leads, or that it is refused.</summary>
public sealed class ReplacementMovesTests
{
    static readonly DateTimeOffset Now = Returned.Now;

    sealed record Verb(string Name, Action<Replacement> Do, params (ReplacementState From, ReplacementState To)[] From);

    static readonly Verb[] Verbs =
    [
        new("goods come back", r => r.Begin(r.Lines.ToDictionary(l => l.OrderLineId, l => l.Pieces), Returned.Terms, Now), (ReplacementState.AwaitingReturn, ReplacementState.AwaitingShipment)),
        new("goods do not come back", r => r.CallOff(Now), (ReplacementState.AwaitingReturn, ReplacementState.Failed)),
        new("shop sends", r => r.Send(Orders.Seller, "482913", 3, Returned.Terms, Now), (ReplacementState.AwaitingShipment, ReplacementState.Sent)),
        new("shop gives up", r => r.GiveUp(Orders.Seller, "Stok rusak", Now), (ReplacementState.AwaitingReturn, ReplacementState.Failed), (ReplacementState.AwaitingShipment, ReplacementState.Failed)),
        new("shop proves", r => r.Prove(Orders.Seller, "Pak Budi", Now), (ReplacementState.Sent, ReplacementState.Delivered)),
        new("buyer confirms", r => r.Confirm(Orders.Buyer, Now), (ReplacementState.Sent, ReplacementState.Delivered)),
        new("buyer reports", r => r.ReportNotArrived(Orders.Buyer, Returned.Terms, Now), (ReplacementState.Sent, ReplacementState.Sent)),
        new("officer: it came", r => r.Decide(Orders.Staff, true, "Bukti kurir", Now), (ReplacementState.Sent, ReplacementState.Delivered)),
        new("officer: it is lost", r => r.Decide(Orders.Staff, false, "Kurir menghilangkannya", Now), (ReplacementState.Sent, ReplacementState.Failed)),
        new("shop hands over what a courier brings", r => r.HandOver(Orders.Seller, "482913", Now)),
    ];

    [Fact]
    public void The_diagram_of_the_docs_draws_the_legal_moves() => StateDiagram.ShouldMatch<ReplacementState>("returns.md", "A replacement", ReplacementMoves.From);

    [Fact]
    public void Every_verb_does_in_every_state_what_the_table_says()
    {
        foreach (var verb in Verbs)
        {
            foreach (var from in Enum.GetValues<ReplacementState>())
            {
                var replacement = Returned.In(from);
                var to = verb.From.Where(m => m.From == from).Select(m => (ReplacementState?)m.To).SingleOrDefault();
                if (to is { } reached)
                {
                    verb.Do(replacement);
                    replacement.State.ShouldBe(reached, $"{verb.Name} in {from}");
                    (reached == from || ReplacementMoves.From(from).Contains(reached)).ShouldBeTrue();
                }
                else
                {
                    Should.Throw<RuleBroken>(() => verb.Do(replacement), $"{verb.Name} in {from}").Code.ShouldBe("replacement.illegal_move");
                    replacement.State.ShouldBe(from);
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
