using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Services;

/// <summary>
/// Takes and gives back appointments, inside the caller's transaction: one conditional update for the day and one for the time. They are
/// always made in the same order, so that two who want the same times wait for each other instead of locking each other out. Whoever takes
/// a time also holds the rows of all other days it goes on, so of two that overlap the second sees the first.
/// </summary>
public class Bookings(IKomejiDb db)
{
    /// <exception cref="RuleBroken"><c>appointment.full</c>: others have taken the day or the time, or the service is no longer offered.</exception>
    public async Task Take(IReadOnlyList<Appointment> appointments, CancellationToken cancellationToken)
    {
        await Change(appointments.SelectMany(a => PlacesOf(a.ProductId, TimeOf(a), +1)), cancellationToken);
        foreach (var service in appointments.GroupBy(a => a.ProductId))
        {
            await RequireHands(service.Key, [.. service.Select(TimeOf)], null, cancellationToken);
        }
    }

    public Task GiveBack(Appointment appointment, CancellationToken cancellationToken) =>
        Change(PlacesOf(appointment.ProductId, TimeOf(appointment), -1), cancellationToken);

    /// <summary>To another time, just as long.</summary>
    /// <exception cref="RuleBroken"><c>appointment.full</c></exception>
    public async Task Move(OrderId order, Appointment appointment, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var (from, until) = (TimeOf(appointment), new BusyTime(to, to + (appointment.EndsAt - appointment.StartsAt)));
        await Change([.. PlacesOf(appointment.ProductId, from, -1), .. PlacesOf(appointment.ProductId, until, +1)], cancellationToken);
        await RequireHands(appointment.ProductId, [until], order, cancellationToken);
    }

    /// <summary>The guard against taking more than there is. A test takes it out to prove that it is what holds.</summary>
    protected virtual IQueryable<BookedPlaces> Enough(IQueryable<BookedPlaces> places) => places.Where(b => b.Taken < db.Products
        .Where(p => p.Id == b.ProductId).Select(p => b.Minute == BookedPlaces.WholeDay ? p.Service!.PerDay : p.Service!.AtOnce).First());

    /// <summary>The guard against times that do not begin together and yet overlap. A test takes it out, too.</summary>
    /// <exception cref="RuleBroken"><c>appointment.full</c></exception>
    protected virtual async Task RequireHands(ProductId product, IReadOnlyList<BusyTime> wanted, OrderId? moved, CancellationToken cancellationToken)
    {
        var hands = await db.Products.Where(p => p.Id == product).Select(p => p.Service!.AtOnce).SingleAsync(cancellationToken);
        var busy = new List<BusyTime>(await db.TimesAtWork(product, wanted.Min(t => t.Start), moved, cancellationToken));
        foreach (var time in wanted)
        {
            if (busy.MostAtOnce(time) >= hands)
            {
                throw Full();
            }

            busy.Add(time);
        }
    }

    async Task Change(IEnumerable<Place> places, CancellationToken cancellationToken)
    {
        foreach (var place in places.OrderBy(p => p.Product.Value).ThenBy(p => p.Day).ThenBy(p => p.Minute).ThenBy(p => p.Difference))
        {
            var (product, day, minute, difference) = place;
            var row = db.BookedPlaces.Where(b => b.ProductId == product && b.Day == day && b.Minute == minute);
            if (difference >= 0)
            {
                await db.OpenPlaces(product, day, minute, cancellationToken);
            }

            var open = difference > 0 ? Enough(row) : difference < 0 ? row.Where(b => b.Taken > 0) : row;
            if (await open.ExecuteUpdateAsync(set => set.SetProperty(b => b.Taken, b => b.Taken + difference), cancellationToken) == 0)
            {
                throw difference > 0 ? (Exception)Full() : new DbUpdateConcurrencyException($"Service {product.Value} has no appointment on {day:yyyy-MM-dd} to give back.");
            }
        }
    }

    /// <summary>The row of the day and that of the time; to take them, also those of the other days, which are only held.</summary>
    static IEnumerable<Place> PlacesOf(ProductId product, BusyTime time, int difference)
    {
        var day = Wib.DayOf(time.Start);
        yield return new Place(product, day, BookedPlaces.WholeDay, difference);
        yield return new Place(product, day, MinuteOf(time.Start), difference);
        for (var later = day.AddDays(1); difference > 0 && Wib.StartOf(later) < time.End; later = later.AddDays(1))
        {
            yield return new Place(product, later, BookedPlaces.WholeDay, 0);
        }
    }

    static BusyTime TimeOf(Appointment appointment) => new(appointment.StartsAt, appointment.EndsAt);

    static RuleBroken Full() => new("appointment.full", "Waktu janji itu baru saja diambil orang lain. Pilih waktu lain.");

    internal static int MinuteOf(DateTimeOffset start) => (int)start.ToOffset(Wib.Offset).TimeOfDay.TotalMinutes;

    readonly record struct Place(ProductId Product, DateOnly Day, int Minute, int Difference);
}
