namespace Komeji.Domain.Common;

/// <summary>
/// Working days of the cooperative: Monday to Friday in WIB, without the national holidays and joint leave
/// (cuti bersama) of the holiday table.
/// </summary>
public sealed class WorkingCalendar(IEnumerable<DateOnly> holidays)
{
    readonly HashSet<DateOnly> holidays = [.. holidays];

    public bool IsHoliday(DateOnly day) => holidays.Contains(day);

    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>
    /// The moment <paramref name="days"/> working days later. The day it starts on does not count, and the time of
    /// day stays: Friday 15.00 plus 2 is Tuesday 15.00 when no holiday intervenes.
    /// </summary>
    public DateTimeOffset AddWorkingDays(DateTimeOffset start, int days)
    {
        var local = start.ToOffset(Wib.Offset);
        var day = DateOnly.FromDateTime(local.Date);
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        return new DateTimeOffset(day.ToDateTime(TimeOnly.FromDateTime(local.DateTime)), Wib.Offset).ToUniversalTime();
    }

    /// <summary>Working days from one moment to another, in WIB: the day it starts on does not count, the day it ends on does.</summary>
    public int WorkingDays(DateTimeOffset start, DateTimeOffset end)
    {
        var days = 0;
        for (var day = Wib.DayOf(start).AddDays(1); day <= Wib.DayOf(end); day = day.AddDays(1))
        {
            days += IsWorkingDay(day) ? 1 : 0;
        }

        return days;
    }
}
