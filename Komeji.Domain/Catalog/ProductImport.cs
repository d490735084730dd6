using Komeji.Domain.Common;

namespace Komeji.Domain.Catalog;

public enum ImportState
{
    /// <summary>Uploaded; its rows wait to be checked.</summary>
    Waiting,

    /// <summary>Every row can be saved; the seller has not said yes yet.</summary>
    Checked,

    /// <summary>The seller said yes; it is being saved, all or nothing.</summary>
    Accepted,
    Saved,

    /// <summary>Rows are wrong; nothing was saved.</summary>
    Faulty,
    Dropped,
}

/// <summary>The legal moves of an import. A diagram in docs/domain/seller.md shows the same, and a test compares them.</summary>
public static class ImportMoves
{
    public static IReadOnlyList<ImportState> From(ImportState state) => state switch
    {
        ImportState.Waiting => [ImportState.Checked, ImportState.Faulty, ImportState.Dropped],
        ImportState.Checked => [ImportState.Accepted, ImportState.Dropped],
        ImportState.Accepted => [ImportState.Saved, ImportState.Faulty],
        ImportState.Saved or ImportState.Faulty or ImportState.Dropped => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>A table of products on its way into a shop: checked as a whole, then saved as a whole or not at all.</summary>
public sealed class ProductImport : Aggregate
{
    ProductImport() { }

    public ProductImportId Id { get; private set; }
    public StoreId StoreId { get; private set; }

    /// <summary>Who uploaded it.</summary>
    public UserId By { get; private set; }
    public string FileName { get; private set; } = "";
    public ImportState State { get; private set; }

    /// <summary>Rows below the heading.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows the check has looked at.</summary>
    public int RowsChecked { get; private set; }
    public int NewProducts { get; private set; }
    public int ChangedProducts { get; private set; }
    public int Faults { get; private set; }
    public DateTimeOffset UploadedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsOpen => State is ImportState.Waiting or ImportState.Checked or ImportState.Accepted;

    public static ProductImport Upload(StoreId storeId, UserId by, string fileName, int rows, DateTimeOffset now) => new()
    {
        Id = ProductImportId.New(now),
        StoreId = storeId,
        By = by,
        FileName = PlainText.Cut(PlainText.Name(fileName), 100),
        State = ImportState.Waiting,
        Rows = rows,
        UploadedAt = now,
    };

    public void Progress(int rowsChecked) => RowsChecked = Math.Clamp(rowsChecked, RowsChecked, Rows);

    /// <summary>Every row is in order.</summary>
    public void Pass(int newProducts, int changedProducts)
    {
        Move(ImportState.Checked);
        (RowsChecked, NewProducts, ChangedProducts) = (Rows, newProducts, changedProducts);
    }

    /// <summary>Nothing is saved; the rows that are wrong are told.</summary>
    public void Refuse(int faults, DateTimeOffset now)
    {
        Move(ImportState.Faulty);
        (RowsChecked, Faults, EndedAt) = (Rows, faults, now);
    }

    /// <exception cref="RuleBroken"><c>import.illegal_move</c></exception>
    public void Accept() => Move(ImportState.Accepted);

    public void Save(int newProducts, int changedProducts, DateTimeOffset now)
    {
        Move(ImportState.Saved);
        (NewProducts, ChangedProducts, EndedAt) = (newProducts, changedProducts, now);
    }

    /// <exception cref="RuleBroken"><c>import.illegal_move</c></exception>
    public void Drop(DateTimeOffset now)
    {
        Move(ImportState.Dropped);
        EndedAt = now;
    }

    /// <summary>Pressed twice, it stands where it stood.</summary>
    void Move(ImportState to)
    {
        if (State != to && !ImportMoves.From(State).Contains(to))
        {
            throw new RuleBroken("import.illegal_move", "Impor ini sudah selesai atau sedang disimpan. Muat ulang halaman untuk melihat hasilnya.");
        }

        State = to;
    }
}

/// <summary>The rows of an import, packed; deleted as soon as they are saved, refused or dropped.</summary>
public sealed class ImportSheet
{
    ImportSheet() { }

    public ImportSheet(ProductImportId importId, byte[] content)
    {
        ImportId = importId;
        Content = content;
    }

    public ProductImportId ImportId { get; private set; }

#pragma warning disable CA1819 // A column of bytes.
    public byte[] Content { get; private set; } = [];
#pragma warning restore CA1819
}

/// <summary>What is wrong in a cell of an import.</summary>
public sealed class ImportFault
{
    ImportFault() { }

    public ImportFault(ProductImportId importId, int row, string column, string reason)
    {
        ImportId = importId;
        Row = row;
        Column = column;
        Reason = PlainText.Cut(reason, 500);
    }

    public long Id { get; private set; }
    public ProductImportId ImportId { get; private set; }

    /// <summary>As the spreadsheet counts.</summary>
    public int Row { get; private set; }
    public string Column { get; private set; } = "";
    public string Reason { get; private set; } = "";
}
