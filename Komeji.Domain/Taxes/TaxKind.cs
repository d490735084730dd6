using System.Globalization;
using Komeji.Domain.Ledger;

namespace Komeji.Domain.Taxes;

/// <summary>A tax the cooperative owes to the State for its orders.</summary>
public enum TaxKind
{
    /// <summary>PPN on the service fee, which is the cooperative's own service.</summary>
    ServiceFeeVat,

    /// <summary>PPh 22 withheld from sellers, once the tax office has appointed the cooperative to (PMK 37/2025).</summary>
    MarketplaceIncomeTax,
}

/// <summary>When a tax arises; the rule that holds at that moment is the one that is frozen on the order.</summary>
public enum TaxPoint
{
    /// <summary>The buyer's money has come.</summary>
    Payment,

    /// <summary>The money becomes the seller's.</summary>
    Release,
}

public static class TaxKinds
{
    public static readonly IReadOnlyList<TaxKind> All = Enum.GetValues<TaxKind>();

    /// <summary>The tax's word in addresses, in keys of journals and in names of files.</summary>
    public static string Word(this TaxKind tax) => tax switch
    {
        TaxKind.ServiceFeeVat => "ppn",
        TaxKind.MarketplaceIncomeTax => "pph22",
        _ => throw new ArgumentOutOfRangeException(nameof(tax), tax, null),
    };

    /// <summary>The tax as people call it.</summary>
    public static string Title(this TaxKind tax) => tax switch
    {
        TaxKind.ServiceFeeVat => "PPN atas biaya layanan",
        TaxKind.MarketplaceIncomeTax => "PPh 22 penjual",
        _ => throw new ArgumentOutOfRangeException(nameof(tax), tax, null),
    };

    /// <summary>Where it is owed until it is remitted, per month.</summary>
    public static Account Owed(this TaxKind tax) => tax switch
    {
        TaxKind.ServiceFeeVat => Chart.VatPayable,
        TaxKind.MarketplaceIncomeTax => Chart.IncomeTaxWithheld,
        _ => throw new ArgumentOutOfRangeException(nameof(tax), tax, null),
    };
}

/// <summary>The tax of one calendar month in WIB: what is remitted and reported at once.</summary>
/// <param name="Month"><c>yyyy-MM</c>.</param>
public readonly record struct TaxMonth(TaxKind Tax, string Month)
{
    static readonly CultureInfo Indonesian = new("id-ID");

    /// <summary><c>Oktober 2026</c>, for people.</summary>
    public string Name => FirstDay.ToString("MMMM yyyy", Indonesian);

    /// <summary><c>ppn-2026-10</c>.</summary>
    public string Word => $"{Tax.Word()}-{Month}";

    /// <summary>What account 1220 is kept by.</summary>
    public string RecoverableKey => $"{Tax.Word()}:{Month}";

    public DateOnly FirstDay => new(Year, MonthOfYear, 1);

    public DateOnly LastDay => FirstDay.AddMonths(1).AddDays(-1);

    int Year => (Month[0] - '0') * 1_000 + (Month[1] - '0') * 100 + (Month[2] - '0') * 10 + (Month[3] - '0');

    int MonthOfYear => (Month[5] - '0') * 10 + (Month[6] - '0');

    /// <summary>A day of the following month; where that month has no such day, its last.</summary>
    public DateOnly DayAfter(int day)
    {
        var next = FirstDay.AddMonths(1);
        return new DateOnly(next.Year, next.Month, Math.Min(day, DateTime.DaysInMonth(next.Year, next.Month)));
    }

    /// <summary>It is over, so nothing more is booked in it but what is taken back.</summary>
    public bool IsOver(string thisMonth) => string.CompareOrdinal(Month, thisMonth) < 0;

    /// <returns>Null when there is no such tax or month.</returns>
    public static TaxMonth? Find(string word)
    {
        var kinds = TaxKinds.All.Where(k => word.StartsWith(k.Word() + "-", StringComparison.Ordinal)).ToList();
        return kinds.Count == 1 && IsMonth(word[(kinds[0].Word().Length + 1)..]) ? new TaxMonth(kinds[0], word[(kinds[0].Word().Length + 1)..]) : null;
    }

    /// <summary><c>2026-10</c>, of a year that can be meant.</summary>
    public static bool IsMonth(string text) =>
        text.Length == 7 && text[4] == '-' && text.Where((_, at) => at != 4).All(char.IsAsciiDigit)
        && string.CompareOrdinal(text, "2020-01") >= 0 && string.CompareOrdinal(text, "2200-12") <= 0
        && string.CompareOrdinal(text[5..], "01") >= 0 && string.CompareOrdinal(text[5..], "12") <= 0;
}
