using Komeji.Domain.Common;

namespace Komeji.Domain.CallCentre;

/// <summary>When the call centre works: the same hours (WIB) on every working day. Its clocks run in these hours only.</summary>
/// <param name="opens">Full hour of the day.</param>
/// <param name="closes">Full hour of the day, after <paramref name="opens"/>.</param>
public sealed class ServiceHours(WorkingCalendar calendar, int opens, int closes)
{
    /// <summary>Whoever closed every day of the table would wait for ever; after this many days the clock runs by the calendar.</summary>
    const int LongestSearch = 3_660;

    public int Opens => opens;

    public int Closes => closes;

    /// <summary>How long a working day is.</summary>
    public TimeSpan Day => TimeSpan.FromHours(closes - opens);

    /// <summary>The moment when so much working time has passed. Nothing to wait for is now.</summary>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan work)
    {
        if (work <= TimeSpan.Zero)
        {
            return from;
        }

        var (day, left) = (Wib.DayOf(from), work);
        for (var searched = 0; searched < LongestSearch; searched++, day = day.AddDays(1))
        {
            var (start, end) = OpenOn(day, from);
            if (end - start >= left)
            {
                return start + left;
            }

            left -= end - start;
        }

        return from + work;
    }

    /// <summary>Working time from one moment to another; none when they are the other way round.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset to)
    {
        var worked = TimeSpan.Zero;
        for (var day = Wib.DayOf(from); day <= Wib.DayOf(to); day = day.AddDays(1))
        {
            var (start, end) = OpenOn(day, from);
            var until = end < to ? end : to;
            worked += until > start ? until - start : TimeSpan.Zero;
        }

        return worked;
    }

    /// <summary>What of a day is open and not before a moment; the same moment twice when nothing is.</summary>
    (DateTimeOffset Start, DateTimeOffset End) OpenOn(DateOnly day, DateTimeOffset notBefore)
    {
        var midnight = Wib.StartOf(day);
        var (start, end) = (midnight.AddHours(opens), midnight.AddHours(closes));
        start = start < notBefore ? notBefore : start;
        return calendar.IsWorkingDay(day) && start < end ? (start, end) : (end, end);
    }
}
