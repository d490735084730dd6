using System.IO.Compression;
using System.Text.Json;
using Komeji.Application.Sheets;
using Komeji.Domain.Common;

namespace Komeji.Application.Catalog.Imports;

/// <summary>A table whose heading was understood.</summary>
public sealed record ImportTable(IReadOnlyList<ImportColumn> Columns, IReadOnlyList<SheetLine> Lines)
{
    readonly Dictionary<ImportColumn, int> places = Columns.Index().ToDictionary(c => c.Item, c => c.Index);

    const string Advice = "Unduh templat untuk melihat nama kolom yang dikenal.";

    /// <exception cref="RuleBroken"><c>import.columns</c>, <c>import.empty</c></exception>
    public static ImportTable Of(IReadOnlyList<SheetLine> sheet)
    {
        var titles = sheet[0].Cells.Reverse().SkipWhile(c => c.Length == 0).Reverse().ToList();
        var columns = titles.Select(t => ImportColumn.Find(t) ?? throw Refuse($"Kolom “{PlainText.Cut(PlainText.Read(t) ?? "?", 40)}” tidak dikenal.")).ToList();
        if (columns.GroupBy(c => c).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw Refuse($"Kolom “{twice.Key.Title}” ada dua kali.");
        }

        if (!columns.Contains(ImportColumn.Sku))
        {
            throw Refuse("Kolom “SKU” tidak ada di baris pertama.");
        }

        var lines = sheet.Skip(1).Select(l => l.Cells.Count > titles.Count ? l with { Cells = [.. l.Cells.Take(titles.Count)] } : l).ToList();
        return lines.Count > 0
            ? new ImportTable(columns, lines)
            : throw new RuleBroken("import.empty", "Tabel ini hanya berisi judul kolom. Isi produk Anda mulai baris kedua.");
    }

    public IEnumerable<ImportRow> Rows => Lines.Select(line => new ImportRow(this, line));

    internal string? CellOf(SheetLine line, ImportColumn column)
    {
        var at = places.GetValueOrDefault(column, -1);
        return at < 0 || at >= line.Cells.Count || line.Cells[at].Length == 0 ? null : line.Cells[at];
    }

    /// <summary>For the row that holds it until it is saved, refused or dropped.</summary>
    public byte[] Pack()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(zip, new Stored([.. Columns.Select(c => c.Title)], Lines));
        }

        return packed.ToArray();
    }

    public static ImportTable Unpack(byte[] content)
    {
        using var zip = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
        var stored = JsonSerializer.Deserialize<Stored>(zip)!;
        return new ImportTable([.. stored.Columns.Select(t => ImportColumn.Find(t)!)], stored.Lines);
    }

    static RuleBroken Refuse(string what) => new("import.columns", $"{what} {Advice}");

    sealed record Stored(IReadOnlyList<string> Columns, IReadOnlyList<SheetLine> Lines);
}

/// <summary>One row, by the columns' names.</summary>
public sealed class ImportRow(ImportTable table, SheetLine line)
{
    public int Number => line.Number;

    /// <summary>Null when nothing is written there. An apostrophe that exports put before a formula is taken off again.</summary>
    public string? this[ImportColumn column] => table.CellOf(line, column) switch
    {
        ['\'', '=' or '+' or '-' or '@', ..] guarded => guarded[1..],
        var cell => cell,
    };
}
