using Komeji.Application.Sheets;
using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;

namespace Komeji.Application.Reconciliation;

/// <summary>Midtrans' settlement report: one row for each payment and each refund of a settlement.</summary>
public static class SettlementSheet
{
    const int LongestId = 100;

    static readonly TableColumn Order = new("Order ID");
    static readonly TableColumn Transaction = new("Transaction ID");
    static readonly TableColumn Gross = new("Gross Amount", "Amount");
    static readonly TableColumn Fee = new("Fee", "Transaction Fee");
    static readonly TableColumn Net = new("Net Amount", "Net");
    static readonly TableColumn Day = new("Settlement Date");

    static readonly IReadOnlyList<TableColumn> All = [Order, Transaction, Gross, Fee, Net, Day];

    public static IReadOnlyList<string> Heads => [.. All.Select(c => c.Title)];

    /// <summary>A row of the template, to be replaced.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Examples =>
        [["01998f3a-7c00-7000-8000-000000000001", "0d1f2e3c-0000-4000-8000-000000000001", "33500", "234", "33266", "2026-10-06"]];

    /// <exception cref="RuleBroken"><c>table.columns</c>, <c>table.empty</c></exception>
    internal static (IReadOnlyList<SettlementRow> Rows, IReadOnlyList<RowFault> Faults) Read(IReadOnlyList<SheetLine> sheet, DateOnly today)
    {
        var columns = new TableColumns(sheet[0], All);
        if (sheet.Count == 1)
        {
            throw new RuleBroken("table.empty", "Laporan ini hanya berisi judul kolom. Unduh lagi untuk hari yang ada penyelesaiannya.");
        }

        var faults = new List<RowFault>();
        var rows = sheet.Skip(1).Select(line => Row(new TableRow(line, columns, faults), today)).OfType<SettlementRow>().ToList();
        return (rows, faults);
    }

    static SettlementRow? Row(TableRow row, DateOnly today)
    {
        var (order, transaction, day) = (row.Text(Order, LongestId, needed: true), row.Text(Transaction, LongestId, needed: true), row.Day(Day, today));
        var (gross, fee, net) = (row.Money(Gross, needed: true, signed: true), row.Money(Fee, needed: true, signed: true), row.Money(Net, needed: true, signed: true));
        if (gross is { IsZero: true })
        {
            row.Fault("Gross Amount nol.");
        }

        if (gross is { } g && fee is { } f && net is { } n && g - f != n)
        {
            row.Fault($"Hitungannya tidak cocok: {g} dikurangi biaya {f} seharusnya {g - f}, tetapi tertulis {n}.");
        }

        return row.IsSound ? new SettlementRow(row.Number, order, transaction, gross!.Value, fee!.Value, net!.Value, day!.Value) : null;
    }
}
