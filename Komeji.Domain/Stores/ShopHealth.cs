using Komeji.Domain.Common;

namespace Komeji.Domain.Stores;

/// <summary>How a shop's figures stand before the limits.</summary>
public enum HealthStanding
{
    Good,

    /// <summary>Above a limit; told to the owner with the day from which new orders stop.</summary>
    Warned,

    /// <summary>New orders stopped by themselves, until a person has looked.</summary>
    Restricted,
}

/// <summary>The legal moves. docs/domain/shop-health.md draws them; a test compares the two.</summary>
public static class HealthMoves
{
    public static IReadOnlyList<HealthStanding> From(HealthStanding standing) => standing switch
    {
        HealthStanding.Good => [HealthStanding.Warned],
        HealthStanding.Warned => [HealthStanding.Good, HealthStanding.Restricted],
        HealthStanding.Restricted => [HealthStanding.Good],
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };
}

/// <summary>So many of so many.</summary>
public readonly record struct HealthTally(int Bad, int Total)
{
    /// <summary>Rounded down; nothing of nothing is nothing.</summary>
    public BasisPoints Rate => new(Total == 0 ? 0 : (int)((long)Bad * BasisPoints.Whole / Total));

    /// <summary>Exactly, without rounding.</summary>
    public bool IsAbove(BasisPoints most) => (long)Bad * BasisPoints.Whole > (long)most.Value * Total;
}

/// <summary>From which figures on a shop is warned and then stopped.</summary>
/// <param name="Least">Fewer orders say nothing.</param>
/// <param name="NoticeDays">Between the warning and the stop.</param>
/// <param name="ReviewDays">After which a person looks at the stop in any case.</param>
public sealed record HealthLimits(int Least, BasisPoints Cancelled, BasisPoints Complained, BasisPoints Late, int NoticeDays, int ReviewDays)
{
    /// <summary>Null where the measure stops no shop.</summary>
    public BasisPoints? MostOf(HealthMeasure measure) => measure switch
    {
        HealthMeasure.Cancelled => Cancelled,
        HealthMeasure.Complained => Complained,
        HealthMeasure.Late => Late,
        _ => null,
    };

    public IReadOnlyList<HealthBreach> Breaches(Func<HealthMeasure, HealthTally> tally) =>
    [
        .. from measure in Enum.GetValues<HealthMeasure>()
           let most = MostOf(measure)
           let counted = tally(measure)
           where most is not null && counted.Total >= Least && counted.IsAbove(most.Value)
           select new HealthBreach(measure, counted, most.Value),
    ];
}

/// <summary>A figure above its limit.</summary>
public sealed record HealthBreach(HealthMeasure Measure, HealthTally Tally, BasisPoints Most);

/// <summary>What follows from the night's figures.</summary>
public enum HealthOutcome
{
    Nothing,
    Warned,
    Recovered,
    Restricted,
}

/// <summary>The figures of a shop (Kesehatan toko) as they were at a moment, and how they stand before the limits.</summary>
public sealed class ShopHealth : StatefulAggregate
{
    /// <summary>Its steps stand among those of the shop.</summary>
    const string Subject = "store_health";

    ShopHealth() { }

    public StoreId StoreId { get; private set; }

    /// <summary>First moment of the window.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>End of the window; what happened since does not count yet.</summary>
    public DateTimeOffset AsOf { get; private set; }
    public int Questions { get; private set; }
    public int SlowAnswers { get; private set; }

    /// <summary>Half of the answered questions were answered within so many minutes; null when none was.</summary>
    public int? MedianMinutes { get; private set; }
    public int PaidOrders { get; private set; }
    public int CancelledOrders { get; private set; }
    public int ComplainedOrders { get; private set; }
    public int DueOrders { get; private set; }
    public int LateOrders { get; private set; }

    public HealthStanding Standing { get; private set; }
    public DateTimeOffset? WarnedAt { get; private set; }

    /// <summary>The day from which new orders stop when the figures stay above the limit.</summary>
    public DateOnly? RestrictOn { get; private set; }

    /// <summary>A person opened the shop again: what was before does not stop it once more.</summary>
    public DateTimeOffset? ForgivenAt { get; private set; }

    public static ShopHealth Begin(StoreId store) => new() { StoreId = store };

    public HealthTally Of(HealthMeasure measure) => measure switch
    {
        HealthMeasure.SlowAnswer => new HealthTally(SlowAnswers, Questions),
        HealthMeasure.Cancelled => new HealthTally(CancelledOrders, PaidOrders),
        HealthMeasure.Complained => new HealthTally(ComplainedOrders, PaidOrders),
        HealthMeasure.Late => new HealthTally(LateOrders, DueOrders),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, null),
    };

    public void Reckon(IReadOnlyCollection<HealthCase> cases, DateTimeOffset from, DateTimeOffset asOf)
    {
        (From, AsOf) = (from, asOf);
        (SlowAnswers, Questions) = Count(cases, HealthMeasure.SlowAnswer);
        (CancelledOrders, PaidOrders) = Count(cases, HealthMeasure.Cancelled);
        ComplainedOrders = Count(cases, HealthMeasure.Complained).Bad;
        (LateOrders, DueOrders) = Count(cases, HealthMeasure.Late);
        var minutes = cases.Where(c => c.Minutes is not null).Select(c => c.Minutes!.Value).Order().ToList();
        MedianMinutes = minutes.Count == 0 ? null : minutes[(minutes.Count - 1) / 2];
    }

    /// <summary>
    /// Above a limit the owner is warned; above one still when the notice is over, new orders stop. A shop that a person opened again
    /// begins anew.
    /// </summary>
    /// <param name="words">What the breaches are, for the record.</param>
    public HealthOutcome Judge(IReadOnlyCollection<HealthCase> cases, HealthLimits limits, StoreState shop, Func<IReadOnlyList<HealthBreach>, string> words, DateTimeOffset now)
    {
        if (shop != StoreState.Active)
        {
            return HealthOutcome.Nothing;
        }

        if (Standing == HealthStanding.Restricted)
        {
            Move(HealthStanding.Good, now, "health.forgiven", null);
            (ForgivenAt, WarnedAt, RestrictOn) = (now, null, null);
            return HealthOutcome.Nothing;
        }

        var breaches = limits.Breaches(measure => Count(cases.Where(c => !(c.At < ForgivenAt)), measure));
        return (breaches.Count > 0, Standing) switch
        {
            (true, HealthStanding.Good) => Warn(limits, words(breaches), now),
            (true, HealthStanding.Warned) when Wib.DayOf(now) >= RestrictOn => Restrict(words(breaches), now),
            (false, HealthStanding.Warned) => Recover(now),
            _ => HealthOutcome.Nothing,
        };
    }

    HealthOutcome Warn(HealthLimits limits, string words, DateTimeOffset now)
    {
        Move(HealthStanding.Warned, now, "health.warned", words);
        (WarnedAt, RestrictOn) = (now, Wib.DayOf(now).AddDays(limits.NoticeDays));
        return HealthOutcome.Warned;
    }

    HealthOutcome Restrict(string words, DateTimeOffset now)
    {
        Move(HealthStanding.Restricted, now, "health.restricted", words);
        return HealthOutcome.Restricted;
    }

    HealthOutcome Recover(DateTimeOffset now)
    {
        Move(HealthStanding.Good, now, "health.recovered", null);
        (WarnedAt, RestrictOn) = (null, null);
        return HealthOutcome.Recovered;
    }

    void Move(HealthStanding to, DateTimeOffset now, string code, string? note)
    {
        if (!HealthMoves.From(Standing).Contains(to))
        {
            throw new InvalidOperationException($"A shop's health does not go from {Standing} to {to}.");
        }

        Record(new StateChange(Subject, StoreId.Value, Standing.ToString(), to.ToString(), Actor.System, now, code, note is null ? null : PlainText.Cut(note, 500)));
        Standing = to;
    }

    static HealthTally Count(IEnumerable<HealthCase> cases, HealthMeasure measure)
    {
        var mine = cases.Where(c => c.Measure == measure).ToList();
        return new HealthTally(mine.Count(c => c.IsBad), mine.Count);
    }
}
