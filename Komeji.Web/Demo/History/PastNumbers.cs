using System.Globalization;
using Komeji.Domain.Common;

namespace Komeji.Web.Demo.History;

/// <summary>Numbers of orders and purchases: the day and six characters that look drawn, but never come twice.</summary>
static class PastNumbers
{
    const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    const int Letters = 6;
    const int BitsALetter = 5;
    const uint All = (1u << (Letters * BitsALetter)) - 1;

    /// <param name="index">Each another one, below 2^30.</param>
    public static string Of(string prefix, DateTimeOffset at, int index)
    {
        // Multiplying by an odd number and folding the upper half in give each index another place.
        var place = unchecked((uint)index * 0x2545F491u) & All;
        place ^= place >> 15;
        place = unchecked(place * 0x5851F42Du) & All;
        Span<char> letters = stackalloc char[Letters];
        for (var i = 0; i < Letters; i++)
        {
            letters[i] = Alphabet[(int)(place >> (i * BitsALetter)) & (Alphabet.Length - 1)];
        }

        return string.Create(CultureInfo.InvariantCulture, $"{prefix}-{Wib.DayOf(at):yyyyMMdd}-{letters}");
    }
}
