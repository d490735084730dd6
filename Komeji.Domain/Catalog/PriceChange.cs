using Komeji.Domain.Common;

namespace Komeji.Domain.Catalog;

/// <summary>A variant has another price than before.</summary>
/// <param name="Before">Null when it was just listed.</param>
public sealed record PriceChanged(ProductId Product, VariantId Variant, Rupiah? Before, Rupiah After, DateTimeOffset At);

/// <summary>One step of a variant's price, written down when it is taken and never changed.</summary>
public sealed class PriceChange
{
    PriceChange() { }

    public PriceChange(PriceChanged fact, UserId? by)
    {
        ProductId = fact.Product;
        VariantId = fact.Variant;
        Before = fact.Before;
        After = fact.After;
        At = fact.At;
        By = by;
    }

    public long Id { get; private set; }
    public ProductId ProductId { get; private set; }
    public VariantId VariantId { get; private set; }

    /// <summary>Null when the variant was just listed.</summary>
    public Rupiah? Before { get; private set; }
    public Rupiah After { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>Null when a job did it, such as saving an import.</summary>
    public UserId? By { get; private set; }
}

/// <param name="Days">How long before a cut prices are looked at.</param>
/// <param name="ShownDays">How long after a cut the price before it is shown struck.</param>
public readonly record struct StrikeTerms(int Days, int ShownDays);

/// <summary>
/// The price shown struck beside a lower one: never typed, always the lowest the variant had in the days before its last cut. Who
/// raises a price to cut it again strikes the price of before the rise, so nothing; who has not asked a price for that long strikes
/// nothing either.
/// </summary>
public static class StruckPrice
{
    /// <param name="steps">All of one variant that are no older than both spans together, in the order they were taken.</param>
    /// <param name="publishedAt">Since when buyers have seen it without a break.</param>
    /// <returns>Null when there is nothing honest to strike.</returns>
    public static Rupiah? Of(Rupiah now, IReadOnlyList<PriceChange> steps, DateTimeOffset? publishedAt, StrikeTerms terms, DateTimeOffset at) =>
        Of(now, [.. steps.Select(s => (s.Before, s.At))], publishedAt, terms, at);

    /// <summary>
    /// Beside the lowest price of a listing, as a card shows it. Every variant that can be had for it must have been dearer, and no
    /// other may have been had for as little: else the card would strike a price that was not the listing's lowest.
    /// </summary>
    /// <param name="steps">Of all its variants, no older than both spans together, in the order they were taken.</param>
    /// <param name="cheapest">How many variants can be had for the lowest price.</param>
    /// <param name="other">Lowest price of the rest, those withdrawn too, since nobody knows here how long ago; null when there is no rest.</param>
    public static Rupiah? OnCard(Rupiah lowest, int cheapest, Rupiah? other, IReadOnlyList<CardPriceStep> steps, DateTimeOffset? publishedAt, StrikeTerms terms, DateTimeOffset at)
    {
        var (best, others) = (steps.Where(IsCheapest).ToList(), steps.Where(s => !IsCheapest(s)));
        var struck = best.GroupBy(s => s.Variant).Select(g => Of(lowest, [.. g.Select(s => (s.Before, s.At))], publishedAt, terms, at)).OfType<Rupiah>().ToList();
        if (struck.Count == 0 || struck.Count < cheapest)
        {
            return null;
        }

        var start = best.Max(s => s.At).AddDays(-terms.Days);
        var asked = others.Where(s => s.At > start).Select(s => s.Before).OfType<Rupiah>().Concat(struck).Concat(other is { } rest ? [rest] : []).Min();
        return asked > lowest ? asked : null;

        bool IsCheapest(CardPriceStep step) => step.IsOnSale && step.Price == lowest;
    }

    static Rupiah? Of(Rupiah now, IReadOnlyList<(Rupiah? Before, DateTimeOffset At)> steps, DateTimeOffset? publishedAt, StrikeTerms terms, DateTimeOffset at)
    {
        if (steps.Count == 0 || steps[^1].At.AddDays(terms.ShownDays) < at)
        {
            return null;
        }

        var start = steps[^1].At.AddDays(-terms.Days);
        var window = steps.Where(s => s.At > start).ToList();
        if (publishedAt is not { } published || published > start || window.Exists(s => s.Before is null))
        {
            return null;
        }

        var lowest = window.Select(s => s.Before!.Value).Min();
        return lowest > now ? lowest : null;
    }
}

/// <summary>A step of a variant's price, with the variant as it is now: what a card needs of it.</summary>
public sealed record CardPriceStep(VariantId Variant, bool IsOnSale, Rupiah Price, Rupiah? Before, DateTimeOffset At);

/// <summary>How prices are changed at once: to one amount, or by a percentage rounded to a neat amount.</summary>
public sealed record Repricing
{
    Repricing() { }

    /// <summary>Amounts a price changed by a percentage may be rounded to.</summary>
    public static readonly IReadOnlyList<int> Roundings = [1, 100, 500, 1_000];

    Rupiah? Fixed { get; init; }
    int Percent { get; init; }
    int RoundTo { get; init; } = 1;

    public static Repricing To(Rupiah price) => new() { Fixed = price };

    /// <param name="percent">-90 to 900, not 0.</param>
    /// <exception cref="RuleBroken"><c>product.repricing</c></exception>
    public static Repricing By(int percent, int roundTo) => percent is >= -90 and <= 900 and not 0 && Roundings.Contains(roundTo)
        ? new() { Percent = percent, RoundTo = roundTo }
        : throw new RuleBroken("product.repricing", "Tulis persen dari -90 sampai 900, misalnya -10 untuk turun 10 persen.");

    /// <summary>Half a step is rounded up.</summary>
    public Rupiah Of(Rupiah price)
    {
        if (Fixed is { } amount)
        {
            return amount;
        }

        var hundredths = checked(price.Amount * (100 + Percent));
        var step = 100L * RoundTo;
        return new Rupiah((hundredths + (step / 2)) / step * RoundTo);
    }
}
