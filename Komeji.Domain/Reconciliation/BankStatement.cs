using Komeji.Domain.Common;

namespace Komeji.Domain.Reconciliation;

/// <summary>A file of a bank's lines that was imported: by whom, when, and what of it was new.</summary>
public sealed class BankStatement : Aggregate
{
    BankStatement() { }

    public BankStatementId Id { get; private set; }
    public int Account { get; private set; }
    public string FileName { get; private set; } = "";
    public UserId By { get; private set; }
    public DateTimeOffset ImportedAt { get; private set; }
    public DateOnly FirstDay { get; private set; }
    public DateOnly LastDay { get; private set; }
    public int Rows { get; private set; }

    /// <summary>Rows no statement had brought before.</summary>
    public int Added { get; private set; }
    public Rupiah Opening { get; private set; }
    public Rupiah Closing { get; private set; }

    /// <param name="rows">At least one, the oldest first.</param>
    public static BankStatement Import(int account, string fileName, UserId by, IReadOnlyList<BankRow> rows, int added, DateTimeOffset now) => new()
    {
        Id = BankStatementId.New(now),
        Account = account,
        FileName = PlainText.Cut(PlainText.Name(fileName), 100),
        By = by,
        ImportedAt = now,
        FirstDay = rows[0].Day,
        LastDay = rows[^1].Day,
        Rows = rows.Count,
        Added = added,
        Opening = rows[0].Balance - rows[0].Amount,
        Closing = rows[^1].Balance,
    };
}

/// <summary>A row of a bank's file, read.</summary>
/// <param name="Row">As the spreadsheet counts.</param>
/// <param name="Amount">Positive when it came in.</param>
/// <param name="Balance">After it.</param>
public sealed record BankRow(int Row, DateOnly Day, string Text, Rupiah Amount, Rupiah Balance, string Reference);

/// <summary>What is wrong with a row of a file.</summary>
/// <param name="Row">As the spreadsheet counts.</param>
public sealed record RowFault(int Row, string Reason);
