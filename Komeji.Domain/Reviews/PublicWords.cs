using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;

namespace Komeji.Domain.Reviews;

/// <summary>
/// What people write for everyone to read: reviews, questions and the answers to them. It is kept as plain text and never made into
/// links. What leads away from here or gives away how somebody can be reached is refused, and so are words made to deceive the eye.
/// </summary>
public static partial class PublicWords
{
    /// <summary>Marks on one letter; more pile up over other lines.</summary>
    const int MostMarks = 2;

    /// <param name="least">Letters it must have; 0 where it may be left out.</param>
    /// <returns>The text as it is kept.</returns>
    /// <exception cref="RuleBroken"><c>text.hidden</c>, <c>text.length</c>, <c>text.link</c>, <c>text.contact</c>, <c>text.letters</c></exception>
    public static string Require(string? typed, int least, int most)
    {
        var text = Tidy(PlainText.Read(typed ?? "", lines: true) ?? throw new RuleBroken("text.hidden", "Ada karakter tersembunyi yang tidak bisa disimpan. Hapus tulisannya, lalu ketik ulang."));
        if (text.Length < least || text.Length > most)
        {
            throw new RuleBroken("text.length", least > 0 ? $"Tulis {least} sampai {most} huruf." : $"Tulis paling banyak {most} huruf.");
        }

        var figures = PlainText.Figures(text);
        if (Link().IsMatch(figures))
        {
            throw new RuleBroken("text.link", "Tautan tidak boleh ditulis di sini. Hapus alamat situsnya, lalu kirim lagi.");
        }

        if (Mail().IsMatch(figures) || Phone().IsMatch(figures))
        {
            throw new RuleBroken("text.contact", "Surel dan nomor telepon tidak boleh ditulis di sini, karena dibaca semua orang. Hapus dahulu, lalu kirim lagi.");
        }

        if (StoreName.MixesLetters(text))
        {
            throw new RuleBroken("text.letters", "Tulis dengan huruf biasa. Satu kata tidak boleh mencampur abjad yang berbeda.");
        }

        return text;
    }

    /// <summary>Letters in their plain form, few marks on each, no spaces at the ends and no two empty lines in a row.</summary>
    static string Tidy(string text)
    {
        var plain = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks <= MostMarks)
            {
                plain.Append(rune.ToString());
            }
        }

        var lines = plain.ToString().Split('\n').Select(line => line.Trim()).ToList();
        return string.Join('\n', lines.Where((line, at) => line.Length > 0 || (at > 0 && lines[at - 1].Length > 0))).Trim();
    }

    /// <summary>An address with its scheme, one that begins with www, a name under an ending people know, and others with what comes after them.</summary>
    [GeneratedRegex(@"://|\bwww\.|[a-z0-9-]{2,}(\.| ?[\[(] ?(\.|dot|titik) ?[\])] ?)(com|net|org|id|biz|xyz|io)\b|[a-z0-9-]+\.(me|ly|to|gg|co|gl|info|site|link|page|app|shop|store|online|live|club|top|web|my)/", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"[a-z0-9_.+-]+(@| ?[\[(] ?at ?[\])] ?)[a-z0-9-]+\.[a-z]{2,}", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mail();

    /// <summary>Mobile numbers as they are written here.</summary>
    [GeneratedRegex(@"(\+62|\b62|\b0)[ .-]?8([ .-]?[0-9]){7,11}", RegexOptions.NonBacktracking)]
    private static partial Regex Phone();
}
