using System.Globalization;
using Komeji.Domain.Common;

namespace Komeji.Integrations.Payments.Midtrans;

/// <summary>
/// Midtrans takes rupiah as a whole number and tells them as text with two decimals, <c>"150000.00"</c>. What is signed is that text
/// as it came, never a text made from the number.
/// </summary>
public static class MidtransMoney
{
    const int MostDigits = 12;

    /// <exception cref="ArgumentOutOfRangeException">Not positive, or more than any purchase may be.</exception>
    public static long Out(Rupiah amount) =>
        amount.IsPositive && amount <= Rupiah.Largest ? amount.Amount : throw new ArgumentOutOfRangeException(nameof(amount), amount, "Not an amount Midtrans takes.");

    /// <param name="text">As received.</param>
    /// <param name="isWhole">False: a fraction of a rupiah came besides.</param>
    /// <returns>Null when it is no amount.</returns>
    public static Rupiah? Read(string text, out bool isWhole)
    {
        var parts = text.Split('.');
        isWhole = parts.Length == 1 || parts[1].All(c => c == '0');
        var isAmount = parts.Length <= 2 && parts[0].Length is > 0 and <= MostDigits && parts.All(p => p.All(char.IsAsciiDigit)) && (parts.Length == 1 || parts[1].Length is 1 or 2);
        return isAmount ? new Rupiah(long.Parse(parts[0], CultureInfo.InvariantCulture)) : null;
    }
}
