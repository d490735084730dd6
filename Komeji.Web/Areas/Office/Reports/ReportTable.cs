using System.Globalization;
using Komeji.Application.Sheets;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Office.Reports;

/// <summary>What stands in a place of a table: a text or a number, and the page with the rows behind it.</summary>
/// <param name="Link">Null where there is nothing behind it.</param>
public sealed record ReportCell(object Value, string? Link = null)
{
    public static implicit operator ReportCell(string text) => new(text, null);

    public static ReportCell Of(int number, string link) => new((long)number, number == 0 ? null : link);

    public string Text => Value is long number ? number.ToString(CultureInfo.InvariantCulture) : (string)Value;

    public string Shown => Value is long number ? Words.Number(number) : (string)Value;

    public bool IsNumber => Value is long;
}

/// <summary>A table of the report, the same on the page and in the files taken away.</summary>
/// <param name="Slug">In addresses and names of files.</param>
/// <param name="Says">What it counts, in a sentence.</param>
public sealed record ReportTable(string Slug, string Title, string Says, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<ReportCell>> Rows)
{
    /// <summary>XLSX unless CSV is asked for.</summary>
    public FileContentResult File(string? kind) => kind == "csv"
        ? CsvFile.Of($"{Slug}.csv", Rows.Select(row => row.Select(c => c.Text)).Prepend(Heads))
        : XlsxFile.Of($"{Slug}.xlsx", new SheetPage(Title.Length > 31 ? Title[..31] : Title, Heads, Rows.Select(row => (IReadOnlyList<object>)[.. row.Select(c => c.Value)])));
}
