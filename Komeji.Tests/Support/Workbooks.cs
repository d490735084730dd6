using System.IO.Compression;
using System.Text;

namespace Komeji.Tests.Support;

/// <summary>Workbooks no spreadsheet would write, made of the parts a test gives.</summary>
public static class Workbooks
{
    const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <param name="sheet">What stands in the worksheet element.</param>
    /// <param name="shared">The content of the shared texts, with their element.</param>
    /// <param name="styles">What stands in the element of the styles.</param>
    /// <param name="hiddenBefore">A sheet nobody sees stands before it.</param>
    public static byte[] Of(string sheet, string? shared = null, string styles = "", bool hiddenBefore = false) => Zip(
        ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{(hiddenBefore ? """<sheet name="B" sheetId="2" state="hidden" r:id="rId2"/>""" : "")}<sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId2" Type="x" Target="worksheets/sheet2.xml"/><Relationship Id="rId1" Type="x" Target="worksheets/sheet1.xml"/></Relationships>"""),
        ("xl/sharedStrings.xml", shared ?? $"""<sst xmlns="{Main}"/>"""),
        ("xl/styles.xml", $"""<styleSheet xmlns="{Main}">{styles}</styleSheet>"""),
        ("xl/worksheets/sheet2.xml", $"""<worksheet xmlns="{Main}"><sheetData><row r="1"><c t="str"><v>tersembunyi</v></c></row></sheetData></worksheet>"""),
        ("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}">{sheet}</worksheet>"""));

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}
