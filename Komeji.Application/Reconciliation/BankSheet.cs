using Komeji.Application.Sheets;
using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;

namespace Komeji.Application.Reconciliation;

/// <summary>A bank's statement as the template has it.</summary>
public static class BankSheet
{
    const int LongestText = 300;
    const int LongestReference = 100;

    static readonly TableColumn Day = new("tanggal", "date", "tgl");
    static readonly TableColumn Text = new("keterangan", "uraian", "description");
    static readonly TableColumn In = new("masuk", "kredit", "credit");
    static readonly TableColumn Out = new("keluar", "debit", "debet");
    static readonly TableColumn Balance = new("saldo", "balance");
    static readonly TableColumn Reference = new("referensi", "reference", "no referensi");

    static readonly IReadOnlyList<TableColumn> All = [Day, Text, In, Out, Balance, Reference];

    public static IReadOnlyList<string> Heads => [.. All.Select(c => c.Title)];

    /// <summary>Rows of the template, to be replaced.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Examples =>
    [
        ["2026-10-05", "PENYELESAIAN MIDTRANS 2026-10-05", "140.510", "", "1.140.510", "midtrans-2026-10-05"],
        ["2026-10-06", "TRANSFER BI-FAST", "", "33.500", "1.107.010", "BRI-20261006-01"],
    ];

    /// <exception cref="RuleBroken"><c>table.columns</c>, <c>table.empty</c></exception>
    internal static (IReadOnlyList<BankRow> Rows, IReadOnlyList<RowFault> Faults) Read(IReadOnlyList<SheetLine> sheet, DateOnly today)
    {
        var columns = new TableColumns(sheet[0], All);
        if (sheet.Count == 1)
        {
            throw new RuleBroken("table.empty", "Berkas ini hanya berisi judul kolom. Isi mutasinya mulai baris kedua.");
        }

        var faults = new List<RowFault>();
        var rows = sheet.Skip(1).Select(line => Row(new TableRow(line, columns, faults), today)).OfType<BankRow>().ToList();
        return (rows, faults);
    }

    static BankRow? Row(TableRow row, DateOnly today)
    {
        var (day, text, reference) = (row.Day(Day, today), row.Text(Text, LongestText), row.Text(Reference, LongestReference));
        var (came, left, balance) = (row.Money(In, needed: false), row.Money(Out, needed: false), row.Money(Balance, needed: true));
        if (came is { } i && left is { } o && i.IsPositive == o.IsPositive)
        {
            row.Fault(i.IsPositive ? "Masuk dan keluar terisi sekaligus. Isi salah satu." : "Masuk dan keluar kosong. Isi salah satu.");
        }

        return row.IsSound ? new BankRow(row.Number, day!.Value, text, came!.Value - left!.Value, balance!.Value, reference) : null;
    }
}
