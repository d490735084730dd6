using Komeji.Domain.Common;

namespace Komeji.Domain.Legal;

/// <summary>How a shop stands with its licence to trade, as every visitor sees it (Permendag 19/2026 articles 4 and 17).</summary>
public enum NibStatus
{
    Verified,

    /// <summary>Dalam Proses Legalisasi.</summary>
    InProcess,

    /// <summary>Dibatasi: the time is over, so it takes no new orders; open ones, refunds and payouts go on.</summary>
    Restricted,
}

/// <param name="Months">A new shop's time to get its NIB.</param>
/// <param name="OldMonths">The time of shops that were there before the rule, from the day it came.</param>
public sealed record NibTerms(int Months, int OldMonths)
{
    /// <summary>The day the rule came into force.</summary>
    public static readonly DateOnly RuleDay = new(2026, 6, 8);

    /// <summary>No shop is older.</summary>
    static readonly DateOnly Always = new(2000, 1, 1);

    /// <summary>The first day without the right to take orders.</summary>
    public DateOnly DeadlineOf(DateTimeOffset openedAt)
    {
        var opened = Wib.DayOf(openedAt);
        return opened < RuleDay ? RuleDay.AddMonths(OldMonths) : opened.AddMonths(Months);
    }

    /// <summary>The shops whose deadline is on this day or before it opened from the one day on and before the other.</summary>
    public (DateOnly From, DateOnly Before) OpenedFor(DateOnly deadline)
    {
        var last = deadline.AddMonths(-Months);
        while (last.AddMonths(Months) > deadline)
        {
            last = last.AddDays(-1);
        }

        while (last.AddDays(1).AddMonths(Months) <= deadline)
        {
            last = last.AddDays(1);
        }

        var before = last.AddDays(1);
        return (deadline >= RuleDay.AddMonths(OldMonths) ? Always : RuleDay, before > RuleDay ? before : RuleDay);
    }
}

/// <param name="Deadline">Null when nothing ends.</param>
public sealed record NibStanding(NibStatus Status, DateOnly? Deadline, int DaysLeft)
{
    /// <summary>Days ahead at which the owner is reminded; 0 tells that the time is over.</summary>
    public static readonly IReadOnlyList<int> Reminders = [0, 1, 7, 14, 30, 90];

    /// <param name="reminded">The step the owner was last reminded at; null when never.</param>
    /// <returns>The step that is due and was not given; null when none is.</returns>
    public int? ReminderDue(int? reminded)
    {
        var step = Deadline is null ? null : Reminders.Where(days => DaysLeft <= days).Cast<int?>().FirstOrDefault();
        return step is { } due && (reminded is null || due < reminded) ? due : null;
    }

    /// <param name="waivedUntil">The last day the office lets the shop go without one; it does not become verified by that.</param>
    public static NibStanding Of(bool verified, DateTimeOffset openedAt, NibTerms terms, DateOnly today, DateOnly? waivedUntil = null)
    {
        var deadline = terms.DeadlineOf(openedAt);
        deadline = waivedUntil is { } last && last >= deadline ? last.AddDays(1) : deadline;
        var left = Math.Max(0, deadline.DayNumber - today.DayNumber);
        return verified ? new NibStanding(NibStatus.Verified, null, 0) : new NibStanding(left > 0 ? NibStatus.InProcess : NibStatus.Restricted, deadline, left);
    }
}
