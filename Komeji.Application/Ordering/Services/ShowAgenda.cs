using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Services;

/// <summary>A seller's appointments of a day, and how many there are on the days around it.</summary>
/// <param name="Day">In WIB; null for today.</param>
public sealed record ShowAgenda(DateOnly? Day) : IQuery<AgendaPage>
{
    const int DaysShown = 7;

    static readonly OrderState[] Kept = [OrderState.AwaitingSeller, OrderState.Processing, OrderState.Delivered, OrderState.Completed];

    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<ShowAgenda, AgendaPage>
    {
        public async Task<AgendaPage> Handle(ShowAgenda request, CancellationToken cancellationToken)
        {
            var today = Wib.DayOf(clock.GetUtcNow());
            var day = request.Day ?? today;
            var (from, until) = (Wib.StartOf(day), Wib.StartOf(day.AddDays(DaysShown)));
            var rows = await db.Orders.AsNoTracking().SoldBy(await desk.At(ShopRights.Orders, cancellationToken))
                .Where(o => o.Appointment != null && Kept.Contains(o.State) && o.Appointment.StartsAt < until && o.Appointment.EndsAt > from)
                .OrderBy(o => o.Appointment!.StartsAt).ThenBy(o => o.Id)
                .Select(o => new AgendaRow(
                    o.Number, o.State, o.Appointment!.StartedAt, o.Appointment.StartsAt, o.Appointment.EndsAt, o.Appointment.Place,
                    o.Lines.Select(l => l.ProductName).First(), o.Lines.Select(l => l.Quantity).First(), o.Destination.Recipient, o.Destination.Phone,
                    o.Destination.Street + (o.Destination.Region.Length > 0 ? ", " + o.Destination.Region : ""), o.Appointment.ProposedStart, o.CancellationAskedAt != null))
                .ToListAsync(cancellationToken);
            var days = Enumerable.Range(0, DaysShown).Select(day.AddDays).Select(d => new AgendaDay(d, rows.Count(r => r.IsOn(d)))).ToList();
            return new AgendaPage(day, today, days, [.. rows.Where(r => r.IsOn(day))]);
        }
    }
}

/// <param name="Days">The chosen day and those after it.</param>
public sealed record AgendaPage(DateOnly Day, DateOnly Today, IReadOnlyList<AgendaDay> Days, IReadOnlyList<AgendaRow> Rows);

public sealed record AgendaDay(DateOnly Day, int Appointments);

/// <param name="Where">The buyer's address; empty unless the service is done there.</param>
/// <param name="ProposedStart">Another time asked for, not answered yet.</param>
public sealed record AgendaRow(
    string Number, OrderState State, DateTimeOffset? StartedAt, DateTimeOffset StartsAt, DateTimeOffset EndsAt, ServicePlace Place,
    string Service, int Quantity, string Buyer, string Phone, string Where, DateTimeOffset? ProposedStart, bool CancellationAsked)
{
    public Enum Shown => ServiceStages.Shown(State, isService: true, StartedAt is not null);

    public bool IsOn(DateOnly day) => StartsAt < Wib.StartOf(day.AddDays(1)) && EndsAt > Wib.StartOf(day);
}
