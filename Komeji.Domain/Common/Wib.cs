namespace Komeji.Domain.Common;

/// <summary>Waktu Indonesia Barat, UTC+7 without daylight saving: the cooperative's clock for days, months and periods.</summary>
public static class Wib
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).Date);

    /// <summary>The calendar month as <c>yyyy-MM</c>.</summary>
    public static string PeriodOf(DateTimeOffset at)
    {
        var local = at.ToOffset(Offset);
        return $"{local.Year:0000}-{local.Month:00}";
    }

    /// <summary>The first moment of a day, in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();
}
