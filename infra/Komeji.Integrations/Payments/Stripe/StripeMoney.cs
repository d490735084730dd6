using Komeji.Domain.Common;

namespace Komeji.Integrations.Payments.Stripe;

/// <summary>
/// Stripe counts rupiah in hundredths, though nobody pays in them: Rp150.000 is <c>15000000</c>. Anything that is not a whole
/// rupiah is no money of ours.
/// </summary>
public static class StripeMoney
{
    public const string Rupiah = "idr";

    const long Hundredths = 100;

    /// <summary>Twelve digits are the most Stripe takes in rupiah.</summary>
    const long Most = 999_999_999_999;

    /// <exception cref="ArgumentOutOfRangeException">Not positive, or more than Stripe takes.</exception>
    public static long ToMinor(Rupiah amount)
    {
        var minor = checked(amount.Amount * Hundredths);
        return minor is > 0 and <= Most ? minor : throw new ArgumentOutOfRangeException(nameof(amount), amount, "Not an amount Stripe takes.");
    }

    /// <exception cref="InvalidOperationException">It holds a fraction of a rupiah, which we never ask for.</exception>
    public static Rupiah FromMinor(long minor) =>
        minor % Hundredths == 0 ? new Rupiah(minor / Hundredths) : throw new InvalidOperationException($"{minor} hundredths are no whole rupiah.");

    public static bool IsWhole(long minor) => minor % Hundredths == 0;

    /// <summary>What of an amount is not whole rupiah, in hundredths, with its sign.</summary>
    public static long Fraction(long minor) => minor % Hundredths;

    /// <summary>What the provider keeps may end in hundredths; what they add up to is booked when its statement is compared (rule P19).</summary>
    public static Rupiah WholeRupiah(long minor) => new(minor / Hundredths);
}
