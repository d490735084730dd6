namespace Komeji.Domain.Ordering;

/// <summary>From when until when an appointment keeps somebody at work.</summary>
public readonly record struct BusyTime(DateTimeOffset Start, DateTimeOffset End)
{
    public bool Overlaps(BusyTime other) => Start < other.End && End > other.Start;
}

public static class BusyTimes
{
    /// <summary>How many of them go on at one moment of a time, where most do.</summary>
    public static int MostAtOnce(this IEnumerable<BusyTime> taken, BusyTime within)
    {
        var there = taken.Where(t => t.Overlaps(within)).ToList();
        return there.Select(t => t.Start > within.Start ? t.Start : within.Start)
            .Select(moment => there.Count(t => t.Start <= moment && t.End > moment)).DefaultIfEmpty().Max();
    }
}
