using System.Globalization;
using Komeji.Domain.Common;

namespace Komeji.Domain.Reconciliation;

/// <summary>
/// Which rows of a report are new. A settlement is a day's, booked once, so a report holds each of its days whole: the rows of a day
/// that is kept are all there and the same, or something is wrong.
/// </summary>
public static class SettlementRows
{
    /// <param name="kept">Of the report's days, and of its transactions on any day.</param>
    /// <returns>The new rows; with faults, none.</returns>
    public static (IReadOnlyList<SettlementRow> Added, IReadOnlyList<RowFault> Faults) New(IReadOnlyList<SettlementRow> rows, IReadOnlyList<SettlementLine> kept)
    {
        var faults = new List<RowFault>();
        var days = kept.ToLookup(l => l.Day);
        var paid = kept.Where(l => !l.Gross.IsNegative).ToLookup(l => l.Transaction, l => l.Day);
        var seen = new HashSet<string>();
        var added = new List<SettlementRow>();
        foreach (var row in rows)
        {
            if (!row.IsRefund && !seen.Add(row.Transaction))
            {
                faults.Add(new RowFault(row.Row, $"Transaksi {row.Transaction} ada dua kali di berkas ini."));
            }
            else if (!row.IsRefund && paid[row.Transaction].Any(day => day != row.Day))
            {
                faults.Add(new RowFault(row.Row, $"Transaksi {row.Transaction} sudah dilaporkan untuk penyelesaian {Shown(paid[row.Transaction].First(day => day != row.Day))}."));
            }
            else if (!days[row.Day].Any())
            {
                added.Add(row);
            }
        }

        faults.AddRange(rows.GroupBy(r => r.Day).Where(day => days[day.Key].Any() && !IsSame(day, days[day.Key]))
            .Select(day => new RowFault(day.First().Row, $"Penyelesaian {Shown(day.Key)} sudah dibukukan dengan isi lain. Bandingkan dengan laporan yang sudah tersimpan.")));
        faults.AddRange(added.GroupBy(r => r.Day).Where(day => Rupiah.Sum(day.Select(r => r.Net)).IsNegative)
            .Select(day => new RowFault(day.First().Row, $"Penyelesaian {Shown(day.Key)} berjumlah di bawah nol. Unduh laporan dari hari penyelesaian yang memuat potongannya.")));
        if (faults.Count > 0)
        {
            added.Clear();
        }

        return (added, [.. faults.OrderBy(f => f.Row)]);
    }

    static bool IsSame(IEnumerable<SettlementRow> told, IEnumerable<SettlementLine> kept) =>
        told.Select(r => r.Content).Order(ByContent).SequenceEqual(kept.Select(l => (l.Transaction, l.Gross, l.Fee, l.Net)).Order(ByContent));

    static readonly Comparer<(string Transaction, Rupiah Gross, Rupiah Fee, Rupiah Net)> ByContent = Comparer<(string Transaction, Rupiah Gross, Rupiah Fee, Rupiah Net)>.Create(
        (a, b) => string.CompareOrdinal(a.Transaction, b.Transaction) is not 0 and var order ? order : (a.Gross, a.Fee, a.Net).CompareTo((b.Gross, b.Fee, b.Net)));

    static string Shown(DateOnly day) => day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);
}
