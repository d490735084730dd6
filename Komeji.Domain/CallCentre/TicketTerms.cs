using Komeji.Domain.Common;

namespace Komeji.Domain.CallCentre;

/// <summary>The clocks of tickets, as they hold at a moment.</summary>
/// <param name="UrgentHours">Working hours until the first answer, here and in the two that follow.</param>
/// <param name="SolveDays">Working days until the ticket is answered for good.</param>
/// <param name="CloseDays">Working days an answer waits for a word of the person before the ticket closes by itself.</param>
/// <param name="ReopenDays">Days after its end in which a ticket can be opened again.</param>
public sealed record TicketTerms(
    ServiceHours Hours, WorkingCalendar Calendar, int UrgentHours, int ComplaintHours, int OrdinaryHours, int SolveDays, int CloseDays, int ReopenDays)
{
    public int AnswerHours(TicketUrgency urgency) => urgency switch
    {
        TicketUrgency.Urgent => UrgentHours,
        TicketUrgency.Complaint => ComplaintHours,
        TicketUrgency.Ordinary => OrdinaryHours,
        _ => throw new ArgumentOutOfRangeException(nameof(urgency), urgency, null),
    };

    public DateTimeOffset AnswerBefore(TicketUrgency urgency, DateTimeOffset from) => Hours.Add(from, TimeSpan.FromHours(AnswerHours(urgency)));

    public DateTimeOffset SolveBefore(DateTimeOffset from) => Hours.Add(from, SolveDays * Hours.Day);
}

/// <summary>What somebody called about.</summary>
/// <param name="CallerName">Empty where the person has an account.</param>
/// <param name="CallerContact">E-mail or mobile number to answer to; empty where the person has an account, or came in person.</param>
public sealed record TicketFacts(
    TicketChannel Channel, TicketUrgency Urgency, string Subject, string Story, string CallerName, string CallerContact, UserId? Person, OrderId? Order);

/// <summary>A ticket came into a state. From is empty for one just opened.</summary>
/// <param name="Note">What was told to the person, or why.</param>
public sealed record TicketMoved(TicketId Id, string From, TicketState To, string Note);

/// <summary>Somebody is to handle a ticket.</summary>
/// <param name="By">Who said so; the same person who takes it herself.</param>
public sealed record TicketAssigned(TicketId Id, UserId To, UserId By);
