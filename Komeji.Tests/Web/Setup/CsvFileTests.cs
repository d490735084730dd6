using System.Text;
using Komeji.Web.Setup;

namespace Komeji.Tests.Web.Setup;

public sealed class CsvFileTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+62812", "'+62812")]
    [InlineData("-42", "-42")]
    [InlineData("-", "'-")]
    [InlineData("--5", "'--5")]
    [InlineData("-5+1", "'-5+1")]
    [InlineData("-2,5", "\"'-2,5\"")]
    [InlineData("-A1", "'-A1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=HYPERLINK(\"http://jahat\",\"klik\")", "\"'=HYPERLINK(\"\"http://jahat\"\",\"\"klik\"\")\"")]
    [InlineData("a=1", "a=1")]
    [InlineData("Rp25.500", "Rp25.500")]
    [InlineData("satu, dua", "\"satu, dua\"")]
    [InlineData("baris\nkedua", "\"baris\nkedua\"")]
    [InlineData("kata \"kutip\"", "\"kata \"\"kutip\"\"\"")]
    [InlineData("", "")]
    public void A_cell_runs_as_no_formula_and_stays_one_cell(string value, string cell) =>
        Text([[value]]).ShouldBe(cell + "\r\n");

    [Fact]
    public void Rows_follow_each_other_and_spreadsheets_read_the_letters()
    {
        var file = CsvFile.Of("daftar.csv", [["Nama", "Kota"], ["Bu Sri", "Jember"]]);
        file.FileDownloadName.ShouldBe("daftar.csv");
        file.FileContents.Take(3).ShouldBe(Encoding.UTF8.Preamble.ToArray());
        Text([["Nama", "Kota"], ["Bu Sri", "Jember"]]).ShouldBe("Nama,Kota\r\nBu Sri,Jember\r\n");
    }

    static string Text(IEnumerable<IEnumerable<string>> rows) => Encoding.UTF8.GetString(CsvFile.Of("x.csv", rows).FileContents.AsSpan(3));
}
