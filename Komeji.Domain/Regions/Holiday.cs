namespace Komeji.Domain.Regions;

public enum HolidayKind
{
    National,

    /// <summary>Cuti bersama.</summary>
    JointLeave,

    /// <summary>The day is a working day after all: it takes back what an earlier row said.</summary>
    WorkingDay,
}

/// <summary>
/// What the yearly joint decree (SKB) or an administrator says of a day. Rows are only added: of one day the newest counts, so
/// the table is its own history.
/// </summary>
public sealed class Holiday
{
    Holiday() { }

    /// <param name="setBy">The administrator; null when the row came with the product.</param>
    public Holiday(DateOnly day, string name, HolidayKind kind, string source, string reason, Guid? setBy, DateTimeOffset setAt)
    {
        Day = day;
        Name = name;
        Kind = kind;
        Source = source;
        Reason = reason;
        SetBy = setBy;
        SetAt = setAt;
    }

    public long Id { get; private set; }
    public DateOnly Day { get; private set; }
    public string Name { get; private set; } = "";
    public HolidayKind Kind { get; private set; }

    /// <summary>The decree or decision it comes from.</summary>
    public string Source { get; private set; } = "";
    public string Reason { get; private set; } = "";
    public Guid? SetBy { get; private set; }
    public DateTimeOffset SetAt { get; private set; }

    public bool IsDayOff => Kind != HolidayKind.WorkingDay;

    /// <summary>Of each day the row that counts, by day.</summary>
    public static IReadOnlyList<Holiday> InForce(IEnumerable<Holiday> rows) =>
        [.. rows.GroupBy(h => h.Day).Select(day => day.MaxBy(h => h.Id)!).OrderBy(h => h.Day)];
}
