using System.Globalization;
using System.Text.RegularExpressions;
using Komeji.Application.Sheets;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;

namespace Komeji.Application.Catalog.Imports;

/// <param name="Row">As the spreadsheet counts.</param>
public sealed record CellFault(int Row, ImportColumn Column, string Reason);

/// <summary>
/// The cells of a product's rows, read. What cannot be read is a fault with its row and column, and reads as not written, so that
/// all faults of a table are found at once.
/// </summary>
/// <param name="told">What is known to be wrong with these rows already.</param>
sealed partial class ImportCells(IReadOnlyList<ImportRow> rows, List<CellFault> faults, IEnumerable<CellFault> told)
{
    readonly HashSet<CellFault> known = [.. told];

    /// <summary>In a cell that may be empty: what was there is taken away.</summary>
    const string Nothing = "-";

    static readonly Dictionary<string, string> Units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["g"] = "g", ["gr"] = "g", ["gram"] = "g", ["ml"] = "ml", ["mililiter"] = "ml", ["buah"] = "buah", ["pcs"] = "buah", ["biji"] = "buah",
        ["lembar"] = "lembar", ["pasang"] = "pasang", ["porsi"] = "porsi",
    };

    static readonly Dictionary<string, bool> Answers = new(StringComparer.OrdinalIgnoreCase) { ["ya"] = true, ["y"] = true, ["tidak"] = false, ["t"] = false };

    static readonly Dictionary<string, WarrantyKind> Warranties = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tanpa"] = WarrantyKind.None, ["tidak ada"] = WarrantyKind.None, ["toko"] = WarrantyKind.Shop, ["pembuat"] = WarrantyKind.Maker,
    };

    static readonly Dictionary<string, ProductState> States = new(StringComparer.OrdinalIgnoreCase)
    {
        ["draf"] = ProductState.Draft, ["draft"] = ProductState.Draft, ["tayang"] = ProductState.Published, ["arsip"] = ProductState.Archived, ["diarsipkan"] = ProductState.Archived,
    };

    public IReadOnlyList<ImportRow> Rows => rows;

    public bool HasFaults => known.Count > 0;

    /// <summary>Something in these columns is wrong already, so what follows from it is not told.</summary>
    public bool IsFaulty(IReadOnlyList<ImportColumn> columns) => known.Any(fault => columns.Contains(fault.Column));

    public void Fault(ImportRow? row, ImportColumn column, string reason)
    {
        var fault = new CellFault((row ?? rows[0]).Number, column, reason);
        if (known.Add(fault))
        {
            faults.Add(fault);
        }
    }

    /// <summary>A fault of the whole product stands where its column is written.</summary>
    public void Fault(ImportColumn column, string reason) => Fault(Writer(column), column, reason);

    /// <summary>Null when nothing is written, empty when it is to be taken away.</summary>
    public string? Text(ImportColumn column, ImportRow? of = null, bool lines = false)
    {
        var row = of ?? Writer(column);
        if (row?[column] is not { } typed)
        {
            return null;
        }

        if (typed == Nothing && !column.Needed)
        {
            return "";
        }

        if (Spoilt(typed) is { } spoilt)
        {
            Fault(row, column, spoilt);
            return null;
        }

        var text = PlainText.Read(typed.ReplaceLineEndings("\n"), lines);
        if (text is null)
        {
            Fault(row, column, "Ada karakter tersembunyi yang tidak bisa disimpan. Hapus isi sel ini, lalu ketik ulang.");
        }

        return text;
    }

    /// <summary>What a spreadsheet has made of a text so that it is not there any more; null when it is.</summary>
    public static string? Spoilt(string typed) => typed switch
    {
        _ when typed.StartsWith(SheetLine.DateMark, StringComparison.Ordinal) =>
            $"Excel menjadikan isi sel ini tanggal ({PlainText.Cut(typed[SheetLine.DateMark.Length..], 20)}). Ubah format selnya menjadi Teks, lalu ketik ulang.",
        "#REF!" or "#N/A" or "#NAME?" or "#VALUE!" or "#DIV/0!" or "#NUM!" or "#NULL!" => $"Isi sel ini {typed}, tanda rumus yang salah. Ketik isinya.",
        _ when Shortened().IsMatch(typed) => $"Excel memendekkan angka panjang di sel ini menjadi {typed}, sehingga sebagian angkanya hilang. Ubah format selnya menjadi Teks, lalu ketik ulang.",
        _ => null,
    };

    public Rupiah? Money(ImportColumn column, ImportRow of)
    {
        if (Text(column, of) is not { } typed)
        {
            return null;
        }

        if (Rupiah.TryParse(typed, out var amount))
        {
            return amount;
        }

        Fault(of, column, typed.StartsWith('=') ? "Isi sel ini rumus. Ubah menjadi angka (salin, lalu tempel sebagai nilai)." : $"“{Shown(typed)}” bukan jumlah rupiah bulat. Tulis seperti 18500 atau 18.500.");
        return null;
    }

    public int? Whole(ImportColumn column, ImportRow? of = null)
    {
        var typed = Text(column, of);
        if (typed is null or "")
        {
            return typed is null ? null : 0;
        }

        if (!typed.Contains("Rp", StringComparison.OrdinalIgnoreCase) && Rupiah.TryParse(typed, out var number) && number.Amount <= int.MaxValue)
        {
            return (int)number.Amount;
        }

        Fault(of ?? Writer(column), column, typed.StartsWith('=') ? "Isi sel ini rumus. Ubah menjadi angka (salin, lalu tempel sebagai nilai)." : $"“{Shown(typed)}” bukan angka bulat. Tulis seperti {column.Examples.First switch { "" => "12", var example => example }}.");
        return null;
    }

    public string? Unit() => Choice(ImportColumn.Unit, Units);

    public bool? Local() => Choose(ImportColumn.Local, Answers);

    public WarrantyKind? Warranty() => Choose(ImportColumn.WarrantyKind, Warranties);

    public ProductState? State() => Choose(ImportColumn.State, States);

    /// <summary>All rows of a product say the same where they say anything.</summary>
    public void CheckAgreement()
    {
        foreach (var column in ImportColumn.All.Where(c => c.OfProduct))
        {
            var first = Writer(column);
            foreach (var row in rows.Where(r => r[column] is { } cell && cell != first![column]))
            {
                Fault(row, column, $"Isinya berbeda dari baris {first!.Number.ToString(CultureInfo.InvariantCulture)}, padahal produknya sama. Samakan, atau kosongkan.");
            }
        }
    }

    public bool IsWritten(ImportColumn column) => Writer(column) is not null;

    ImportRow? Writer(ImportColumn column) => rows.FirstOrDefault(r => r[column] is not null);

    string? Choice(ImportColumn column, Dictionary<string, string> choices) =>
        Text(column) is "" ? "" : Choice<string>(column, choices, out var chosen) ? chosen : null;

    bool Choice<T>(ImportColumn column, Dictionary<string, T> choices, out T chosen)
    {
        chosen = default!;
        if (Text(column) is not { Length: > 0 } typed)
        {
            return false;
        }

        if (choices.TryGetValue(typed, out chosen!))
        {
            return true;
        }

        Unknown(column, typed);
        return false;
    }

    /// <summary>Null when nothing is written, or what cannot be read, which is told.</summary>
    public T? Choose<T>(ImportColumn column, Dictionary<string, T> choices)
        where T : struct => Choice(column, choices, out var chosen) ? chosen : null;

    public void Unknown(ImportColumn column, string typed) => Fault(column, $"“{Shown(typed)}” tidak dikenal. {column.Help}");

    static string Shown(string typed) => PlainText.Cut(typed, 40);

    /// <summary>As spreadsheets write numbers too long for the cell or for themselves: <c>8,99123E+12</c>.</summary>
    [GeneratedRegex(@"^[0-9]+([.,][0-9]+)?E\+[0-9]{1,3}$", RegexOptions.NonBacktracking)]
    private static partial Regex Shortened();
}
