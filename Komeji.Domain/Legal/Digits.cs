using Komeji.Domain.Common;

namespace Komeji.Domain.Legal;

/// <summary>Official numbers as people type them: with spaces, dots, dashes and slashes, and in any script's digits.</summary>
static class Digits
{
    public static string Clean(string? typed) =>
        new([.. PlainText.Figures(typed ?? "").Where(c => !" .-/\u00A0".Contains(c, StringComparison.Ordinal)).Select(char.ToUpperInvariant)]);

    public static bool Are(string text, int least, int most) => text.Length >= least && text.Length <= most && text.All(char.IsAsciiDigit);

    /// <summary>The check digit at the end, by Luhn.</summary>
    public static bool PassLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }

    /// <summary>The first six and the last four; the rest is nobody's business.</summary>
    public static string Mask(string number) => number.Length switch
    {
        > 11 => number[..6] + new string('*', number.Length - 10) + number[^4..],
        > 4 => new string('*', number.Length - 4) + number[^4..],
        _ => new string('*', number.Length),
    };
}
