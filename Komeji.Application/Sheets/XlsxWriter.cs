using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Komeji.Application.Sheets;

/// <summary>One sheet of a workbook: texts are always texts, also those that look like a formula; numbers are <see cref="long"/>.</summary>
/// <param name="Rows">Cells are <see cref="string"/> or <see cref="long"/>.</param>
public sealed record SheetPage(string Name, IReadOnlyList<string> Heads, IEnumerable<IReadOnlyList<object>> Rows);

/// <summary>Writes a plain workbook of some sheets, the heads in bold.</summary>
public static class XlsxWriter
{
    public const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Rows a sheet of the format holds, without its heads.</summary>
    public const int MostRows = 1_048_575;

    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    const string Part = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    const int Bold = 1;

    /// <summary>Shows an apostrophe in the spreadsheet's field, so that the text stays a text when somebody edits it.</summary>
    const int Quoted = 2;

    public static byte[] Write(params IReadOnlyList<SheetPage> pages)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Frame(zip, [.. pages.Select(p => p.Name)]);
            for (var n = 1; n <= pages.Count; n++)
            {
                Sheet(zip, n, pages[n - 1]);
            }
        }

        return file.ToArray();
    }

    /// <summary>One sheet, however many rows there are: each is written when it is read, and none is kept.</summary>
    /// <param name="rows">Cells are <see cref="string"/> or <see cref="long"/>.</param>
    public static async Task Write(Stream file, string name, IReadOnlyList<string> heads, IAsyncEnumerable<IReadOnlyList<object>> rows, CancellationToken cancellationToken)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        Frame(zip, [name]);
        using var xml = Begin(zip, 1, heads);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            Row(xml, row, 0);
        }

        End(xml);
    }

    /// <summary>What tells a spreadsheet which sheets there are and how they look.</summary>
    static void Frame(ZipArchive zip, IReadOnlyList<string> names)
    {
        Text(zip, "[Content_Types].xml", $"""
            <Types xmlns="{Types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Part}sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Part}styles+xml"/>{Each(names, n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{Part}worksheet+xml"/>""")}</Types>
            """);
        Text(zip, "_rels/.rels", $"""
            <Relationships xmlns="{PackageRelations}"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        Text(zip, "xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{Each(names, n => $"""<sheet name="{names[n - 1]}" sheetId="{n}" r:id="rId{n}"/>""")}</sheets></workbook>
            """);
        Text(zip, "xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{PackageRelations}">{Each(names, n => $"""<Relationship Id="rId{n}" Type="{Relations}/worksheet" Target="worksheets/sheet{n}.xml"/>""")}<Relationship Id="rId{names.Count + 1}" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
            """);
        Text(zip, "xl/styles.xml", $"""
            <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf quotePrefix="1"/></cellXfs></styleSheet>
            """);
    }

    static string Each(IReadOnlyList<string> names, Func<int, string> part) => string.Concat(Enumerable.Range(1, names.Count).Select(part));

    static void Text(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        writer.Write(text);
    }

    static void Sheet(ZipArchive zip, int number, SheetPage page)
    {
        using var xml = Begin(zip, number, page.Heads);
        foreach (var row in page.Rows)
        {
            Row(xml, row, 0);
        }

        End(xml);
    }

    static XmlWriter Begin(ZipArchive zip, int number, IReadOnlyList<string> heads)
    {
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = true, CloseOutput = true };
        var xml = XmlWriter.Create(zip.CreateEntry($"xl/worksheets/sheet{number}.xml").Open(), settings);
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" defaultColWidth="18"/>""");
        xml.WriteStartElement("sheetData", Main);
        Row(xml, [.. heads], Bold);
        return xml;
    }

    static void End(XmlWriter xml)
    {
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    static void Row(XmlWriter xml, IReadOnlyList<object> cells, int style)
    {
        xml.WriteStartElement("row", Main);
        foreach (var cell in cells)
        {
            xml.WriteStartElement("c", Main);
            if (cell is long number)
            {
                xml.WriteElementString("v", Main, number.ToString(CultureInfo.InvariantCulture));
            }
            else if (cell is string { Length: > 0 } text)
            {
                var looks = style == 0 && IsRunnable(text) ? Quoted : style;
                if (looks != 0)
                {
                    xml.WriteAttributeString("s", looks.ToString(CultureInfo.InvariantCulture));
                }

                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteStartElement("t", Main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(string.Concat(text.Where((c, at) => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>A spreadsheet would take it for a formula were it typed.</summary>
    static bool IsRunnable(string text) => "=+-@\t\r".Contains(text[0], StringComparison.Ordinal);
}
