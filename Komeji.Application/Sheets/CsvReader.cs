using System.Text;
using Komeji.Domain.Common;

namespace Komeji.Application.Sheets;

/// <summary>Comma, semicolon or tab, whichever the first line has most of; a field in quotes may hold them, quotes and line ends.</summary>
static class CsvReader
{
    static readonly char[] Separators = [';', ',', '\t'];

    public static IEnumerable<SheetLine> Read(string text)
    {
        var (start, separator) = Begin(text);
        var number = 0;
        for (var at = start; at < text.Length;)
        {
            number++;
            var cells = new List<string>();
            at = Line(text, at, separator, number, cells);
            yield return new SheetLine(number, cells);
        }
    }

    /// <summary>Excel's own first line <c>sep=;</c> says it outright.</summary>
    static (int Start, char Separator) Begin(string text)
    {
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        var first = end < 0 ? text : text[..end];
        if (first.Length == 5 && first.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            return end < 0 ? (text.Length, first[4]) : (Math.Min(text.Length, end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : 1)), first[4]);
        }

        return (0, Separators.MaxBy(s => first.Count(c => c == s)));
    }

    /// <returns>Where the next line begins.</returns>
    static int Line(string text, int at, char separator, int number, List<string> cells)
    {
        while (true)
        {
            at = Cell(text, at, separator, number, out var cell);
            if (cells.Count < SheetLimits.Columns)
            {
                cells.Add(cell);
            }
            else if (cell.Length > 0)
            {
                throw SheetFile.TooWide();
            }

            if (at >= text.Length || text[at] != separator)
            {
                break;
            }

            at++;
        }

        return at + (at >= text.Length ? 0 : text.AsSpan(at).StartsWith("\r\n") ? 2 : 1);
    }

    /// <returns>The separator, the line's end or the text's end after the field.</returns>
    static int Cell(string text, int at, char separator, int number, out string cell)
    {
        if (at >= text.Length || text[at] != '"')
        {
            var length = text.AsSpan(at).IndexOfAny(separator, '\r', '\n');
            var end = length < 0 ? text.Length : at + length;
            cell = Kept(text[at..end], number);
            return end;
        }

        var inside = new StringBuilder();
        for (at++; ; at++)
        {
            if (at >= text.Length)
            {
                throw new RuleBroken("sheet.quotes", $"Tanda petik pada baris {number} tidak ditutup, jadi isi sesudahnya tidak bisa dibaca. Tutup tanda petiknya, atau simpan ulang dari Excel.");
            }

            if (text[at] != '"')
            {
                inside.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                inside.Append(text[at++]);
            }
            else
            {
                break;
            }
        }

        // What stands between the closing quote and the separator belongs to it, as spreadsheets read it.
        var rest = text.AsSpan(at + 1).IndexOfAny(separator, '\r', '\n');
        var stop = rest < 0 ? text.Length : at + 1 + rest;
        cell = Kept(inside.Append(text, at + 1, stop - at - 1).ToString(), number);
        return stop;
    }

    static string Kept(string cell, int number) => cell.Length <= SheetLimits.CellLength
        ? cell.Trim()
        : throw new RuleBroken("sheet.cell", $"Ada isi yang lebih panjang dari 6.000 huruf pada baris {number}. Persingkat, lalu unggah lagi.");
}
