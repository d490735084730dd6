namespace Komeji.Domain.Common;

/// <summary>How a rate's fraction of a rupiah is dropped. Rules name it; nothing has a default.</summary>
public enum Rounding
{
    Down,
    HalfUp,
}

/// <summary>A rate in hundredths of a percent: 500 is 5 %.</summary>
public readonly record struct BasisPoints(int Value)
{
    public const int Whole = 10_000;

    public static readonly BasisPoints Zero = new(0);

    /// <summary>The rate of an amount that is not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount or the rate is negative.</exception>
    public Rupiah Of(Rupiah amount, Rounding rounding)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount.Amount);
        ArgumentOutOfRangeException.ThrowIfNegative(Value);
        var product = checked(amount.Amount * Value);
        var part = product / Whole;
        return new Rupiah(rounding == Rounding.HalfUp && product % Whole * 2 >= Whole ? part + 1 : part);
    }

    /// <summary><c>5 %</c> or <c>2,5 %</c>.</summary>
    public override string ToString()
    {
        var text = $"{Value / 100},{Value % 100:00}".TrimEnd('0').TrimEnd(',');
        return text + " %";
    }
}
