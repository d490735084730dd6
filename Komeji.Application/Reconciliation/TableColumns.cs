using Komeji.Application.Sheets;
using Komeji.Domain.Common;

namespace Komeji.Application.Reconciliation;

/// <summary>A column a file must have, by its heading; case, spaces and signs do not matter, nor does the order.</summary>
/// <param name="aliases">Other headings it is known by.</param>
sealed class TableColumn(string title, params string[] aliases)
{
    public string Title => title;

    public bool IsHeaded(string heading) => aliases.Prepend(title).Any(known => Folded(known) == Folded(heading));

    static string Folded(string heading) => string.Concat(heading.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

/// <summary>Where the columns of a file are. Others it has are not read.</summary>
sealed class TableColumns
{
    readonly Dictionary<TableColumn, int> places = [];

    /// <exception cref="RuleBroken"><c>table.columns</c>: one is missing, or there twice.</exception>
    public TableColumns(SheetLine head, IReadOnlyList<TableColumn> needed)
    {
        foreach (var column in needed)
        {
            var found = head.Cells.Index().Where(c => column.IsHeaded(c.Item)).Select(c => c.Index).ToList();
            places[column] = found.Count == 1
                ? found[0]
                : throw new RuleBroken("table.columns", $"Kolom “{column.Title}” {(found.Count == 0 ? "tidak ada" : "ada dua kali")} di baris pertama. Yang diperlukan: {string.Join(", ", needed.Select(n => n.Title))}. Unduh contohnya.");
        }
    }

    /// <summary>Empty when nothing is written there.</summary>
    public string Cell(SheetLine line, TableColumn column) => places[column] is var at && at < line.Cells.Count ? line.Cells[at] : "";
}
