namespace Komeji.Domain.Regions;

public enum HolidayKind
{
    National,

    /// <summary>Cuti bersama.</summary>
    JointLeave,
}

/// <summary>A day that is no working day, from the yearly joint decree (SKB) or entered by an administrator.</summary>
public sealed class Holiday
{
    Holiday() { }

    public Holiday(DateOnly day, string name, HolidayKind kind, string source)
    {
        Day = day;
        Name = name;
        Kind = kind;
        Source = source;
    }

    public DateOnly Day { get; private set; }
    public string Name { get; private set; } = "";
    public HolidayKind Kind { get; private set; }
    public string Source { get; private set; } = "";
}
