using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Services;

/// <summary>
/// Takes and gives back appointments, inside the caller's transaction: one conditional update for the day and one for the time. They are
/// always made in the same order, so that two who want the same times wait for each other instead of locking each other out.
/// </summary>
public class Bookings(IKomejiDb db)
{
    /// <exception cref="RuleBroken"><c>appointment.full</c>: others have taken the day or the time, or the service is no longer offered.</exception>
    public Task Take(IEnumerable<Appointment> appointments, CancellationToken cancellationToken) =>
        Change(appointments.SelectMany(a => PlacesOf(a.ProductId, a.StartsAt, +1)), cancellationToken);

    public Task GiveBack(Appointment appointment, CancellationToken cancellationToken) =>
        Change(PlacesOf(appointment.ProductId, appointment.StartsAt, -1), cancellationToken);

    /// <exception cref="RuleBroken"><c>appointment.full</c></exception>
    public Task Move(Appointment appointment, DateTimeOffset to, CancellationToken cancellationToken) =>
        Change([.. PlacesOf(appointment.ProductId, appointment.StartsAt, -1), .. PlacesOf(appointment.ProductId, to, +1)], cancellationToken);

    /// <summary>The guard against taking more than there is. A test takes it out to prove that it is what holds.</summary>
    protected virtual IQueryable<BookedPlaces> Enough(IQueryable<BookedPlaces> places) => places.Where(b => b.Taken < db.Products
        .Where(p => p.Id == b.ProductId).Select(p => b.Minute == BookedPlaces.WholeDay ? p.Service!.PerDay : p.Service!.AtOnce).First());

    async Task Change(IEnumerable<Place> places, CancellationToken cancellationToken)
    {
        foreach (var place in places.OrderBy(p => p.Product.Value).ThenBy(p => p.Day).ThenBy(p => p.Minute).ThenBy(p => p.Difference))
        {
            var (product, day, minute, _) = place;
            var row = db.BookedPlaces.Where(b => b.ProductId == product && b.Day == day && b.Minute == minute);
            if (place.Difference > 0)
            {
                await db.OpenPlaces(product, day, minute, cancellationToken);
                if (await Enough(row).ExecuteUpdateAsync(set => set.SetProperty(b => b.Taken, b => b.Taken + 1), cancellationToken) == 0)
                {
                    throw new RuleBroken("appointment.full", "Waktu janji itu baru saja diambil orang lain. Pilih waktu lain.");
                }
            }
            else if (await row.Where(b => b.Taken > 0).ExecuteUpdateAsync(set => set.SetProperty(b => b.Taken, b => b.Taken - 1), cancellationToken) == 0)
            {
                throw new DbUpdateConcurrencyException($"Service {product.Value} has no appointment on {day:yyyy-MM-dd} to give back.");
            }
        }
    }

    static IEnumerable<Place> PlacesOf(ProductId product, DateTimeOffset start, int difference) =>
        [new(product, Wib.DayOf(start), BookedPlaces.WholeDay, difference), new(product, Wib.DayOf(start), MinuteOf(start), difference)];

    internal static int MinuteOf(DateTimeOffset start) => (int)start.ToOffset(Wib.Offset).TimeOfDay.TotalMinutes;

    readonly record struct Place(ProductId Product, DateOnly Day, int Minute, int Difference);
}
