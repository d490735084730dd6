using Komeji.Domain.Common;

namespace Komeji.Domain.Legal;

/// <summary>How long a shop may show goods before it has the permits they need.</summary>
public sealed record PermitTerms(int Days)
{
    /// <summary>The day small businesses came to need halal certificates too; what was on display before counts from then.</summary>
    public static readonly DateOnly RuleDay = new(2026, 10, 18);

    /// <param name="shownSince">When the first of such goods was put on display.</param>
    /// <returns>The first day they may not be shown without.</returns>
    public DateOnly DeadlineOf(DateTimeOffset shownSince)
    {
        var day = Wib.DayOf(shownSince);
        return (day < RuleDay ? RuleDay : day).AddDays(Days);
    }
}
