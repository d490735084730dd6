using System.Globalization;
using Komeji.Domain.Regions;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Persistence.Regions;

/// <summary>National holidays and joint leave of the years the product ships.</summary>
static class ShippedHolidays
{
    public const string Version = "2026-11-22";

    /// <summary>Adds rows for what changed since the last version; a day an administrator decided on stays as decided.</summary>
    public static async Task PutIn(KomejiDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = Holiday.InForce(await db.Holidays.AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(h => h.Day);
        var shipped = Read(now).ToList();
        db.Holidays.AddRange(shipped.Where(h => !known.TryGetValue(h.Day, out var k) || (k.SetBy is null && (k.Name, k.Kind) != (h.Name, h.Kind))));

        var days = shipped.Select(h => h.Day).ToHashSet();
        var years = days.Select(d => d.Year).ToHashSet();
        db.Holidays.AddRange(known.Values
            .Where(k => k.SetBy is null && k.IsDayOff && years.Contains(k.Day.Year) && !days.Contains(k.Day))
            .Select(k => new Holiday(k.Day, k.Name, HolidayKind.WorkingDay, "Daftar hari libur " + Version, "Tidak lagi ada dalam daftar", null, now)));
        await db.SaveChangesAsync(cancellationToken);
    }

    static IEnumerable<Holiday> Read(DateTimeOffset now) => Csv.Rows(Csv.Open("holidays.csv")).Select(row => new Holiday(
        DateOnly.ParseExact(row[0], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        row[2],
        Enum.Parse<HolidayKind>(row[1]),
        row[3],
        "Daftar hari libur " + Version,
        null,
        now));
}
