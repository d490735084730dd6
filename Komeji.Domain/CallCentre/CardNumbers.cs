using System.Text.RegularExpressions;
using Komeji.Domain.Legal;

namespace Komeji.Domain.CallCentre;

/// <summary>Numbers of bank cards in what somebody told, which nobody writes down: 15 to 19 digits with a right check digit.</summary>
public static partial class CardNumbers
{
    public static bool AreIn(string text) => Run().Matches(text).Any(run => Digits.PassLuhn(string.Concat(run.Value.Where(char.IsAsciiDigit))));

    [GeneratedRegex(@"(?<!\d)[2-6](?:[ .-]?\d){14,18}(?!\d)", RegexOptions.None, 1_000)]
    private static partial Regex Run();
}
