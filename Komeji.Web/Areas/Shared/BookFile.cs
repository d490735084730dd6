using System.Globalization;
using Komeji.Application.Ledger.Exports;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shared;

/// <summary>A table of the books as a file, sent while it is read.</summary>
public static class BookFile
{
    /// <param name="sheet">XLSX; else CSV.</param>
    public static IActionResult Of(BookTable table, bool sheet) => sheet
        ? XlsxFile.Of($"{table.Name}.xlsx", "Pembukuan", table.Heads, table.Rows)
        : CsvFile.Of($"{table.Name}.csv", table.Heads, table.Rows.Select(Cells));

    static IEnumerable<string> Cells(IReadOnlyList<object> row) => row.Select(cell => cell is long number ? number.ToString(CultureInfo.InvariantCulture) : (string)cell);
}
