using Komeji.Domain.Accounts;
using Komeji.Domain.Common;

namespace Komeji.Domain.CallCentre;

/// <summary>
/// What somebody called, wrote or came about (tiket call center), until the cooperative has answered and the person has nothing to add.
/// It moves no money and decides no complaint: it leads to where that is done.
/// </summary>
public sealed class Ticket : StatefulAggregate
{
    public const string StepSubject = "tiket";
    public const int LongestStory = 1_000;
    public const int LongestWord = 500;

    Ticket() { }

    public TicketId Id { get; private set; }

    /// <summary><c>TKT-20261005-K7P2QX</c></summary>
    public string Number { get; private set; } = "";
    public TicketChannel Channel { get; private set; }
    public TicketUrgency Urgency { get; private set; }
    public string Subject { get; private set; } = "";
    public string Story { get; private set; } = "";

    /// <summary>Whose matter it is; null where the caller has no account, or did not prove whose it is.</summary>
    public UserId? PersonId { get; private set; }
    public OrderId? OrderId { get; private set; }
    public string CallerName { get; private set; } = "";

    /// <summary>As <see cref="Contact"/> writes it, or empty.</summary>
    public string CallerContact { get; private set; } = "";
    public TicketState State { get; private set; }
    public UserId OpenedBy { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>Who handles it; null while it is new.</summary>
    public UserId? AssigneeId { get; private set; }
    public DateTimeOffset AnswerBefore { get; private set; }

    /// <summary>When the person first heard of what is done: an answer, or what is still needed from her.</summary>
    public DateTimeOffset? FirstAnsweredAt { get; private set; }

    /// <summary>Moves on by the working time for which the ticket waited for the person.</summary>
    public DateTimeOffset SolveBefore { get; private set; }

    /// <summary>Since when it waits for the person.</summary>
    public DateTimeOffset? PausedAt { get; private set; }
    public DateTimeOffset? SolvedAt { get; private set; }

    /// <summary>When an answered ticket closes by itself.</summary>
    public DateTimeOffset? ClosesAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>How often it was opened again.</summary>
    public int Reopened { get; private set; }

    /// <exception cref="RuleBroken"><c>ticket.not_staff</c>, <c>staff.own_case</c>, <c>ticket.subject</c>, <c>ticket.story</c>, <c>ticket.caller</c>, <c>contact.unreadable</c></exception>
    public static Ticket Open(string number, TicketFacts facts, Actor by, TicketTerms terms, DateTimeOffset now)
    {
        CallCentreStaff.Require(by, facts.Person);
        var ticket = new Ticket
        {
            Id = TicketId.New(now),
            Number = number,
            Channel = facts.Channel,
            Urgency = facts.Urgency,
            Subject = Told(facts.Subject, 5, 120, "ticket.subject", "Tulis pokok masalahnya, 5 sampai 120 huruf."),
            Story = Told(facts.Story, 10, LongestStory, "ticket.story", "Tulis apa yang disampaikan, 10 sampai 1.000 huruf."),
            PersonId = facts.Person,
            OrderId = facts.Order,
            OpenedBy = new UserId(by.UserId!.Value),
            OpenedAt = now,
            AnswerBefore = terms.AnswerBefore(facts.Urgency, now),
            SolveBefore = terms.SolveBefore(now),
        };
        ticket.Name(facts);
        ticket.Record(new StateChange(StepSubject, ticket.Id.Value, "", nameof(TicketState.New), by, now, "opened"));
        ticket.Raise(new TicketMoved(ticket.Id, "", TicketState.New, ticket.Subject));
        return ticket;
    }

    /// <summary>Somebody takes it, or it goes to a colleague. A new ticket is handled from then on.</summary>
    /// <exception cref="RuleBroken"><c>ticket.not_staff</c>, <c>staff.own_case</c>, <c>ticket.own_assignee</c>, <c>ticket.same_assignee</c>, <c>ticket.illegal_move</c></exception>
    public void Assign(UserId to, string note, Actor by, DateTimeOffset now)
    {
        CallCentreStaff.Require(by, PersonId);
        if (to == PersonId)
        {
            throw new RuleBroken("ticket.own_assignee", "Ini tiket tentang petugas itu sendiri. Pilih petugas lain.");
        }

        if (State == TicketState.Closed)
        {
            throw Illegal();
        }

        if (AssigneeId == to)
        {
            throw new RuleBroken("ticket.same_assignee", "Tiket ini sudah dipegang petugas itu.");
        }

        var code = to.Value == by.UserId ? "taken" : "assigned";
        var said = Cut(note);
        if (State == TicketState.New)
        {
            Step(TicketState.Handled, by, code, said, now);
        }
        else
        {
            Record(new StateChange(StepSubject, Id.Value, State.ToString(), State.ToString(), by, now, code, said));
        }

        AssigneeId = to;
        Raise(new TicketAssigned(Id, to, new UserId(by.UserId!.Value)));
    }

    /// <summary>The person is told what is still needed from her; until she answers the clock of the solution stands still.</summary>
    /// <exception cref="RuleBroken"><c>ticket.not_staff</c>, <c>staff.own_case</c>, <c>ticket.word</c>, <c>ticket.illegal_move</c></exception>
    public void AskCustomer(string question, Actor by, DateTimeOffset now)
    {
        Go([TicketState.Handled], TicketState.AwaitingCustomer, by, "asked_customer", question, now);
        FirstAnsweredAt ??= now;
        PausedAt = now;
    }

    /// <summary>A shop, a courier, a bank or a colleague has to say something first.</summary>
    /// <inheritdoc cref="AskCustomer"/>
    public void AwaitOthers(string whom, Actor by, DateTimeOffset now) =>
        Go([TicketState.Handled], TicketState.AwaitingOthers, by, "awaits_others", whom, now);

    /// <summary>What was waited for has come.</summary>
    /// <inheritdoc cref="AskCustomer"/>
    public void Resume(string what, Actor by, TicketTerms terms, DateTimeOffset now)
    {
        Go([TicketState.AwaitingCustomer, TicketState.AwaitingOthers], TicketState.Handled, by, "resumed", what, now);
        GoOn(terms, now);
    }

    /// <summary>The person has her answer. Without another word of hers the ticket closes by itself.</summary>
    /// <inheritdoc cref="AskCustomer"/>
    public void Answer(string answer, Actor by, TicketTerms terms, DateTimeOffset now)
    {
        Go([TicketState.Handled, TicketState.AwaitingCustomer, TicketState.AwaitingOthers], TicketState.Answered, by, "answered", answer, now);
        GoOn(terms, now);
        FirstAnsweredAt ??= now;
        SolvedAt = now;
        ClosesAt = terms.Calendar.AddWorkingDays(now, terms.CloseDays);
    }

    /// <summary>The person says that it is settled.</summary>
    /// <inheritdoc cref="AskCustomer"/>
    public void Close(string word, Actor by, DateTimeOffset now)
    {
        Go([TicketState.Answered], TicketState.Closed, by, "closed", word, now);
        (ClosedAt, ClosesAt) = (now, null);
    }

    /// <summary>The clock closes what nobody said anything more about.</summary>
    /// <returns>False when it is not so.</returns>
    public bool CloseBySilence(DateTimeOffset now)
    {
        if (State != TicketState.Answered || ClosesAt is not { } at || at > now)
        {
            return false;
        }

        Step(TicketState.Closed, Actor.System, "closed_by_silence", "", now);
        (ClosedAt, ClosesAt) = (now, null);
        return true;
    }

    /// <summary>The person says that it is not settled; the clock of the solution begins anew.</summary>
    /// <exception cref="RuleBroken"><c>ticket.not_staff</c>, <c>staff.own_case</c>, <c>ticket.word</c>, <c>ticket.illegal_move</c>, <c>ticket.too_late</c></exception>
    public void Reopen(string why, Actor by, TicketTerms terms, DateTimeOffset now)
    {
        CallCentreStaff.Require(by, PersonId);
        if (ClosedAt is { } closed && now > closed.AddDays(terms.ReopenDays))
        {
            throw new RuleBroken("ticket.too_late", $"Tiket ini sudah selesai lebih dari {terms.ReopenDays} hari. Buka tiket baru dan sebut nomor ini.");
        }

        Go([TicketState.Answered, TicketState.Closed], TicketState.Handled, by, "reopened", why, now);
        (SolvedAt, ClosesAt, ClosedAt) = (null, null, null);
        SolveBefore = terms.SolveBefore(now);
        Reopened++;
    }

    void Name(TicketFacts facts)
    {
        if (facts.Person is not null)
        {
            return;
        }

        CallerName = PlainText.Name(facts.CallerName);
        if (CallerName.Length is < 2 or > 80)
        {
            throw new RuleBroken("ticket.caller", "Tulis nama penelepon, 2 sampai 80 huruf, atau pilih akunnya dahulu.");
        }

        CallerContact = facts.Channel == TicketChannel.InPerson && facts.CallerContact.Trim().Length == 0 ? "" : Contact.Require(facts.CallerContact).Value;
    }

    void GoOn(TicketTerms terms, DateTimeOffset now)
    {
        // What was late before it waited for the person stays late.
        if (PausedAt is { } since && since < SolveBefore)
        {
            SolveBefore = terms.Hours.Add(now, terms.Hours.Between(since, SolveBefore));
        }

        PausedAt = null;
    }

    void Go(IReadOnlyList<TicketState> from, TicketState to, Actor by, string code, string word, DateTimeOffset now)
    {
        CallCentreStaff.Require(by, PersonId);
        if (!from.Contains(State))
        {
            throw Illegal();
        }

        Step(to, by, code, Told(word, 5, LongestWord, "ticket.word", "Tulis apa yang disampaikan atau ditunggu, 5 sampai 500 huruf."), now);
    }

    void Step(TicketState to, Actor by, string code, string note, DateTimeOffset now)
    {
        if (!TicketMoves.From(State).Contains(to))
        {
            throw Illegal();
        }

        Record(new StateChange(StepSubject, Id.Value, State.ToString(), to.ToString(), by, now, code, note));
        Raise(new TicketMoved(Id, State.ToString(), to, note));
        State = to;
    }

    static RuleBroken Illegal() => new("ticket.illegal_move", "Keadaan tiket ini sudah berubah. Muat ulang halaman untuk melihat yang terbaru.");

    static string Cut(string note) => PlainText.Cut(note.Trim(), LongestWord);

    static string Told(string text, int least, int most, string code, string refusal)
    {
        if (CardNumbers.AreIn(text))
        {
            throw new RuleBroken("ticket.card", "Jangan tulis nomor kartu di sini. Empat angka terakhirnya cukup.");
        }

        return text.Trim() is { } told && told.Length >= least && told.Length <= most ? told : throw new RuleBroken(code, refusal);
    }
}
