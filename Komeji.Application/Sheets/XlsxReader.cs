using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Komeji.Domain.Common;

namespace Komeji.Application.Sheets;

/// <summary>
/// The first sheet of a workbook, read straight from its parts: no library that would follow links, open drawings or unpack without
/// a limit. A cell's formula is taken as the text it is, never as what it came to.
/// </summary>
static class XlsxReader
{
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const int MostParts = 1_000;

    public static IReadOnlyList<SheetLine> Read(byte[] file)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostParts || zip.Entries.Sum(e => e.Length) > SheetLimits.Unpacked)
            {
                throw TooMuch();
            }

            var budget = new Budget(SheetLimits.Unpacked);
            var sheet = FirstSheet(zip, budget);
            return new XlsxSheet(SharedTexts(zip, budget)).Read(Open(zip, sheet, budget) ?? throw Broken());
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or FormatException or OverflowException or EndOfStreamException)
        {
            throw Broken();
        }
    }

    static string FirstSheet(ZipArchive zip, Budget budget)
    {
        string? id = null;
        using (var workbook = Open(zip, "xl/workbook.xml", budget) ?? throw Broken())
        {
            id = FollowLocal(workbook, "sheet") ? workbook.GetAttribute("id", Relations) : null;
        }

        using var relations = Open(zip, "xl/_rels/workbook.xml.rels", budget) ?? throw Broken();
        while (FollowLocal(relations, "Relationship"))
        {
            if (relations.GetAttribute("Id") == id)
            {
                var target = relations.GetAttribute("Target") ?? "";
                return target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        throw Broken();
    }

    static List<string> SharedTexts(ZipArchive zip, Budget budget)
    {
        var texts = new List<string>();
        using var parts = Open(zip, "xl/sharedStrings.xml", budget);
        while (parts is not null && FollowLocal(parts, "si"))
        {
            texts.Add(RichText(parts));
        }

        return texts;
    }

    /// <summary>The runs of a text joined; readings above the letters (<c>rPh</c>) are left out. Ends on its closing tag.</summary>
    internal static string RichText(XmlReader at)
    {
        if (at.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var depth = at.Depth;
        var more = at.Read();
        while (more && at.Depth > depth)
        {
            if (at.NodeType == XmlNodeType.Element && at.LocalName == "rPh")
            {
                at.Skip();
                continue;
            }

            if (at.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA && text.Length <= SheetLimits.CellLength)
            {
                text.Append(at.Value);
            }

            more = at.Read();
        }

        return text.ToString();
    }

    internal static bool FollowLocal(XmlReader at, string name)
    {
        while (at.Read())
        {
            if (at.NodeType == XmlNodeType.Element && at.LocalName == name)
            {
                return true;
            }
        }

        return false;
    }

    static XmlReader? Open(ZipArchive zip, string part, Budget budget) => zip.GetEntry(part) is { } entry
        ? XmlReader.Create(new Bounded(entry.Open(), budget), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, MaxCharactersInDocument = SheetLimits.Unpacked })
        : null;

    internal static RuleBroken Broken() =>
        new("sheet.broken", "Berkas Excel ini rusak atau bukan tabel. Buka di Excel atau Google Spreadsheet, simpan ulang sebagai .xlsx, lalu unggah lagi.");

    static RuleBroken TooMuch() =>
        new("sheet.unpacked", "Isi berkas ini terlalu besar setelah dibuka. Salin tabel produk ke berkas baru tanpa gambar, lalu unggah lagi.");

    /// <summary>Bytes all parts together may still unpack to, whatever the archive claims.</summary>
    sealed class Budget(long left)
    {
        long left = left;

        public void Take(int bytes)
        {
            left -= bytes;
            if (left < 0)
            {
                throw TooMuch();
            }
        }
    }

    sealed class Bounded(Stream inner, Budget budget) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            budget.Take(read);
            return read;
        }

        public override void Flush() => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>The cells of one sheet.</summary>
sealed class XlsxSheet(IReadOnlyList<string> shared)
{
    readonly List<SheetLine> lines = [];
    readonly List<string> merged = [];
    List<string> cells = [];
    int row;

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
        var depth = at.Depth;
        var (value, formula, inline) = ("", "", "");
        while (at.Read() && at.Depth > depth)
        {
            if (at.NodeType == XmlNodeType.Element && at.Depth == depth + 1)
            {
                switch (at.LocalName)
                {
                    case "v":
                        value = XlsxReader.RichText(at);
                        break;
                    case "f":
                        formula = XlsxReader.RichText(at);
                        formula = formula.Length == 0 ? "rumus" : formula;
                        break;
                    case "is":
                        inline = XlsxReader.RichText(at);
                        break;
                    default:
                        break;
                }
            }
        }

        return formula.Length > 0 ? "=" + formula : inline.Length > 0 ? inline : Value(kind, value);
    }

    string Value(string? kind, string value) => kind switch
    {
        "s" => int.TryParse(value, CultureInfo.InvariantCulture, out var place) && place >= 0 && place < shared.Count ? shared[place] : "",
        "b" => value == "1" ? "ya" : "tidak",
        null or "n" => Number(value),
        _ => value,
    };

    /// <summary>As people write it here: whole without a fraction, else with a comma.</summary>
    static string Number(string value) =>
        decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.########", CultureInfo.InvariantCulture).Replace('.', ',')
            : value;
}
