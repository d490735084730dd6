using System.Globalization;
using System.Text.RegularExpressions;

namespace Komeji.Application.Sheets;

/// <summary>How a spreadsheet shows the numbers of a cell: all it knows of dates, hours and leading zeros.</summary>
/// <param name="Zeros">Figures it always shows, with zeros before; 0 when it does not.</param>
readonly record struct NumberLook(bool IsDate, int Zeros)
{
    /// <summary>From here on a spreadsheet has lost the last figures.</summary>
    const decimal Inexact = 1_000_000_000_000_000;

    /// <summary>As people write it here: whole without a fraction, else with a comma; a date with its mark, an hour of the day as <c>08:30</c>.</summary>
    public string Show(string value)
    {
        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return value;
        }

        if (IsDate)
        {
            return number switch
            {
                >= 0 and < 1 => TimeOnly.MinValue.AddMinutes((double)Math.Round(number * 24 * 60)).ToString("HH:mm", CultureInfo.InvariantCulture),
                > 0 and < 2_958_466 => SheetLine.DateMark + DateTime.FromOADate((double)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                _ => SheetLine.DateMark + value,
            };
        }

        if (Math.Abs(number) >= Inexact)
        {
            return number.ToString("0.#####E+0", CultureInfo.InvariantCulture);
        }

        return Zeros > 0 && number >= 0 && decimal.IsInteger(number)
            ? ((long)number).ToString("D" + Zeros.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : number.ToString("0.########", CultureInfo.InvariantCulture).Replace('.', ',');
    }
}

static partial class XlsxLooks
{
    const int Most = 10_000;

    /// <summary>By the number cells name theirs with; empty when the workbook has none.</summary>
    public static IReadOnlyList<NumberLook> Read(XlsxParts parts)
    {
        var codes = new Dictionary<string, string>();
        var looks = new List<NumberLook>();
        using var at = parts.Open("xl/styles.xml");
        if (at is null)
        {
            return looks;
        }

        var inCells = false;
        while (at.Read() && looks.Count < Most)
        {
            switch (at.LocalName)
            {
                case "cellXfs":
                    inCells = at.IsStartElement();
                    break;
                case "numFmt" when at.IsStartElement() && codes.Count < Most:
                    codes[at.GetAttribute("numFmtId") ?? ""] = at.GetAttribute("formatCode") ?? "";
                    break;
                case "xf" when inCells && at.IsStartElement():
                    looks.Add(Of(at.GetAttribute("numFmtId") ?? "", codes));
                    break;
                default:
                    break;
            }
        }

        return looks;
    }

    /// <summary>Formats below 164 are the spreadsheet's own; 14 to 22 and 45 to 47 are dates and hours, and so are some of other countries.</summary>
    static NumberLook Of(string id, Dictionary<string, string> codes)
    {
        if (codes.TryGetValue(id, out var code))
        {
            var shown = Unsaid().Replace(code.Length > 200 ? code[..200] : code, "");
            return shown.Length is > 0 and <= 40 && shown.All(c => c == '0')
                ? new NumberLook(false, shown.Length)
                : new NumberLook(!shown.Contains("General", StringComparison.OrdinalIgnoreCase) && shown.Any(c => "dmyhs".Contains(char.ToLowerInvariant(c), StringComparison.Ordinal)), 0);
        }

        return new NumberLook(int.TryParse(id, CultureInfo.InvariantCulture, out var known) && known is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58), 0);
    }

    /// <summary>Words in quotes, colours and countries in brackets, single letters behind a sign.</summary>
    [GeneratedRegex(@"""[^""]*""|\[[^\]]*\]|\\.|_.|\*.", RegexOptions.NonBacktracking)]
    private static partial Regex Unsaid();
}
