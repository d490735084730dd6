using Komeji.Domain.Common;

namespace Komeji.Application.Ledger.Exports;

/// <summary>The days a file of the books is about, in WIB, both with it.</summary>
public sealed record BookPeriod(DateOnly From, DateOnly To)
{
    /// <summary>A year, leap or not.</summary>
    public const int MostDays = 366;

    /// <summary>This month until today where nothing else is asked.</summary>
    /// <exception cref="RuleBroken"><c>ledger.period</c></exception>
    public static BookPeriod Of(DateOnly? from, DateOnly? to, DateOnly today)
    {
        var last = to is { Year: > 2000 } typed && typed <= today ? typed : today;
        var first = from is { Year: > 2000 } begun ? begun : new DateOnly(last.Year, last.Month, 1);
        return first <= last && last.DayNumber - first.DayNumber < MostDays
            ? new BookPeriod(first, last)
            : throw new RuleBroken("ledger.period", "Pilih tanggal awal yang tidak lewat dari tanggal akhir, paling lama setahun. Untuk masa yang lebih panjang, unduh setahun demi setahun.");
    }
}
