using Komeji.Application.Common;
using Komeji.Application.Sheets;
using Komeji.Application.Stores.Health;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shared;

/// <summary>A shop's figures in addresses.</summary>
public static class HealthWords
{
    static readonly IReadOnlyList<(HealthMeasure Measure, string Word)> Words =
    [
        (HealthMeasure.SlowAnswer, "lambat-dijawab"), (HealthMeasure.Cancelled, "batal"), (HealthMeasure.Complained, "komplain"), (HealthMeasure.Late, "terlambat"),
    ];

    public static string Of(HealthMeasure measure) => Words.Single(w => w.Measure == measure).Word;

    /// <exception cref="NotFound">There is no such figure.</exception>
    public static HealthMeasure Read(string word) => Words.Where(w => w.Word == word).Select(w => (HealthMeasure?)w.Measure).FirstOrDefault() ?? throw new NotFound();

    /// <param name="form"><c>xlsx</c>; else CSV.</param>
    public static IActionResult File(string name, SheetPage table, string? form) => form == "xlsx"
        ? XlsxFile.Of($"{name}.xlsx", table)
        : CsvFile.Of($"{name}.csv", [table.Heads, .. table.Rows.Select(row => row.Select(cell => cell is long number ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : (string)cell))]);
}

/// <summary>The figures of a shop on its own or the cooperative's pages.</summary>
/// <param name="Address">Of the figures; the list behind one is below it.</param>
/// <param name="ForShop">It is the shop that looks.</param>
public sealed record HealthView(HealthPage Page, string Address, bool ForShop);

public sealed record HealthCasesView(HealthCaseList List, string Address, bool ForShop);
