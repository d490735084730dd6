using Komeji.Domain.Common;

namespace Komeji.Domain.Stores;

/// <summary>The days on which a shop is closed whatever its weekdays say.</summary>
public sealed class ClosedDays(Store shop, WorkingCalendar calendar)
{
    /// <summary>The shop is away (Libur), as far as it has planned.</summary>
    public bool IsAway(DateOnly day) => shop.IsAwayOn(day);

    /// <summary>A day off in the whole country, joint leave included.</summary>
    public bool IsPublicHoliday(DateOnly day) => calendar.IsHoliday(day);
}
