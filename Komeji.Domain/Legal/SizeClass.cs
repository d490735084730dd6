using Komeji.Domain.Common;

namespace Komeji.Domain.Legal;

/// <summary>How large a business is by PP 7/2021 article 35. Tax law and QRIS call other things micro; none stands for the other.</summary>
public enum SizeClass
{
    Micro,
    Small,
    Medium,
    Large,
}

public static class SizeClasses
{
    const long Billion = 1_000_000_000;

    /// <summary>By the capital without land and buildings: what counts at registration.</summary>
    public static SizeClass ByCapital(Rupiah capital) => Enum.GetValues<SizeClass>().First(size => capital.Amount <= MostCapital(size));

    /// <summary>The greatest capital of a class, rupiah.</summary>
    public static long MostCapital(SizeClass size) => size switch
    {
        SizeClass.Micro => 1 * Billion,
        SizeClass.Small => 5 * Billion,
        SizeClass.Medium => 10 * Billion,
        _ => long.MaxValue,
    };

    /// <summary>By a year's sales: what counts for facilities and fees.</summary>
    public static SizeClass BySales(Rupiah sales) => Of(sales, 2, 15, 50);

    static SizeClass Of(Rupiah amount, long micro, long small, long medium) =>
        amount.Amount <= micro * Billion ? SizeClass.Micro
        : amount.Amount <= small * Billion ? SizeClass.Small
        : amount.Amount <= medium * Billion ? SizeClass.Medium
        : SizeClass.Large;
}
