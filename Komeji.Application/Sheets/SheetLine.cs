namespace Komeji.Application.Sheets;

/// <summary>A row of a table somebody made in a spreadsheet.</summary>
/// <param name="Number">As the spreadsheet counts, from 1.</param>
/// <param name="Cells">Trimmed texts; empty ones at the end may be missing.</param>
public sealed record SheetLine(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>
    /// Stands before what a workbook keeps as a date: spreadsheets make one of <c>3-4</c>, and what was typed is gone. A sign nobody types,
    /// so that no text is taken for it.
    /// </summary>
    public const string DateMark = "\u0011";

    public bool IsEmpty => Cells.All(c => c.Length == 0);
}

/// <summary>What a table may hold at most; beyond it nothing is read further.</summary>
public static class SheetLimits
{
    public const int Bytes = 5 * 1024 * 1024;
    public const int Rows = 10_000;
    public const int Columns = 60;
    public const int CellLength = 6_000;

    /// <summary>Of all cells together.</summary>
    public const int Letters = 20_000_000;

    /// <summary>Bytes of everything inside an XLSX, unpacked: some ten times what is allowed to arrive.</summary>
    public const long Unpacked = 50 * 1024 * 1024;
}
