using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Setup;

/// <summary>
/// A table to download. UTF-8 with its mark, so that spreadsheets read the letters; a cell a spreadsheet would run as a formula
/// gets an apostrophe before it.
/// </summary>
public static class CsvFile
{
    public static FileContentResult Of(string name, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        }

        return new FileContentResult([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8") { FileDownloadName = name };
    }

    static string Cell(string value)
    {
        var safe = value.Length > 0 && "=+-@\t\r".Contains(value[0], StringComparison.Ordinal) ? "'" + value : value;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
