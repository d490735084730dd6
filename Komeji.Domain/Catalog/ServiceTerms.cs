using System.Globalization;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;

namespace Komeji.Domain.Catalog;

/// <summary>Where a service is done.</summary>
public enum ServicePlace
{
    AtSeller,
    AtBuyer,
    Online,
}

public enum ServiceDurationUnit
{
    Minutes,
    Days,
}

/// <summary>How a service (jasa) can be had: how long it takes, where, on which days and hours, and how many a day. Times are WIB.</summary>
public sealed class ServiceTerms
{
    /// <summary>Appointments are made at most so many days ahead, today included.</summary>
    public const int DaysAhead = 30;

    /// <summary>So much notice leaves a buyer time to pay.</summary>
    public const int LeastNoticeHours = 2;

    public const int MostServedRegions = 100;

    const int MostAtOnce = 200;

    ServiceTerms() { }

    /// <param name="servedRegions">Codes of districts or regencies; only where the place is the buyer's.</param>
    public ServiceTerms(
        int duration, ServiceDurationUnit unit, ServicePlace place, IEnumerable<string> servedRegions,
        IEnumerable<DayOfWeek> weekdays, TimeOnly opensAt, TimeOnly closesAt, int perDay, int atOnce, int noticeHours, bool worksOnHolidays = false)
    {
        (Duration, Unit, Place) = (duration, unit, place);
        ServedRegions = place == ServicePlace.AtBuyer ? string.Join(',', servedRegions.Distinct().Order(StringComparer.Ordinal)) : "";
        Weekdays = string.Concat(weekdays.Distinct().Select(d => (int)d).Order());
        (OpensAt, ClosesAt) = (opensAt, closesAt);
        (PerDay, AtOnce, NoticeHours, WorksOnHolidays) = (perDay, atOnce, noticeHours, worksOnHolidays);
    }

    public int Duration { get; private set; }
    public ServiceDurationUnit Unit { get; private set; }
    public ServicePlace Place { get; private set; }

    /// <summary>Region codes separated by commas: a district, or a whole regency.</summary>
    public string ServedRegions { get; private set; } = "";

    /// <summary>Days of the week as digits, Sunday 0: <c>123456</c>.</summary>
    public string Weekdays { get; private set; } = "";

    public TimeOnly OpensAt { get; private set; }

    /// <summary>Work of some minutes is over by then; work of some days begins by then.</summary>
    public TimeOnly ClosesAt { get; private set; }

    /// <summary>Appointments a day.</summary>
    public int PerDay { get; private set; }

    /// <summary>Appointments that go on at the same time: as many as there are hands for. Of work of some days that may be more than begin in one.</summary>
    public int AtOnce { get; private set; }

    /// <summary>An appointment is made at least so many hours before it begins.</summary>
    public int NoticeHours { get; private set; }

    /// <summary>Days off in the whole country are days like others; usually a service rests on them.</summary>
    public bool WorksOnHolidays { get; private set; }

    /// <summary>The same terms for another listing, which keeps its own.</summary>
    public ServiceTerms Copy() => (ServiceTerms)MemberwiseClone();

    public IReadOnlyList<string> Served => ServedRegions.Split(',', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<DayOfWeek> OpenDays => [.. Weekdays.Select(digit => (DayOfWeek)(digit - '0'))];

    TimeSpan Length => Unit == ServiceDurationUnit.Days ? TimeSpan.FromDays(Duration) : TimeSpan.FromMinutes(Duration);

    public DateTimeOffset EndOf(DateTimeOffset start) => start + Length;

    /// <summary>The times an appointment can begin on a day: one after another, each when the one before is over.</summary>
    public IEnumerable<DateTimeOffset> StartsOn(DateOnly day)
    {
        if (!OpenDays.Contains(day.DayOfWeek))
        {
            yield break;
        }

        var step = Unit == ServiceDurationUnit.Days ? TimeSpan.FromDays(1) : Length;
        var (first, last) = (OpensAt.ToTimeSpan(), ClosesAt.ToTimeSpan() - (Unit == ServiceDurationUnit.Days ? TimeSpan.Zero : Length));
        for (var at = first; at <= last; at += step)
        {
            yield return Wib.StartOf(day) + at;
        }
    }

    /// <summary>The days an appointment could be on, seen from now.</summary>
    public static IEnumerable<DateOnly> DaysFrom(DateTimeOffset now) => Enumerable.Range(0, DaysAhead).Select(Wib.DayOf(now).AddDays);

    /// <summary>Whether an appointment can still be made for that time, as far as notice goes.</summary>
    public bool InTime(DateTimeOffset start, DateTimeOffset now) => start >= now.AddHours(NoticeHours);

    /// <summary>Nothing begins that day, whatever the weekday.</summary>
    public bool RestsOn(DateOnly day, ClosedDays closed) => closed.IsAway(day) || (!WorksOnHolidays && closed.IsPublicHoliday(day));

    /// <summary>Whether the shop offers this time at all, whoever has taken it.</summary>
    public bool Offers(DateTimeOffset start, ClosedDays closed, DateTimeOffset now) =>
        InTime(start, now) && Wib.DayOf(start) < Wib.DayOf(now).AddDays(DaysAhead) && !RestsOn(Wib.DayOf(start), closed) && StartsOn(Wib.DayOf(start)).Contains(start);

    /// <summary>Whether somebody who lives there is served.</summary>
    public bool Serves(string villageCode) => Place != ServicePlace.AtBuyer || Served.Any(code => villageCode.StartsWith(code + ".", StringComparison.Ordinal));

    /// <summary>All that speaks against it, with the code <c>product.service</c>.</summary>
    public IEnumerable<RuleBroken> Refusals() => Rules().Where(rule => !rule.Holds).Select(rule => new RuleBroken("product.service", rule.Message));

    IEnumerable<(bool Holds, string Message)> Rules() =>
    [
        (Unit == ServiceDurationUnit.Days ? Duration is >= 1 and <= 90 : Duration is >= 15 and <= 720, "Lama pengerjaan 15 sampai 720 menit, atau 1 sampai 90 hari."),
        (Weekdays.Length > 0, "Pilih paling sedikit satu hari layanan."),
        (ClosesAt > OpensAt, "Jam tutup harus setelah jam buka."),
        (Unit == ServiceDurationUnit.Days || OpensAt.ToTimeSpan() + Length <= ClosesAt.ToTimeSpan(), "Jam layanan lebih pendek daripada lama pengerjaannya."),
        (PerDay is >= 1 and <= 200, "Janji dalam sehari 1 sampai 200."),
        (AtOnce >= 1 && AtOnce <= (Unit == ServiceDurationUnit.Days ? MostAtOnce : PerDay), "Janji pada waktu yang sama paling sedikit 1 dan tidak lebih dari janji dalam sehari; untuk pekerjaan berhari-hari paling banyak 200."),
        (NoticeHours is >= LeastNoticeHours and <= 14 * 24, $"Janji dibuat paling lambat {LeastNoticeHours.ToString(CultureInfo.InvariantCulture)} sampai 336 jam sebelumnya."),
        (Place != ServicePlace.AtBuyer || Served.Count is >= 1 and <= MostServedRegions, $"Pilih kecamatan atau kabupaten yang Anda layani, paling banyak {MostServedRegions}."),
        (Served.All(IsServable), "Pilih wilayah layanan dari daftar."),
    ];

    /// <summary>A regency (<c>35.78</c>) or a district (<c>35.78.10</c>).</summary>
    static bool IsServable(string code) => code.Length is 5 or 8 && code.Split('.').All(part => part.Length == 2 && part.All(char.IsAsciiDigit));
}
