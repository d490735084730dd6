using System.Globalization;
using System.Text;

namespace Komeji.Domain.Catalog;

/// <summary>Folds text for search and addresses: lower case, no diacritics, only letters and digits.</summary>
public static class SearchWords
{
    /// <summary>Words separated by single spaces: <c>Kerupuk Udang (500 g)</c> becomes <c>kerupuk udang 500 g</c>.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Plain(text))
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(c);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    /// <summary>The folded words joined by hyphens, ASCII only, for an address.</summary>
    public static string Slug(string text)
    {
        var words = Fold(text).Where(c => c == ' ' || char.IsAsciiLetterOrDigit(c)).ToArray();
        var slug = string.Join('-', new string(words).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length > 80 ? slug[..80].TrimEnd('-') : slug;
    }

    /// <summary>
    /// Lower-case letters without diacritics, digits of any script as 0 to 9, signs as they are. What cannot be seen (zero-width,
    /// bidi and joining characters) is gone, so it does not split a word; half a surrogate pair counts as a sign.
    /// </summary>
    internal static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Whole(text).Normalize(NormalizationForm.FormKD))
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(c))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.Format:
                    break;
                case UnicodeCategory.DecimalDigitNumber:
                    plain.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)));
                    break;
                default:
                    plain.Append(char.ToLowerInvariant(c));
                    break;
            }
        }

        return plain.ToString();
    }

    /// <summary>Normalising refuses half a surrogate pair, which becomes the replacement character first, and a reversed byte order mark.</summary>
    static string Whole(string text)
    {
        text = text.Replace('\uFFFE', ' ');
        if (!text.Any(char.IsSurrogate))
        {
            return text;
        }

        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune);
        }

        return whole.ToString();
    }
}
