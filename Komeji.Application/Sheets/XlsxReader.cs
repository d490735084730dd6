using System.Text;
using System.Xml;
using Komeji.Domain.Common;

namespace Komeji.Application.Sheets;

/// <summary>
/// The first sheet of a workbook people see, read straight from its parts: no library that would follow links, open drawings or
/// unpack without a limit. A cell's formula is taken as the text it is, never as what it came to.
/// </summary>
static class XlsxReader
{
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static IReadOnlyList<SheetLine> Read(byte[] file)
    {
        try
        {
            using var parts = new XlsxParts(file);
            var sheet = FirstSheet(parts);
            return new XlsxSheet(SharedTexts(parts), XlsxLooks.Read(parts)).Read(parts.Need(sheet));
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException or FormatException or OverflowException or EndOfStreamException)
        {
            throw Broken();
        }
    }

    internal static RuleBroken Broken() =>
        new("sheet.broken", "Berkas Excel ini rusak atau bukan tabel. Buka di Excel atau Google Spreadsheet, simpan ulang sebagai .xlsx, lalu unggah lagi.");

    /// <returns>The part it is in.</returns>
    static string FirstSheet(XlsxParts parts)
    {
        string? id = null;
        using (var workbook = parts.Need("xl/workbook.xml"))
        {
            while (id is null && workbook.Follow("sheet"))
            {
                id = workbook.GetAttribute("state") is null or "visible" ? workbook.GetAttribute("id", Relations) : null;
            }
        }

        using var relations = parts.Need("xl/_rels/workbook.xml.rels");
        while (relations.Follow("Relationship"))
        {
            if (relations.GetAttribute("Id") == id)
            {
                var target = relations.GetAttribute("Target") ?? "";
                return target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        throw Broken();
    }

    static List<string> SharedTexts(XlsxParts parts)
    {
        var texts = new List<string>();
        using var at = parts.Open("xl/sharedStrings.xml");
        while (at is not null && at.Follow("si"))
        {
            texts.Add(at.RichText());
        }

        return texts;
    }

    /// <summary>On to the next element of this name, whatever is between.</summary>
    internal static bool Follow(this XmlReader at, string name)
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

    /// <summary>The runs of a text joined, a little longer at most than a cell may be; readings above the letters (<c>rPh</c>) are left out. Ends on its closing tag.</summary>
    internal static string RichText(this XmlReader at)
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

            if (at.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                var piece = new char[1024];
                for (int read; (read = at.ReadValueChunk(piece, 0, piece.Length)) > 0;)
                {
                    text.Append(piece, 0, Math.Min(read, SheetLimits.CellLength + 1 - text.Length));
                }
            }

            more = at.Read();
        }

        return text.ToString();
    }
}
