using System.Globalization;
using System.Xml;
using Komeji.Domain.Common;

namespace Komeji.Application.Sheets;

/// <summary>The cells of one sheet.</summary>
sealed class XlsxSheet(IReadOnlyList<string> shared, IReadOnlyList<NumberLook> looks)
{
    readonly List<SheetLine> lines = [];
    readonly List<string> merged = [];
    List<string> cells = [];
    int row;

    /// <summary>A text shared by many cells counts in each: so much would be kept of it.</summary>
    long letters;

    /// <summary>The column of a cell that does not say its own.</summary>
    int next;

    public IReadOnlyList<SheetLine> Read(XmlReader at)
    {
        using (at)
        {
            while (at.Read())
            {
                if (at.NodeType == XmlNodeType.Element)
                {
                    Take(at);
                }
            }
        }

        EndLine();
        return merged.Count == 0
            ? lines
            : throw new RuleBroken("sheet.merged", $"Ada sel yang digabung ({string.Join(", ", merged.Take(3))}), jadi tidak jelas milik baris mana. Pisahkan selnya (Merge & Center), lalu unggah lagi.");
    }

    void Take(XmlReader at)
    {
        switch (at.LocalName)
        {
            case "row":
                EndLine();
                row = int.TryParse(at.GetAttribute("r"), CultureInfo.InvariantCulture, out var number) && number > row ? number : row + 1;
                break;
            case "c":
                Put(at.GetAttribute("r"), Cell(at));
                break;
            case "mergeCell":
                merged.Add(PlainText.Cut(at.GetAttribute("ref") ?? "", 20));
                break;
            default:
                break;
        }
    }

    void EndLine()
    {
        if (cells.Exists(c => c.Length > 0))
        {
            lines.Add(new SheetLine(row, cells));
            if (lines.Count > SheetLimits.Rows + 1)
            {
                throw SheetFile.TooManyRows();
            }
        }

        (cells, next) = ([], 0);
    }

    void Put(string? reference, string text)
    {
        var column = Column(reference) ?? next;
        next = column + 1;
        if (text.Length == 0)
        {
            return;
        }

        if (column >= SheetLimits.Columns)
        {
            throw SheetFile.TooWide();
        }

        if (text.Length > SheetLimits.CellLength)
        {
            throw new RuleBroken("sheet.cell", $"Ada isi yang lebih panjang dari 6.000 huruf pada baris {row}. Persingkat, lalu unggah lagi.");
        }

        letters += text.Length;
        if (letters > SheetLimits.Letters)
        {
            throw XlsxParts.TooMuch();
        }

        while (cells.Count <= column)
        {
            cells.Add("");
        }

        cells[column] = text.Trim();
    }

    /// <summary><c>AB12</c> is the 28th column, 27 from 0.</summary>
    static int? Column(string? reference)
    {
        var letters = (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(4).ToList();
        return letters.Count is 0 or > 3 ? null : letters.Aggregate(0, (sum, letter) => sum * 26 + (letter - 'A' + 1)) - 1;
    }

    /// <summary>Ends on the cell's closing tag.</summary>
    string Cell(XmlReader at)
    {
        if (at.IsEmptyElement)
        {
            return "";
        }

        var kind = at.GetAttribute("t");
        var look = int.TryParse(at.GetAttribute("s"), CultureInfo.InvariantCulture, out var style) && style >= 0 && style < looks.Count ? looks[style] : default;
        var depth = at.Depth;
        var (value, formula, inline) = ("", "", "");
        while (at.Read() && at.Depth > depth)
        {
            if (at.NodeType == XmlNodeType.Element && at.Depth == depth + 1)
            {
                switch (at.LocalName)
                {
                    case "v":
                        value = at.RichText();
                        break;
                    case "f":
                        formula = at.RichText();
                        formula = formula.Length == 0 ? "rumus" : formula;
                        break;
                    case "is":
                        inline = at.RichText();
                        break;
                    default:
                        break;
                }
            }
        }

        return formula.Length > 0 ? "=" + formula : inline.Length > 0 ? inline : Value(kind, value, look);
    }

    string Value(string? kind, string value, NumberLook look) => kind switch
    {
        "s" => int.TryParse(value, CultureInfo.InvariantCulture, out var place) && place >= 0 && place < shared.Count ? shared[place] : "",
        "b" => value == "1" ? "ya" : "tidak",
        "d" => SheetLine.DateMark + value,
        null or "n" => look.Show(value),
        _ => value,
    };
}
