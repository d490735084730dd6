using Komeji.Domain.Common;
using System.Text;

namespace Komeji.Domain.Catalog;

/// <summary>
/// The words a text is searched by, the same for what is written in a listing and what a visitor types: folded, in one spelling,
/// measures in one unit (<c>0,5 kg</c> and <c>500 gr</c> are <c>500g</c>), without words that say nothing.
/// </summary>
public static class SearchTerms
{
    /// <summary>Move it on when the words of the same text change: every listing is put into words anew at the next start.</summary>
    public const string Version = "2026-11-22";

    /// <summary>Longer words are nobody's; they are cut.</summary>
    public const int LongestWord = 40;
    const int LongestText = 1_000;

    public static IReadOnlyList<string> Of(string text)
    {
        var pieces = Pieces(SearchWords.Plain(PlainText.Cut(text, LongestText)));
        var words = new List<string>(pieces.Count);
        var kept = new List<string>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (Measure.Read(pieces, ref i) is { } measure)
            {
                words.Add(measure);
                kept.Add(measure);
                continue;
            }

            foreach (var part in pieces[i].Split(Measure.Signs, StringSplitOptions.RemoveEmptyEntries))
            {
                var word = Spelling.Of(PlainText.Cut(part, LongestWord));
                words.Add(word);

                // "Oleh-oleh" is a thing to buy, "oleh" alone is not.
                var doubled = words.Count > 1 && words[^2] == word;
                if ((doubled || !Spelling.SaysNothing(word)) && (kept.Count == 0 || kept[^1] != word))
                {
                    kept.Add(word);
                }
            }
        }

        return kept.Count > 0 ? kept : [.. words.Distinct()];
    }

    /// <summary>Runs of letters and digits, with the signs that stand inside a number. An apostrophe inside a word is dropped: jum'at.</summary>
    static List<string> Pieces(string plain)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        for (var i = 0; i < plain.Length; i++)
        {
            var c = plain[i];
            var insideNumber = Measure.Signs.Contains(c) && i > 0 && i + 1 < plain.Length && char.IsAsciiDigit(plain[i - 1]) && char.IsAsciiDigit(plain[i + 1]);
            if (char.IsLetterOrDigit(c) || insideNumber)
            {
                piece.Append(c);
            }
            else if (c is not ('\'' or '’' or '`' or 'ʼ') && piece.Length > 0)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
        }

        if (piece.Length > 0)
        {
            pieces.Add(piece.ToString());
        }

        return pieces;
    }
}
