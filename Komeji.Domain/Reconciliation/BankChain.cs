using Komeji.Domain.Common;

namespace Komeji.Domain.Reconciliation;

/// <summary>What a file adds to the lines that are kept.</summary>
/// <param name="Added">Rows nobody had brought, each with its place in its day.</param>
/// <param name="Faults">Then nothing is added.</param>
public sealed record BankExtension(IReadOnlyList<(BankRow Row, int Number)> Added, IReadOnlyList<RowFault> Faults);

/// <summary>
/// The lines kept of an account are one chain: each begins with the balance the one before ends with. A file begins with the first line
/// of a day and leaves none out, so a line is known by its day and its place in that day, and files may overlap and come in any order.
/// </summary>
public static class BankChain
{
    /// <param name="kept">Of the days from the file's first to its last, with the nearest line before and after them, in order.</param>
    /// <param name="rows">At least one.</param>
    public static BankExtension Extend(IReadOnlyList<BankLine> kept, IReadOnlyList<BankRow> rows)
    {
        var faults = WithinTheFile(rows);
        if (faults.Count > 0)
        {
            return new BankExtension([], faults);
        }

        var added = Compare(kept, rows, faults);
        if (faults.Count == 0)
        {
            Connect(kept, added, faults);
        }

        return faults.Count == 0 ? new BankExtension(added, []) : new BankExtension([], faults);
    }

    static List<RowFault> WithinTheFile(IReadOnlyList<BankRow> rows)
    {
        var faults = new List<RowFault>();
        foreach (var (before, row) in rows.Zip(rows.Skip(1)))
        {
            if (row.Day < before.Day)
            {
                faults.Add(new RowFault(row.Row, $"Tanggalnya mundur, dari {Shown(before.Day)} ke {Shown(row.Day)}. Urutkan mutasi dari yang paling lama."));
            }
            else if (before.Balance + row.Amount != row.Balance)
            {
                faults.Add(new RowFault(row.Row, $"Saldo tidak menyambung: {before.Balance} di baris {before.Row}, lalu {Words(row.Amount)}, seharusnya {before.Balance + row.Amount} tetapi tertulis {row.Balance}."));
            }
        }

        return faults;
    }

    /// <summary>Day by day: what is kept and what the file has are the same as far as both go.</summary>
    static List<(BankRow Row, int Number)> Compare(IReadOnlyList<BankLine> kept, IReadOnlyList<BankRow> rows, List<RowFault> faults)
    {
        var (first, last) = (rows[0].Day, rows[^1].Day);
        var days = kept.Where(l => l.Day >= first && l.Day <= last).GroupBy(l => l.Day).ToDictionary(g => g.Key, g => g.OrderBy(l => l.Number).ToList());
        var added = new List<(BankRow, int)>();
        foreach (var day in rows.GroupBy(r => r.Day))
        {
            days.Remove(day.Key, out var known);
            known ??= [];
            var told = day.ToList();
            var other = told.Zip(known).FirstOrDefault(p => !IsSame(p.First, p.Second)).First;
            if (other is not null)
            {
                faults.Add(new RowFault(other.Row, $"Tidak sama dengan mutasi {Shown(day.Key)} yang sudah tersimpan pada urutan itu. Unduh rekening koran sejak awal hari, tanpa mutasi yang dihapus."));
            }
            else if (told.Count < known.Count && day.Key != last)
            {
                faults.Add(new RowFault(told[^1].Row, $"Untuk {Shown(day.Key)} sudah tersimpan {known.Count} mutasi, tetapi berkas ini hanya berisi {told.Count}. Unduh rekening koran yang lengkap."));
            }

            added.AddRange(told.Skip(known.Count).Select((row, at) => (row, known.Count + at + 1)));
        }

        faults.AddRange(days.Keys.Order().Select(day => new RowFault(
            rows.First(r => r.Day > day).Row, $"Mutasi {Shown(day)} sudah tersimpan, tetapi tidak ada di berkas ini. Unduh rekening koran yang lengkap.")));
        return added;
    }

    /// <summary>With what is kept before, between and after them the new rows are one chain.</summary>
    static void Connect(IReadOnlyList<BankLine> kept, List<(BankRow Row, int Number)> added, List<RowFault> faults)
    {
        var chain = kept.Select(l => new Link(l.Day, l.Number, l.Before, l.Balance, null))
            .Concat(added.Select(a => new Link(a.Row.Day, a.Number, a.Row.Balance - a.Row.Amount, a.Row.Balance, a.Row)))
            .OrderBy(l => l.Day).ThenBy(l => l.Number).ToList();
        foreach (var (before, link) in chain.Zip(chain.Skip(1)).Where(p => p.First.After != p.Second.Before))
        {
            if (link.Row is { } row)
            {
                faults.Add(new RowFault(row.Row, $"Tidak menyambung dengan mutasi tersimpan sebelumnya: {Shown(before.Day)} berakhir dengan saldo {before.After}, baris ini mulai dari {link.Before}. Impor dahulu rekening koran di antaranya."));
            }
            else if (before.Row is { } end)
            {
                faults.Add(new RowFault(end.Row, $"Tidak menyambung dengan mutasi tersimpan berikutnya: baris ini berakhir dengan saldo {before.After}, {Shown(link.Day)} mulai dari {link.Before}. Unduh rekening koran sampai {Shown(link.Day)}."));
            }
        }
    }

    static bool IsSame(BankRow row, BankLine line) =>
        (row.Amount, row.Balance, row.Text, row.Reference) == (line.Amount, line.Balance, line.Text, line.Reference);

    static string Words(Rupiah amount) => amount.IsNegative ? $"keluar {-amount}" : $"masuk {amount}";

    static string Shown(DateOnly day) => day.ToString("dd-MM-yyyy", System.Globalization.CultureInfo.InvariantCulture);

    sealed record Link(DateOnly Day, int Number, Rupiah Before, Rupiah After, BankRow? Row);
}
