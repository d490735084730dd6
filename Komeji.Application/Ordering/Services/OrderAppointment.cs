using Komeji.Domain.Catalog;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Ordering.Services;

/// <summary>An order's appointment, for its pages.</summary>
/// <param name="FreeCancelUntil">Until then the buyer cancels without asking.</param>
/// <param name="ProposedStart">Another time the shop asks for; null when none is open.</param>
public sealed record OrderAppointment(
    ServicePlace Place, DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset FreeCancelUntil, DateTimeOffset? StartedAt,
    string HandoverNote, DateTimeOffset? ProposedStart, string ProposalNote)
{
    internal static OrderAppointment? Of(Appointment? appointment) => appointment is not { } a
        ? null
        : new OrderAppointment(a.Place, a.StartsAt, a.EndsAt, a.FreeCancelUntil, a.StartedAt, a.HandoverNote, a.ProposedStart, a.ProposalNote);
}
