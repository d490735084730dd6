using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Ordering;
using Komeji.Tests.Support;
using static Komeji.Tests.Support.ComplaintCase;

namespace Komeji.Tests.Domain.Complaints;

/// <summary>Every verb of a complaint, as everyone, in every state: it does its one move, or it is refused and nothing has happened.</summary>
public sealed class ComplaintMovesTests
{
    /// <summary>Every clock has run out, and everything that may be asked for later may be asked for.</summary>
    static readonly DateTimeOffset Later = Now.AddDays(30);

    static readonly ComplaintState[] Passed = [ComplaintState.Submitted, ComplaintState.Agreed, ComplaintState.FinalDecided];

    static readonly (string Name, Actor Actor)[] Everyone = [("buyer", Buyer), ("seller", Seller), ("call centre", ComplaintCase.CallCentre), ("officer", Officer), ("second officer", Second)];

    static readonly string[] Anyone = [.. Everyone.Select(e => e.Name)];
    static readonly string[] Parties = ["buyer", "seller"];
    static readonly string[] Staff = ["call centre", "officer", "second officer"];

    /// <summary>A verb and, for each state that knows it, where it leads and for whom.</summary>
    static readonly (string Name, Action<Complaint, Order, Actor> Act, (ComplaintState From, ComplaintState To, string[] Who)[] Moves)[] Verbs =
    [
        ("submit", (c, o, a) => c.Submit(o, NoneTaken, a, Terms(), Later), [(ComplaintState.Draft, ComplaintState.AwaitingSeller, ["buyer", .. Staff])]),
        ("discard", (c, _, a) => c.Discard(a, Later), [(ComplaintState.Draft, ComplaintState.Cancelled, ["buyer"])]),
        ("propose", (c, _, a) => c.Propose(Part(c, 4_000), "Sedikit retak", a, Terms(), Later),
            [(ComplaintState.AwaitingSeller, ComplaintState.Negotiating, ["seller"]), (ComplaintState.Negotiating, ComplaintState.Negotiating, Parties)]),
        ("accept", (c, _, a) => c.Accept(c.Current?.Number ?? 1, a, Terms(), Later),
            [(ComplaintState.AwaitingSeller, ComplaintState.Executing, ["seller"]), (ComplaintState.Negotiating, ComplaintState.Executing, ["buyer"])]),
        ("ask for help", (c, _, a) => c.AskForHelp("Tidak sepakat", a, Terms(), Later),
            [(ComplaintState.AwaitingSeller, ComplaintState.Mediation, Staff), (ComplaintState.Negotiating, ComplaintState.Mediation, Anyone)]),
        ("cancel", (c, _, a) => c.Cancel("Ternyata utuh", a, Later),
            [(ComplaintState.AwaitingSeller, ComplaintState.Cancelled, ["buyer"]), (ComplaintState.Negotiating, ComplaintState.Cancelled, ["buyer"])]),
        ("note a return sent", (c, _, a) => c.NoteReturnSent(a, Later), [(ComplaintState.AwaitingReturn, ComplaintState.AwaitingReturn, Anyone)]),
        ("count a return", (c, _, _) => c.CountReturn(new Dictionary<OrderLineId, int> { [c.Items[0].OrderLineId] = 1 }, Terms(), Later), [(ComplaintState.AwaitingReturn, ComplaintState.Executing, Anyone)]),
        ("give a return up", (c, _, _) => c.GiveUpReturn(Later), [(ComplaintState.AwaitingReturn, ComplaintState.ClosedNoReply, Anyone)]),
        ("ask for evidence", (c, _, a) => c.AskForEvidence("Foto kemasan", a, Terms(), Later), [(ComplaintState.Mediation, ComplaintState.AwaitingEvidence, ["officer"])]),
        ("go on", (c, _, a) => c.GoOn(a, Terms(), Later), [(ComplaintState.AwaitingEvidence, ComplaintState.Mediation, ["officer"])]),
        ("decide", (c, _, a) => c.Decide(Part(c, 9_000), Liability.OfSeller, "Foto jelas", false, a, Terms(), Later),
            [(ComplaintState.Mediation, ComplaintState.Decided, ["officer"]), (ComplaintState.Appealed, ComplaintState.Executing, ["second officer"])]),
        ("appeal", (c, _, a) => c.Appeal("Ada foto baru", a, Terms(), Later), [(ComplaintState.Decided, ComplaintState.Appealed, Parties)]),
        ("settle", (c, _, _) => c.Settle(RefundId.New(Later), Later), [(ComplaintState.Executing, ComplaintState.Resolved, Anyone)]),
        ("note goods sent", (c, _, _) => c.NoteGoodsSent(Later), []),
        ("note goods arrived", (c, _, _) => c.NoteSentArrived(Later), []),
        ("note goods not sent", (c, _, _) => c.NoteNotSent(Terms(), Later), []),
        ("reopen", (c, _, a) => c.Reopen("Dana sudah kembali", a, Terms(), Later), []),
    ];

    public static TheoryData<string, ComplaintState> EveryVerbInEveryState
    {
        get
        {
            var data = new TheoryData<string, ComplaintState>();
            foreach (var verb in Verbs)
            {
                foreach (var state in Enum.GetValues<ComplaintState>().Except(Passed))
                {
                    data.Add(verb.Name, state);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(EveryVerbInEveryState))]
    public void As_everyone_does_its_move_or_nothing(string name, ComplaintState from)
    {
        var verb = Verbs.Single(v => v.Name == name);
        foreach (var (who, actor) in Everyone)
        {
            var order = Orders.In(OrderState.Delivered);
            var complaint = In(from, order);
            complaint.TakeSteps();
            complaint.TakeEvents();
            var due = complaint.DueAt;
            if (verb.Moves.Where(m => m.From == from && m.Who.Contains(who)).Select(m => (ComplaintState?)m.To).SingleOrDefault() is { } to)
            {
                verb.Act(complaint, order, actor);
                complaint.State.ShouldBe(to, who);
                continue;
            }

            Should.Throw<RuleBroken>(() => verb.Act(complaint, order, actor), who).Code.ShouldStartWith("complaint.");
            (complaint.State, complaint.DueAt).ShouldBe((from, due), who);
            complaint.NewSteps.ShouldBeEmpty(who);
            complaint.Events.ShouldBeEmpty(who);
        }
    }

    /// <summary>Nobody says anything: what stood on the page happens, and nothing before its time.</summary>
    [Theory]
    [InlineData(ComplaintState.AwaitingSeller, ComplaintState.Executing)]
    [InlineData(ComplaintState.Negotiating, ComplaintState.ClosedNoReply)]
    [InlineData(ComplaintState.AwaitingReturn, ComplaintState.ClosedNoReply)]
    [InlineData(ComplaintState.AwaitingEvidence, ComplaintState.Mediation)]
    [InlineData(ComplaintState.Mediation, ComplaintState.Mediation)]
    [InlineData(ComplaintState.Appealed, ComplaintState.Appealed)]
    [InlineData(ComplaintState.Decided, ComplaintState.Executing)]
    [InlineData(ComplaintState.Executing, ComplaintState.Executing)]
    [InlineData(ComplaintState.Resolved, ComplaintState.Resolved)]
    [InlineData(ComplaintState.Draft, ComplaintState.Draft)]
    public void Silence_brings_what_was_known_beforehand(ComplaintState from, ComplaintState to)
    {
        var complaint = In(from, Orders.In(OrderState.Delivered));
        if (complaint.DueAt is { } due && complaint.OnSilence != ComplaintSilence.Nothing)
        {
            complaint.RunOut(Terms(), due.AddTicks(-1));
            complaint.State.ShouldBe(from);
        }

        complaint.RunOut(Terms(), Later);
        complaint.State.ShouldBe(to);
    }

    public static TheoryData<ComplaintState> EveryState
    {
        get
        {
            var data = new TheoryData<ComplaintState>();
            foreach (var state in Enum.GetValues<ComplaintState>())
            {
                data.Add(state);
            }

            return data;
        }
    }

    /// <summary>N × N, for every side: only what the table names is let pass.</summary>
    [Theory, MemberData(nameof(EveryState))]
    public void Only_the_named_side_makes_a_legal_move(ComplaintState from)
    {
        foreach (var to in Enum.GetValues<ComplaintState>())
        {
            foreach (var side in new[] { ComplaintSide.Buyer, ComplaintSide.Seller, ComplaintSide.CallCentre, ComplaintSide.Officer, ComplaintSide.System })
            {
                var refusal = RuleBroken.By(() => ComplaintMoves.Ensure(from, to, side));
                var who = ComplaintMoves.By(from, to);
                (refusal?.Code).ShouldBe(who == ComplaintSide.None ? "complaint.illegal_move" : who.HasFlag(side) ? null : "complaint.not_yours", $"{from} to {to} by {side}");
            }
        }
    }

    [Fact]
    public void The_diagram_of_the_docs_draws_the_legal_moves() => StateDiagram.ShouldMatch<ComplaintState>("complaints.md", "Complaint", ComplaintMoves.From);

    [Fact]
    public void What_is_over_has_no_way_out_and_no_clock()
    {
        foreach (var state in Enum.GetValues<ComplaintState>())
        {
            ComplaintMoves.IsFinal(state).ShouldBe(ComplaintMoves.From(state).Count == 0, state.ToString());
        }

        In(ComplaintState.Resolved, Orders.In(OrderState.Delivered)).DueAt.ShouldBeNull();
    }

    [Fact]
    public void A_person_without_a_side_moves_nothing()
    {
        foreach (var actor in new[] { Actor.Mentor(Guid.Empty, Guid.Empty), Actor.Staff(Guid.Empty, "keuangan"), Actor.Keeper(Guid.Empty) })
        {
            ComplaintMoves.SideOf(actor).ShouldBe(ComplaintSide.None);
        }
    }
}
