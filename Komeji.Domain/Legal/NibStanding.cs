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

    /// <summary>The first day without the right to take orders.</summary>
    public DateOnly DeadlineOf(DateTimeOffset openedAt)
    {
        var opened = Wib.DayOf(openedAt);
        return opened < RuleDay ? RuleDay.AddMonths(OldMonths) : opened.AddMonths(Months);
    }
}

/// <param name="Deadline">Null when nothing ends.</param>
public sealed record NibStanding(NibStatus Status, DateOnly? Deadline, int DaysLeft)
{
    public static NibStanding Of(bool verified, DateTimeOffset openedAt, NibTerms terms, DateOnly today)
    {
        var deadline = terms.DeadlineOf(openedAt);
        var left = Math.Max(0, deadline.DayNumber - today.DayNumber);
        return verified ? new NibStanding(NibStatus.Verified, null, 0) : new NibStanding(left > 0 ? NibStatus.InProcess : NibStatus.Restricted, deadline, left);
    }
}
