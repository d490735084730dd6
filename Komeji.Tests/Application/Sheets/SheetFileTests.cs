using System.Text;
using Komeji.Application.Sheets;
using Komeji.Domain.Common;
using Komeji.Tests.Support;

namespace Komeji.Tests.Application.Sheets;

/// <summary>Tables as people's programs write them are read; what is no table is refused with a sentence.</summary>
public sealed class SheetFileTests
{
    const string Table = "SKU,Nama,Harga\r\nA-1,\"Kopi, \"\"asli\"\"\nrobusta\",18500\r\n\r\nA-2,Café,25000\r\n";

    static readonly string[][] Expected = [["1", "SKU", "Nama", "Harga"], ["2", "A-1", "Kopi, \"asli\"\nrobusta", "18500"], ["4", "A-2", "Café", "25000"]];

    [Fact]
    public async Task Every_encoding_and_separator_spreadsheets_write_is_read()
    {
        foreach (var separator in new[] { ",", ";", "\t" })
        {
            var text = Table.Replace("Kopi,", "Kopi#", StringComparison.Ordinal).Replace(",", separator, StringComparison.Ordinal).Replace("#", ",", StringComparison.Ordinal);
            foreach (var bytes in new byte[][]
            {
                Encoding.UTF8.GetBytes(text), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
                CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
                [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)], [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)],
                [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("sep=" + separator + "\r\n" + text)],
            })
            {
                Cells(await Read(bytes)).ShouldBe(Expected.Select(r => string.Join('|', r)).ToArray(), $"{separator} {bytes.Length}");
            }
        }
    }

    [Fact]
    public async Task A_workbook_is_read_with_its_texts_numbers_answers_and_gaps()
    {
        var sheet = """
            <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Harga</t></is></c></row>
            <row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3"><v>1.85E4</v></c><c r="D3"><v>2.5</v></c><c r="E3" t="b"><v>1</v></c><c r="F3" t="e"><v>#REF!</v></c></row></sheetData>
            """;
        var shared = """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>SKU</t></si><si><r><t>Kopi </t></r><r><t>asli</t></r><rPh><t>x</t></rPh></si></sst>""";
        Cells(await Read(Workbooks.Of(sheet, shared))).ShouldBe(["1|SKU|Harga", "3|Kopi asli||18500|2,5|ya|#REF!"]);
    }

    /// <summary>What a spreadsheet keeps is not always what it shows: dates are numbers, and numbers lose zeros and last figures.</summary>
    [Fact]
    public async Task Numbers_are_read_as_the_spreadsheet_shows_them()
    {
        const string styles = """
            <numFmts count="3"><numFmt numFmtId="164" formatCode="0000"/><numFmt numFmtId="165" formatCode="dd\-mmm&quot; tgl&quot;"/><numFmt numFmtId="166" formatCode="[Red]#,##0&quot; hari&quot;"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>
            """;
        var cells = new (int Style, string Kept, string Read)[]
        {
            (0, "1.85E4", "18500"), (0, "8991234567890", "8991234567890"), (0, "1.2345678901234568E+17", "1.23457E+17"), (0, "0.1", "0,1"), (0, "-3", "-3"),
            (1, "46154", SheetLine.DateMark + "2026-05-12"), (4, "46154", SheetLine.DateMark + "2026-05-12"), (2, "0.35416666666666669", "08:30"), (1, "99999999999", SheetLine.DateMark + "99999999999"),
            (3, "12", "0012"), (5, "90", "90"), (99, "7", "7"),
        };
        var row = string.Concat(cells.Select(c => $"""<c s="{c.Style}"><v>{c.Kept}</v></c>"""));
        Cells(await Read(Workbooks.Of($"""<sheetData><row r="1">{row}<c t="d"><v>2026-05-12</v></c></row></sheetData>""", styles: styles)))
            .ShouldBe(["1|" + string.Join('|', cells.Select(c => c.Read)) + $"|{SheetLine.DateMark}2026-05-12"]);
    }

    [Fact]
    public async Task Of_several_sheets_the_first_people_see_is_read() =>
        Cells(await Read(Workbooks.Of("""<sheetData><row r="1"><c t="str"><v>SKU</v></c></row></sheetData>""", hiddenBefore: true))).ShouldBe(["1|SKU"]);

    /// <summary>A text shared by ten thousand cells is kept once, and never longer than a cell may be.</summary>
    [Fact]
    public async Task Shared_texts_do_not_multiply()
    {
        var shared = $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>{new string('x', 10_000_000)}</t></si></sst>";
        var rows = string.Concat(Enumerable.Range(1, 500).Select(n => $"""<row r="{n}"><c t="s"><v>0</v></c></row>"""));
        var before = GC.GetAllocatedBytesForCurrentThread();
        (await Should.ThrowAsync<RuleBroken>(() => Read(Workbooks.Of($"<sheetData>{rows}</sheetData>", shared)))).Code.ShouldBe("sheet.cell");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200_000_000);
    }

    [Fact]
    public async Task A_formula_is_a_text()
    {
        Cells(await Read(Workbooks.Of("""<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>HYPERLINK("http://x")</f><v>klik</v></c></row></sheetData>""")))
            .ShouldBe(["1|=1+1|=HYPERLINK(\"http://x\")"]);
        Cells(await Read("=1+1;=cmd|' /C calc'!A0"u8.ToArray())).ShouldBe(["1|=1+1|=cmd|' /C calc'!A0"]);
    }

    [Fact]
    public async Task What_is_written_is_read_again()
    {
        var written = XlsxWriter.Write(new SheetPage("Produk", ["SKU", "Nama"], [["=1+1", "Kopi <asli> & \"enak\""], [12L, "baris\nkedua"]]));
        Cells(await Read(written)).ShouldBe(["1|SKU|Nama", "2|=1+1|Kopi <asli> & \"enak\"", "3|12|baris\nkedua"]);
    }

    [Fact]
    public async Task What_is_written_row_by_row_is_read_again()
    {
        using var file = new MemoryStream();
        await XlsxWriter.Write(file, "Jurnal", ["SKU", "Nama"], new IReadOnlyList<object>[] { ["=1+1", "Kopi"], [12L, ""] }.ToAsyncEnumerable(), CancellationToken.None);
        Cells(await Read(file.ToArray())).ShouldBe(["1|SKU|Nama", "2|=1+1|Kopi", "3|12"]);
    }

    public static TheoryData<string, byte[]> NoTables()
    {
        var cases = new TheoryData<string, byte[]>
        {
            { "sheet.empty", [] },
            { "sheet.empty", "\r\n;;\r\n"u8.ToArray() },
            { "sheet.empty", "sep=;"u8.ToArray() },
            { "sheet.picture", [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3] },
            { "sheet.picture", [0xFF, 0xD8, 0xFF, 0xE0, 0] },
            { "sheet.kind", "%PDF-1.7 abc"u8.ToArray() },
            { "sheet.kind", [1, 2, 0, 4, 5] },
            { "sheet.old", [0xD0, 0xCF, 0x11, 0xE0, 0xA1] },
            { "sheet.markup", "\uFEFF <!doctype html><table><tr><td>SKU</table>"u8.ToArray() },
            { "sheet.markup", "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray() },
            { "sheet.quotes", "SKU,Nama\r\nA-1,\"Kopi\r\nA-2,Teh"u8.ToArray() },
            { "sheet.cell", [.. "SKU\r\n"u8, .. Enumerable.Repeat((byte)'x', SheetLimits.CellLength + 1)] },
            { "sheet.columns", Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Repeat("x", SheetLimits.Columns + 1))) },
            { "sheet.rows", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("x\n", SheetLimits.Rows + 2))) },
            { "sheet.too_large", new byte[SheetLimits.Bytes + 1] },
            { "sheet.broken", "PK\u0003\u0004 and then nothing"u8.ToArray() },
            { "sheet.broken", Workbooks.Zip(("a.txt", "a")) },
            { "sheet.broken", Workbooks.Of("<sheetData><row>") },
            { "sheet.broken", Workbooks.Of("<sheetData/>", """<!DOCTYPE x [<!ENTITY a "aaaa">]><sst>&a;</sst>""") },
            { "sheet.broken", Workbooks.Of("<sheetData/>", """<!DOCTYPE sst SYSTEM "http://127.0.0.1/x.dtd"><sst/>""") },
            { "sheet.broken", Workbooks.Of("<sheetData/>", "<sst><si><t>&undefined;</t></si></sst>") },
            { "sheet.unpacked", Workbooks.Zip([.. Enumerable.Range(0, 1_001).Select(n => ($"a{n}", "a"))]) },
            { "sheet.unpacked", Multiplied() },
            { "sheet.merged", Workbooks.Of("""<sheetData><row r="1"><c r="A1" t="str"><v>SKU</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>""") },
            { "sheet.columns", Workbooks.Of("""<sheetData><row r="1"><c r="ZZZ1" t="str"><v>SKU</v></c></row></sheetData>""") },
            { "sheet.unpacked", Workbooks.Of("<!--" + new string(' ', (int)SheetLimits.Unpacked) + "--><sheetData/>") },
        };
        return cases;
    }

    /// <summary>One text of the longest, named by so many cells that it would fill the memory once written out.</summary>
    static byte[] Multiplied()
    {
        var shared = $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>{new string('x', SheetLimits.CellLength)}</t></si></sst>";
        var row = string.Concat(Enumerable.Repeat("""<c t="s"><v>0</v></c>""", SheetLimits.Columns));
        return Workbooks.Of($"<sheetData>{string.Concat(Enumerable.Repeat($"<row>{row}</row>", 1_000))}</sheetData>", shared);
    }

    [Theory, MemberData(nameof(NoTables))]
    public async Task What_is_no_table_is_refused(string code, byte[] content) =>
        (await Should.ThrowAsync<RuleBroken>(() => Read(content))).Code.ShouldBe(code);

    static async Task<IReadOnlyList<SheetLine>> Read(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await SheetFile.Read(stream, CancellationToken.None);
    }

    static string[] Cells(IReadOnlyList<SheetLine> lines) => [.. lines.Select(l => string.Join('|', l.Cells.Prepend(l.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))))];
}
