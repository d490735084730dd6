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
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
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
}
