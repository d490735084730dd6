using System.Globalization;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shared;

/// <summary>A list as a table to take away, sent while it is read.</summary>
static class TableFile
{
    /// <param name="name">Without its ending.</param>
    /// <param name="title">Of the sheet.</param>
    /// <param name="rows">Cells are words or whole numbers.</param>
    /// <param name="sheet">XLSX; else CSV.</param>
    public static IActionResult Of(string name, string title, IReadOnlyList<string> heads, IAsyncEnumerable<IReadOnlyList<object>> rows, bool sheet) => sheet
        ? XlsxFile.Of($"{name}.xlsx", title, heads, rows)
        : CsvFile.Of($"{name}.csv", heads, rows.Select(Cells));

    /// <summary>In WIB; empty where there is none.</summary>
    public static string Moment(DateTimeOffset? at) => at is { } moment ? moment.ToOffset(Wib.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";

    static IEnumerable<string> Cells(IReadOnlyList<object> row) => row.Select(cell => cell is long number ? number.ToString(CultureInfo.InvariantCulture) : (string)cell);
}
