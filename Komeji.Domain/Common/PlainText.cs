using System.Globalization;
using System.Text;

namespace Komeji.Domain.Common;

/// <summary>
/// What people type, as it is kept. Every text that arrives passes here once, before any rule looks at it: what no text can hold
/// is refused, what nobody sees is taken out, line ends are one kind, and a number may be written in any script's digits.
/// </summary>
public static class PlainText
{
    const int Joiner = 0x200D;
    const int EmojiLook = 0xFE0F;

    /// <param name="lines">Whether it may have several lines; else a line break is a space.</param>
    /// <returns>
    /// Null when it cannot be kept: half a letter (an unpaired surrogate), a control character, or one that turns the direction of
    /// reading, so that people would read another text than the one there is.
    /// </returns>
    public static string? Read(string typed, bool lines = false)
    {
        if (typed.All(c => c is >= ' ' and <= '~'))
        {
            return typed;
        }

        var isFigure = IsFigure(typed);
        var kept = new StringBuilder(typed.Length);
        Rune before = default;
        for (var at = 0; at < typed.Length;)
        {
            if (Rune.DecodeFromUtf16(typed.AsSpan(at), out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                return null;
            }

            at += length;
            switch (KindOf(rune))
            {
                case Kind.Break:
                    at += rune.Value == '\r' && at < typed.Length && typed[at] == '\n' ? 1 : 0;
                    kept.Append(lines ? '\n' : ' ');
                    break;
                case Kind.Impossible:
                case Kind.Turning when !isFigure:
                    return null;
                case Kind.Joining when IsPicture(before):
                case Kind.Seen:
                    kept.Append(rune.ToString());
                    break;
                default:
                    break;
            }

            before = rune;
        }

        return isFigure ? Figures(kept.ToString()) : kept.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>It can be stored and shown as it is. For what must not be changed, such as a password.</summary>
    public static bool CanBeKept(string typed) =>
        typed.EnumerateRunes().All(rune => KindOf(rune) is not Kind.Impossible) && IsWhole(typed);

    /// <summary>
    /// Digits of any script as ASCII digits, and the separators that go with them: <c>٢٥٬٠٠٠</c> and <c>２５.０００</c> are
    /// <c>25.000</c>.
    /// </summary>
    public static string Figures(string text)
    {
        if (Ascii.IsValid(text) || !CanBeKept(text))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            folded.Append(rune.Value switch
            {
                0x066C => ".",
                0x066B => ",",
                _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber => ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture),
                _ => rune.ToString(),
            });
        }

        return folded.ToString();
    }

    /// <summary>A name in its plain form (NFKC): one line, single spaces, no fullwidth or styled letters that only look special.</summary>
    public static string Name(string? text) =>
        string.Join(' ', (CanBeKept(text ?? "") ? (text ?? "").Normalize(NormalizationForm.FormKC) : "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The same words, whatever their case, their dots and the titles banks leave out.</summary>
    public static bool SameName(string a, string b) => Letters(a) == Letters(b);

    static string Letters(string name) =>
        string.Join(' ', new string([.. Name(name).ToUpperInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Somebody's words before more words: they end as a sentence does.</summary>
    public static string Sentence(string text) => text.Trim() is { Length: > 0 } told && told[^1] is not ('.' or '!' or '?' or '…') ? told + "." : text.Trim();

    /// <summary>At most so many characters, never half of one.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    enum Kind
    {
        Seen,
        Break,

        /// <summary>Takes no place: zero width, byte order mark, soft hyphen, direction marks, tags.</summary>
        Hidden,
        Joining,
        Turning,
        Impossible,
    }

    static Kind KindOf(Rune rune) => rune.Value switch
    {
        '\r' or '\n' or 0x85 or 0x2028 or 0x2029 => Kind.Break,
        '\t' => Kind.Seen,
        < 0x20 or (>= 0x7F and <= 0x9F) => Kind.Impossible,
        (>= 0xFDD0 and <= 0xFDEF) => Kind.Impossible,
        var value when (value & 0xFFFE) == 0xFFFE => Kind.Impossible,
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => Kind.Turning,
        0x200C or Joiner => Kind.Joining,
        0xAD or 0x34F or 0x61C or 0x180E or 0x200B or 0x200E or 0x200F or 0x3164 or 0xFEFF or 0xFFA0 => Kind.Hidden,
        (>= 0x115F and <= 0x1160) or (>= 0x2060 and <= 0x2065) or (>= 0x206A and <= 0x206F) or (>= 0xFFF0 and <= 0xFFFB) or (>= 0xE0000 and <= 0xE0FFF) => Kind.Hidden,
        _ => Kind.Seen,
    };

    /// <summary>Digits and signs, and no letter anybody sees.</summary>
    static bool IsFigure(string text) =>
        text.EnumerateRunes().Any(Rune.IsDigit) && !text.EnumerateRunes().Any(rune => Rune.IsLetter(rune) && KindOf(rune) == Kind.Seen);

    /// <summary>Families and trades in emoji are several pictures joined.</summary>
    static bool IsPicture(Rune rune) =>
        rune.Value == EmojiLook || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;

    static bool IsWhole(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogate(text[at]) && (at + 1 == text.Length || !char.IsSurrogatePair(text[at], text[++at])))
            {
                return false;
            }
        }

        return true;
    }
}
