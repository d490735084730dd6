using Komeji.Application.Common;
using Komeji.Application.Legal.Office;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <summary>Which tickets are looked at.</summary>
public enum TicketGroup
{
    /// <summary>Not answered for good.</summary>
    Open,

    /// <summary>Open ones of whoever looks.</summary>
    Mine,

    /// <summary>A clock of theirs has run out.</summary>
    Overdue,
    Answered,
    Closed,
    All,
}

/// <param name="Words">A number, or a part of the subject.</param>
public sealed record TicketFilter(TicketGroup Group, TicketChannel? Channel, TicketUrgency? Urgency, string Words);

/// <param name="Caller">The person's name, or the caller's.</param>
/// <param name="Contact">Masked; empty where the person has an account.</param>
public sealed record TicketRow(
    string Number, TicketChannel Channel, TicketUrgency Urgency, string Subject, string Caller, string Contact, string? Order, TicketState State, string? Assignee,
    DateTimeOffset OpenedAt, DateTimeOffset AnswerBefore, DateTimeOffset? FirstAnsweredAt, DateTimeOffset SolveBefore, DateTimeOffset? SolvedAt, DateTimeOffset? PausedAt)
{
    /// <summary>The clock that counts next; null when both have been kept or missed for good, or while the ticket waits for the person.</summary>
    public DateTimeOffset? Deadline => FirstAnsweredAt is null ? AnswerBefore : SolvedAt is null && (PausedAt is null || PausedAt >= SolveBefore) ? (DateTimeOffset?)SolveBefore : null;

    public bool IsOverdue(DateTimeOffset now) => Deadline < now;
}

/// <summary>How lists and files of tickets find them.</summary>
static class TicketLists
{
    /// <summary>Its first answer or its solution is late. While it waits for the person nothing runs out that had not run out before.</summary>
    public static IQueryable<Ticket> Overdue(this IQueryable<Ticket> tickets, DateTimeOffset now) =>
        tickets.Where(t => t.State != TicketState.Closed
            && ((t.FirstAnsweredAt == null && t.AnswerBefore < now) || (t.SolvedAt == null && t.SolveBefore < now && (t.PausedAt == null || t.PausedAt >= t.SolveBefore))));

    public static IQueryable<Ticket> Asked(this IKomejiDb db, TicketFilter filter, UserId me, DateTimeOffset now)
    {
        var tickets = db.Tickets.AsNoTracking();
        UserId? mine = me;
        tickets = filter.Group switch
        {
            TicketGroup.Open => tickets.Where(t => t.State != TicketState.Answered && t.State != TicketState.Closed),
            TicketGroup.Mine => tickets.Where(t => t.AssigneeId == mine && t.State != TicketState.Closed),
            TicketGroup.Overdue => tickets.Overdue(now),
            TicketGroup.Answered => tickets.Where(t => t.State == TicketState.Answered),
            TicketGroup.Closed => tickets.Where(t => t.State == TicketState.Closed),
            _ => tickets,
        };
        tickets = filter.Channel is { } channel ? tickets.Where(t => t.Channel == channel) : tickets;
        tickets = filter.Urgency is { } urgency ? tickets.Where(t => t.Urgency == urgency) : tickets;
        return Named(tickets, filter.Words.Trim());
    }

    /// <summary>With the names of people and orders; contacts masked.</summary>
    public static async Task<IReadOnlyList<TicketRow>> Rows(this IKomejiDb db, IReadOnlyList<Ticket> tickets, CancellationToken cancellationToken)
    {
        var names = await db.NamesOf(tickets.SelectMany(t => new[] { t.PersonId?.Value, t.AssigneeId?.Value }), cancellationToken);
        var ids = tickets.Select(t => t.OrderId).OfType<OrderId>().Distinct().ToList();
        var orders = await db.Orders.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Number }).ToDictionaryAsync(o => o.Id, o => o.Number, cancellationToken);
        return
        [
            .. tickets.Select(t => new TicketRow(
                t.Number, t.Channel, t.Urgency, t.Subject,
                t.PersonId is { } person ? names.GetValueOrDefault(person.Value, "") : t.CallerName, Masked.Contact(t.CallerContact),
                t.OrderId is { } order ? orders.GetValueOrDefault(order) : null, t.State,
                t.AssigneeId is { } assignee ? names.GetValueOrDefault(assignee.Value, "petugas") : null,
                t.OpenedAt, t.AnswerBefore, t.FirstAnsweredAt, t.SolveBefore, t.SolvedAt, t.PausedAt)),
        ];
    }

#pragma warning disable CA1304, CA1311, CA1862 // Translated to the database's lower().
    static IQueryable<Ticket> Named(IQueryable<Ticket> tickets, string words)
    {
        var (number, lower) = (words.ToUpperInvariant(), words.ToLowerInvariant());
        return words.Length == 0 ? tickets
            : number.StartsWith("TKT-", StringComparison.Ordinal) ? tickets.Where(t => t.Number.StartsWith(number))
            : tickets.Where(t => t.Subject.ToLower().Contains(lower));
    }
#pragma warning restore CA1304, CA1311, CA1862
}
