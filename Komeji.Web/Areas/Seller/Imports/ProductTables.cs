using System.Globalization;
using Komeji.Application.Catalog;
using Komeji.Application.Catalog.Imports;
using Komeji.Application.Sheets;
using Komeji.Domain.Catalog;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Imports;

/// <summary>The table of products as a file, empty with examples or filled.</summary>
static class ProductTables
{
    const string Csv = "csv";
    const string Xlsx = "xlsx";

    static readonly IReadOnlyList<string> Heads = [.. ImportColumn.All.Select(c => c.Title)];

    /// <returns>Null for a form of file there is not.</returns>
    public static FileContentResult? Template(string kind, CategoryTree categories, ServableRegions servable) => kind switch
    {
        Csv => CsvFile.Of("templat-produk.csv", Examples.Select(row => row.Select(Text)).Prepend(Heads)),
        Xlsx => XlsxFile.Of("templat-produk.xlsx", new SheetPage("Produk", Heads, Examples), Guide, Categories(categories), Served(servable)),
        _ => null,
    };

    /// <summary>XLSX unless CSV is asked for.</summary>
    public static FileContentResult Export(string? kind, IReadOnlyList<IReadOnlyList<object>> rows) => kind == Csv
        ? CsvFile.Of("produk.csv", rows.Select(row => row.Select(Text)).Prepend(Heads))
        : XlsxFile.Of("produk.xlsx", new SheetPage("Produk", Heads, rows));

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    static string Text(object cell) => cell is long number ? Text(number) : (string)cell;

    static IReadOnlyList<IReadOnlyList<object>> Examples =>
    [
        [.. ImportColumn.All.Select(c => Cell(c.Examples.First))],
        [.. ImportColumn.All.Select(c => Cell(c.Examples.Second))],
        [.. ImportColumn.All.Select(c => Cell(c.Examples.Service))],
    ];

    static object Cell(string example) => long.TryParse(example, CultureInfo.InvariantCulture, out var number) ? number : example;

    static SheetPage Guide => new("Petunjuk", ["Kolom", "Wajib untuk produk baru", "Cara mengisi"],
    [
        .. ImportColumn.All.Select(c => (IReadOnlyList<object>)[c.Title, c.Needed ? "ya" : "tidak", c.Help]),
        ["Mengubah barang yang sudah ada", "", "Cukup SKU dan kolom yang berubah. Sel kosong tidak mengubah apa pun; tulis - untuk mengosongkan isian yang tidak wajib."],
        ["Baris contoh", "", "Hapus ketiga baris contoh sebelum mengunggah: dua varian satu barang, dan satu jasa."],
    ]);

    static SheetPage Categories(CategoryTree tree) => new("Kategori", ["Kelompok", "Kategori", "Jenis"],
        tree.Branches.SelectMany(b => b.Leaves.Select(l => (IReadOnlyList<object>)[b.Top.Name, l.Name, l.Kind == ProductKind.Service ? "jasa" : "barang"])));

    static SheetPage Served(ServableRegions servable) => new("Wilayah", ["Wilayah layanan jasa"],
        servable.Regencies.Concat(servable.Districts).Select(r => (IReadOnlyList<object>)[r.Written]));
}
