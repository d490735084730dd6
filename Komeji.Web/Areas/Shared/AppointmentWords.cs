using System.Globalization;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;

namespace Komeji.Web.Areas.Shared;

/// <summary>How the pages write when and how long a service is. Times are WIB.</summary>
public static class AppointmentWords
{
    static readonly CultureInfo Indonesian = new("id-ID");
    static readonly DayOfWeek[] Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public static IReadOnlyList<DayOfWeek> DaysOfWeek => Week;

    /// <summary><c>Rabu, 25 Nov 2026</c></summary>
    public static string Day(DateOnly day) => day.ToString("dddd, d MMM yyyy", Indonesian);

    public static string Weekday(DayOfWeek day) => Indonesian.DateTimeFormat.GetDayName(day);

    /// <summary><c>09.00</c></summary>
    public static string Time(DateTimeOffset at) => at.ToOffset(Wib.Offset).ToString("HH.mm", Indonesian);

    public static string Time(TimeOnly at) => at.ToString("HH.mm", Indonesian);

    /// <summary><c>Rabu, 25 Nov 2026, 09.00–10.00 WIB</c>; of work that takes days the last day too.</summary>
    public static string Span(DateTimeOffset from, DateTimeOffset until) => Wib.DayOf(from) == Wib.DayOf(until)
        ? $"{Day(Wib.DayOf(from))}, {Time(from)}–{Time(until)} WIB"
        : $"{Day(Wib.DayOf(from))}, {Time(from)} WIB sampai {Day(Wib.DayOf(until))}";

    /// <summary><c>45 menit</c>, <c>1 jam 30 menit</c>, <c>2 hari</c></summary>
    public static string Duration(ServiceTerms terms) => (terms.Unit, terms.Duration / 60, terms.Duration % 60) switch
    {
        (ServiceDurationUnit.Days, _, _) => $"{terms.Duration} hari",
        (_, 0, var minutes) => $"{minutes} menit",
        (_, var hours, 0) => $"{hours} jam",
        (_, var hours, var minutes) => $"{hours} jam {minutes} menit",
    };

    /// <summary><c>Senin–Sabtu</c>, or <c>Senin, Rabu, Jumat</c>.</summary>
    public static string Weekdays(IReadOnlyList<DayOfWeek> open)
    {
        var days = Week.Select((day, at) => (day, at)).Where(d => open.Contains(d.day)).ToList();
        return days.Count == 7 ? "Setiap hari"
            : days.Count > 2 && days[^1].at - days[0].at == days.Count - 1 ? $"{Weekday(days[0].day)}–{Weekday(days[^1].day)}"
            : string.Join(", ", days.Select(d => Weekday(d.day)));
    }
}
