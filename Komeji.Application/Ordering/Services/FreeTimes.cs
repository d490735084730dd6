using System.Globalization;
using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Services;

/// <param name="Left">Appointments still to be had that day.</param>
public sealed record FreeDay(DateOnly Day, int Left, IReadOnlyList<FreeTime> Times);

/// <param name="Left">Appointments still to be had at that time; 0 when it is full.</param>
public sealed record FreeTime(DateTimeOffset StartsAt, int Left)
{
    /// <summary>What a form posts: <c>2026-11-25T09:00</c> in WIB.</summary>
    public string Code => CodeOf(StartsAt);

    public static string CodeOf(DateTimeOffset start) => start.ToOffset(Wib.Offset).ToString(Format, CultureInfo.InvariantCulture);

    /// <returns>Null when it is no such time.</returns>
    public static DateTimeOffset? Parse(string? code) =>
        DateTime.TryParseExact(code, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is > 2000 and < 9000
            ? new DateTimeOffset(local, Wib.Offset).ToUniversalTime()
            : null;

    const string Format = "yyyy-MM-dd'T'HH:mm";
}

/// <summary>The times of a service that can still be had, for whoever chooses one.</summary>
static class FreeTimes
{
    /// <summary>Closed days, and those on which it is too late for any time, are left out; a full day stays, so that people see it is full.</summary>
    /// <param name="moved">The order another time is sought for; null for a new one.</param>
    public static async Task<IReadOnlyList<FreeDay>> Of(
        this IKomejiDb db, ProductId product, ServiceTerms terms, ClosedDays closed, OrderId? moved, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = Wib.DayOf(now);
        var taken = await db.BookedPlaces.AsNoTracking().Where(b => b.ProductId == product && b.Day >= today)
            .ToDictionaryAsync(b => (b.Day, b.Minute), b => b.Taken, cancellationToken);
        var busy = await db.TimesAtWork(product, now, moved, cancellationToken);
        return [.. ServiceTerms.DaysFrom(now).Where(day => !terms.RestsOn(day, closed)).Select(OnDay).Where(d => d.Times.Count > 0)];

        FreeDay OnDay(DateOnly day)
        {
            var left = Math.Max(0, terms.PerDay - taken.GetValueOrDefault((day, BookedPlaces.WholeDay)));
            return new FreeDay(day, left, [.. terms.StartsOn(day).Where(start => terms.InTime(start, now))
                .Select(start => new FreeTime(start, Math.Clamp(terms.AtOnce - AtWork(day, start), 0, left)))]);
        }

        int AtWork(DateOnly day, DateTimeOffset start) =>
            Math.Max(taken.GetValueOrDefault((day, Bookings.MinuteOf(start))), busy.MostAtOnce(new BusyTime(start, terms.EndOf(start))));
    }
}
