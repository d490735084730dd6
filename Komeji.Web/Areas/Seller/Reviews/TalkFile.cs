using System.Globalization;
using Komeji.Application.Reviews;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Reviews;

/// <summary>Reviews or questions as a file, sent while they are read.</summary>
static class TalkFile
{
    /// <param name="title">Of the sheet.</param>
    /// <param name="sheet">XLSX; else CSV.</param>
    public static IActionResult Of(TalkTable table, string title, bool sheet) => sheet
        ? XlsxFile.Of($"{table.Name}.xlsx", title, table.Heads, table.Rows)
        : CsvFile.Of($"{table.Name}.csv", table.Heads, table.Rows.Select(Cells));

    static IEnumerable<string> Cells(IReadOnlyList<object> row) => row.Select(cell => cell is long number ? number.ToString(CultureInfo.InvariantCulture) : (string)cell);
}
