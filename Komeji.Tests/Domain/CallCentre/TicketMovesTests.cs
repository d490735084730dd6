using Komeji.Domain.Accounts;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.CallCentre;

public sealed class TicketMovesTests
{
    /// <summary>Monday 5 October 2026, 09.00 WIB.</summary>
    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);
    static readonly Guid Officer = new("00000000-0000-0000-0000-000000000001");
    static readonly UserId Colleague = new(new Guid("00000000-0000-0000-0000-000000000002"));
    static readonly UserId Caller = new(new Guid("00000000-0000-0000-0000-000000000003"));
    static readonly WorkingCalendar Calendar = new([]);
    static readonly TicketTerms Terms = new(new ServiceHours(Calendar, 8, 16), Calendar, 4, 12, 24, 5, 3, 7);
    static readonly Actor Agent = Actor.Staff(Officer, Roles.CallCentre);

    static readonly IReadOnlyList<TicketState> States = Enum.GetValues<TicketState>();

    static readonly IReadOnlyList<(string Verb, Action<Ticket, Actor> Act)> Verbs =
    [
        ("assign", (t, by) => t.Assign(Colleague, "", by, Now)),
        ("ask", (t, by) => t.AskCustomer("Nomor resinya berapa?", by, Now)),
        ("await", (t, by) => t.AwaitOthers("Menunggu kurir", by, Now)),
        ("resume", (t, by) => t.Resume("Kurir menjawab", by, Terms, Now)),
        ("answer", (t, by) => t.Answer("Paket tiba besok", by, Terms, Now)),
        ("close", (t, by) => t.Close("Pelapor puas", by, Now)),
        ("reopen", (t, by) => t.Reopen("Paket tetap tidak datang", by, Terms, Now)),
    ];

    /// <summary>Where each verb leads from New, Handled, AwaitingCustomer, AwaitingOthers, Answered and Closed; null is refused.</summary>
    static readonly Dictionary<string, TicketState?[]> Table = new()
    {
        ["assign"] = [TicketState.Handled, TicketState.Handled, TicketState.AwaitingCustomer, TicketState.AwaitingOthers, TicketState.Answered, null],
        ["ask"] = [null, TicketState.AwaitingCustomer, null, null, null, null],
        ["await"] = [null, TicketState.AwaitingOthers, null, null, null, null],
        ["resume"] = [null, null, TicketState.Handled, TicketState.Handled, null, null],
        ["answer"] = [null, TicketState.Answered, TicketState.Answered, TicketState.Answered, null, null],
        ["close"] = [null, null, null, null, TicketState.Closed, null],
        ["reopen"] = [null, null, null, null, TicketState.Handled, TicketState.Handled],
    };

    static Ticket Opened(TicketUrgency urgency = TicketUrgency.Complaint, UserId? person = null) => Ticket.Open(
        "TKT-20261005-AAAAAA", new TicketFacts(TicketChannel.Phone, urgency, "Paket belum datang", "Sudah lima hari paket belum datang.", "Budi", "0812-3456-7890", person, null), Agent, Terms, Now);

    [Theory]
    [InlineData("Kartunya 4111 1111 1111 1111, tagihan ganda", true)]
    [InlineData("Kartunya 4111111111111111", true)]
    [InlineData("Ditagih ke 4111 1111 1111 1112, hubungi 0812-3456-7890", false)]
    [InlineData("Pesanan KMJ-20261005-234567, ponsel +6281234567890", false)]
    public void A_card_number_is_not_written_down(string story, bool holdsCard)
    {
        Action open = () => Ticket.Open(
            "TKT-20261005-AAAAAA", new TicketFacts(TicketChannel.Phone, TicketUrgency.Urgent, "Tagihan ganda", story, "Budi", "0812-3456-7890", null, null), Agent, Terms, Now);
        (RuleBroken.By(open)?.Code).ShouldBe(holdsCard ? "ticket.card" : null);
    }

    static Ticket In(TicketState state)
    {
        var ticket = Opened();
        string[] way = state switch
        {
            TicketState.New => [],
            TicketState.Handled => ["take"],
            TicketState.AwaitingCustomer => ["take", "ask"],
            TicketState.AwaitingOthers => ["take", "await"],
            TicketState.Answered => ["take", "answer"],
            TicketState.Closed => ["take", "answer", "close"],
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
        foreach (var step in way)
        {
            if (step == "take")
            {
                ticket.Assign(new UserId(Officer), "", Agent, Now);
            }
            else
            {
                Verbs.Single(v => v.Verb == step).Act(ticket, Agent);
            }
        }

        ticket.State.ShouldBe(state);
        return ticket;
    }

    [Fact]
    public void The_diagram_of_the_docs_draws_the_legal_moves() => StateDiagram.ShouldMatch<TicketState>("call-centre.md", "A ticket", TicketMoves.From);

    [Fact]
    public void Every_verb_does_in_every_state_for_every_role_what_the_table_says()
    {
        foreach (var role in Roles.All.Concat(["pembeli", "penjual", "staf_toko", Actor.KeeperRole, "sistem"]))
        {
            var by = new Actor(Officer, role);
            foreach (var from in States)
            {
                foreach (var (verb, act) in Verbs)
                {
                    var ticket = In(from);
                    var steps = ticket.NewSteps.Count;
                    var to = CallCentreStaff.MayServe.Contains(role) ? Table[verb][(int)from] : null;
                    if (to is { } there)
                    {
                        act(ticket, by);
                        (ticket.State, ticket.NewSteps.Count).ShouldBe((there, steps + 1), $"{role} {verb} from {from}");
                        (there == from || TicketMoves.From(from).Contains(there)).ShouldBeTrue();
                    }
                    else
                    {
                        Should.Throw<RuleBroken>(() => act(ticket, by), $"{role} {verb} from {from}").Code
                            .ShouldBe(CallCentreStaff.MayServe.Contains(role) ? "ticket.illegal_move" : "ticket.not_staff", $"{role} {verb} from {from}");
                        (ticket.State, ticket.NewSteps.Count).ShouldBe((from, steps), $"{role} {verb} from {from}");
                    }
                }
            }
        }
    }

    [Fact]
    public void Each_kind_has_its_clock_in_working_hours()
    {
        Opened(TicketUrgency.Urgent).AnswerBefore.ShouldBe(Now.AddHours(4));
        Opened().AnswerBefore.ShouldBe(Now.AddDays(1).AddHours(4)); // seven hours on Monday, five on Tuesday: 13.00
        Opened(TicketUrgency.Ordinary).AnswerBefore.ShouldBe(Now.AddDays(3)); // 7 + 8 + 8 + 1: Thursday 09.00
        Opened().SolveBefore.ShouldBe(Now.AddDays(7));
    }

    [Fact]
    public void Waiting_for_the_person_moves_the_solution_and_nothing_else()
    {
        var ticket = In(TicketState.AwaitingCustomer);
        var before = ticket.AnswerBefore;
        ticket.FirstAnsweredAt.ShouldBe(Now);
        ticket.Resume("Pelapor menjawab", Agent, Terms, Now.AddDays(2)); // sixteen working hours later
        ticket.SolveBefore.ShouldBe(Now.AddDays(9));
        (ticket.AnswerBefore, ticket.PausedAt).ShouldBe((before, null));
        ticket.AwaitOthers("Menunggu kurir", Agent, Now.AddDays(2));
        ticket.Resume("Kurir menjawab", Agent, Terms, Now.AddDays(3));
        ticket.SolveBefore.ShouldBe(Now.AddDays(9));
    }

    [Fact]
    public void What_was_late_before_it_waited_stays_late()
    {
        var ticket = In(TicketState.Handled);
        ticket.AskCustomer("Nomor resinya berapa?", Agent, Now.AddDays(8));
        ticket.Answer("Paket tiba besok", Agent, Terms, Now.AddDays(10));
        ticket.SolveBefore.ShouldBe(Now.AddDays(7));
        ticket.SolvedAt.ShouldBe(Now.AddDays(10));
    }

    [Fact]
    public void An_answer_without_another_word_closes_by_itself()
    {
        var ticket = In(TicketState.Answered);
        ticket.ClosesAt.ShouldBe(Now.AddDays(3));
        ticket.CloseBySilence(Now.AddDays(3).AddSeconds(-1)).ShouldBeFalse();
        ticket.CloseBySilence(Now.AddDays(3)).ShouldBeTrue();
        (ticket.State, ticket.ClosedAt, ticket.NewSteps[^1].ActorRole).ShouldBe((TicketState.Closed, Now.AddDays(3), "sistem"));
        foreach (var state in States.Where(s => s != TicketState.Answered))
        {
            In(state).CloseBySilence(Now.AddDays(60)).ShouldBeFalse(state.ToString());
        }
    }

    [Fact]
    public void It_is_opened_again_within_seven_days_and_its_solution_begins_anew()
    {
        var late = In(TicketState.Closed);
        Should.Throw<RuleBroken>(() => late.Reopen("Belum datang juga", Agent, Terms, Now.AddDays(7).AddSeconds(1))).Code.ShouldBe("ticket.too_late");
        var ticket = In(TicketState.Closed);
        ticket.Reopen("Belum datang juga", Agent, Terms, Now.AddDays(7));
        (ticket.State, ticket.SolvedAt, ticket.ClosedAt, ticket.Reopened).ShouldBe((TicketState.Handled, null, null, 1));
        ticket.SolveBefore.ShouldBe(Now.AddDays(14));
        ticket.FirstAnsweredAt.ShouldBe(Now);
    }

    [Fact]
    public void Nobody_serves_their_own_matter()
    {
        var own = Actor.Staff(Caller.Value, Roles.Operator);
        Should.Throw<RuleBroken>(() => Ticket.Open("TKT-1", new TicketFacts(TicketChannel.Phone, TicketUrgency.Urgent, "Paket saya", "Paket saya belum datang.", "", "", Caller, null), own, Terms, Now)).Code.ShouldBe("staff.own_case");
        var ticket = Opened(person: Caller);
        Should.Throw<RuleBroken>(() => ticket.Assign(Caller, "", own, Now)).Code.ShouldBe("staff.own_case");
        Should.Throw<RuleBroken>(() => ticket.Assign(Caller, "", Agent, Now)).Code.ShouldBe("ticket.own_assignee");
        ticket.Assign(Colleague, "", Agent, Now);
        Should.Throw<RuleBroken>(() => ticket.Assign(Colleague, "", Agent, Now)).Code.ShouldBe("ticket.same_assignee");
        Should.Throw<RuleBroken>(() => ticket.Answer("Sudah saya jawab", own, Terms, Now)).Code.ShouldBe("staff.own_case");
        Should.Throw<RuleBroken>(() => CaseNote.Write(CaseSubject.Person, Caller.Value, Caller, "Orang yang baik", own, Now)).Code.ShouldBe("staff.own_case");
    }

    [Fact]
    public void A_caller_without_an_account_has_a_name_and_a_way_to_be_answered()
    {
        static Ticket Of(string name, string contact, TicketChannel channel) => Ticket.Open(
            "TKT-1", new TicketFacts(channel, TicketUrgency.Ordinary, "Cara berjualan", "Ingin tahu cara berjualan.", name, contact, null, null), Agent, Terms, Now);
        Should.Throw<RuleBroken>(() => Of("", "0812-3456-7890", TicketChannel.Phone)).Code.ShouldBe("ticket.caller");
        Should.Throw<RuleBroken>(() => Of("Budi", "", TicketChannel.Phone)).Code.ShouldBe("contact.unreadable");
        Of("Budi", "0812-3456-7890", TicketChannel.WhatsApp).CallerContact.ShouldBe("+6281234567890");
        Of("Budi", "", TicketChannel.InPerson).CallerContact.ShouldBe("");
    }

    [Fact]
    public void A_whole_account_number_is_an_operators_to_see()
    {
        static DataReveal Of(string role, RevealedThing what, string why) => DataReveal.Of(CaseSubject.Person, Caller.Value, "Siti", what, why, Actor.Staff(Officer, role), Now);
        Should.Throw<RuleBroken>(() => Of(Roles.CallCentre, RevealedThing.Account, "Mencocokkan rekening")).Code.ShouldBe("reveal.role");
        Should.Throw<RuleBroken>(() => Of(Roles.Finance, RevealedThing.Contact, "Mencocokkan nomor")).Code.ShouldBe("ticket.not_staff");
        Should.Throw<RuleBroken>(() => Of(Roles.CallCentre, RevealedThing.Contact, " a ")).Code.ShouldBe("reveal.why");
        Of(Roles.Operator, RevealedThing.Account, "Mencocokkan rekening").What.ShouldBe(RevealedThing.Account);
    }
}
