using Komeji.Domain.Common;

namespace Komeji.Domain.Taxes;

/// <summary>What a rule of tax says.</summary>
/// <param name="Rate">The rate of the law, such as 12 %.</param>
/// <param name="BaseNumerator">Of <paramref name="BaseDenominator"/> parts of the price so many are the base: 11 of 12 for DPP nilai lain.</param>
/// <param name="From">The first day (WIB) it holds.</param>
/// <param name="Until">The first day it no longer does; null: until another follows.</param>
public sealed record TaxTerms(TaxKind Kind, BasisPoints Rate, int BaseNumerator, int BaseDenominator, Rounding Rounding, TaxPoint Point, DateOnly From, DateOnly? Until);

/// <summary>
/// A dated rule of tax. Rows are only added: of those that hold on a day the one that began last counts, of these the one decided last,
/// so a rate of nothing with an end suspends a tax and the older rule holds again afterwards. An order keeps which one it was taxed by.
/// </summary>
public sealed class TaxRule
{
    public const int MostRate = 3_500;
    public const int MostParts = 1_000;

    TaxRule() { }

    public long Id { get; private set; }
    public TaxKind Kind { get; private set; }
    public BasisPoints Rate { get; private set; }
    public int BaseNumerator { get; private set; }
    public int BaseDenominator { get; private set; }
    public Rounding Rounding { get; private set; }
    public TaxPoint Point { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? Until { get; private set; }

    /// <summary>The law or decision it comes from.</summary>
    public string Source { get; private set; } = "";
    public string Reason { get; private set; } = "";

    /// <summary>Null: it came with the product.</summary>
    public Guid? SetBy { get; private set; }
    public DateTimeOffset SetAt { get; private set; }

    /// <summary>Rate and base in one, exact: 12 % of 11/12 is 11 %. So the amount is rounded once.</summary>
    public BasisPoints Effective => new(Rate.Value * BaseNumerator / BaseDenominator);

    public bool Holds(DateOnly day) => From <= day && (Until is not { } end || day < end);

    /// <summary>The tax on an amount, rounded as the rule says.</summary>
    public Rupiah On(Rupiah amount) => Effective.Of(amount, Rounding);

    /// <summary>A rule as it came with the product, which may begin in the past.</summary>
    /// <exception cref="RuleBroken"><c>tax.rate</c>, <c>tax.base</c>, <c>tax.point</c>, <c>tax.until</c></exception>
    public static TaxRule Shipped(TaxTerms terms, string source, DateTimeOffset now)
    {
        Check(terms);
        return Of(terms, source, "Bawaan produk", null, now);
    }

    /// <summary>Somebody decides that it holds from today or a coming day on; what was taxed stays as it was.</summary>
    /// <exception cref="RuleBroken"><c>tax.rate</c>, <c>tax.base</c>, <c>tax.point</c>, <c>tax.past</c>, <c>tax.until</c>, <c>tax.reason</c></exception>
    public static TaxRule Decide(TaxTerms terms, string source, string reason, UserId by, DateTimeOffset now)
    {
        Check(terms);
        if (terms.From < Wib.DayOf(now))
        {
            throw new RuleBroken("tax.past", "Tanggal berlaku sudah lewat. Pilih hari ini atau hari yang akan datang: pesanan yang sudah dibayar tidak dihitung ulang.");
        }

        var (origin, why) = TaxWords.Reasons(source, reason);
        return Of(terms, origin, why, by.Value, now);
    }

    /// <returns>Null when no rule of this tax holds on the day.</returns>
    public static TaxRule? InForce(IEnumerable<TaxRule> rules, TaxKind kind, DateOnly day) =>
        rules.Where(r => r.Kind == kind && r.Holds(day)).OrderByDescending(r => r.From).ThenByDescending(r => r.Id).FirstOrDefault();

    static TaxRule Of(TaxTerms terms, string source, string reason, Guid? by, DateTimeOffset now) => new()
    {
        Kind = terms.Kind,
        Rate = terms.Rate,
        BaseNumerator = terms.BaseNumerator,
        BaseDenominator = terms.BaseDenominator,
        Rounding = terms.Rounding,
        Point = terms.Point,
        From = terms.From,
        Until = terms.Until,
        Source = source,
        Reason = reason,
        SetBy = by,
        SetAt = now,
    };

    static void Check(TaxTerms terms)
    {
        if (terms.Rate.Value is < 0 or > MostRate)
        {
            throw new RuleBroken("tax.rate", $"Tarif harus antara 0 % dan {new BasisPoints(MostRate)}. Tulis 0 untuk masa yang tidak dipungut.");
        }

        if (terms.BaseNumerator < 1 || terms.BaseDenominator > MostParts || terms.BaseNumerator > terms.BaseDenominator
            || terms.Rate.Value * terms.BaseNumerator % terms.BaseDenominator != 0)
        {
            throw new RuleBroken("tax.base", "Tarif dikali dasar pengenaan harus tepat sampai seperseratus persen, misalnya 12 % dari 11/12. Dasar penuh ditulis 1/1.");
        }

        if (terms.Kind == TaxKind.ServiceFeeVat && terms.Point != TaxPoint.Payment)
        {
            throw new RuleBroken("tax.point", "PPN atas biaya layanan selalu terutang saat pesanan dibayar, karena biayanya ditetapkan saat itu.");
        }

        if (terms.Until <= terms.From)
        {
            throw new RuleBroken("tax.until", "Tanggal berakhir harus sesudah tanggal berlaku. Kosongkan bila belum ada akhirnya.");
        }
    }
}

static class TaxWords
{
    /// <exception cref="RuleBroken"><c>tax.reason</c></exception>
    public static (string Source, string Reason) Reasons(string source, string reason) =>
        (source.Trim(), reason.Trim()) is ({ Length: >= 3 and <= 200 } origin, { Length: >= 10 and <= 500 } why)
            ? (origin, why)
            : throw new RuleBroken("tax.reason", "Tulis dasar hukumnya (3 sampai 200 huruf) dan alasannya (10 sampai 500 huruf), agar kelak orang tahu mengapa aturannya berubah.");
}
