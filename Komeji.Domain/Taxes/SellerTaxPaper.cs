using Komeji.Domain.Common;
using Komeji.Domain.Legal;

namespace Komeji.Domain.Taxes;

public enum SellerTaxPaperKind
{
    /// <summary>The seller states that her sales of the year are within the free band: nothing is withheld.</summary>
    WithinBand,

    /// <summary>The second statement: they are above it, so it is withheld on what is paid from now on.</summary>
    AboveBand,

    /// <summary>A certificate of exemption (SKB), or goods and services the rule does not reach.</summary>
    Exemption,
}

/// <summary>What a shop's PPh 22 is decided by. Rows are only added; the last word of each kind counts.</summary>
public sealed class SellerTaxPaper
{
    const int LongestExemptionDays = 5 * 366;

    SellerTaxPaper() { }

    public long Id { get; private set; }
    public StoreId StoreId { get; private set; }
    public SellerTaxPaperKind Kind { get; private set; }

    /// <summary>The tax year a statement is for, which is the calendar's.</summary>
    public int Year { get; private set; }

    /// <summary>Of an exemption.</summary>
    public string Number { get; private set; } = "";
    public DateOnly SignedOn { get; private set; }

    /// <summary>The first and the last day an exemption counts; a statement's year.</summary>
    public DateOnly From { get; private set; }
    public DateOnly Until { get; private set; }

    /// <summary>What an exemption is for.</summary>
    public string Note { get; private set; } = "";
    public UserId RecordedBy { get; private set; }
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>The owner states how much she sells this year, over all her channels. It counts from now on, never backwards.</summary>
    /// <exception cref="RuleBroken"><c>tax.only_individuals</c>, <c>tax.stated</c>, <c>tax.stated_above</c></exception>
    public static SellerTaxPaper State(StoreId store, bool withinBand, LegalForm? form, IReadOnlyList<SellerTaxPaper> before, UserId by, DateTimeOffset now)
    {
        var today = Wib.DayOf(now);
        if (withinBand && form != LegalForm.Individual)
        {
            throw new RuleBroken("tax.only_individuals", "Pembebasan omzet hanya untuk usaha orang perseorangan. Badan usaha, juga PT perorangan, tetap dipungut kecuali memiliki SKB.");
        }

        var last = LastStatement(before, today.Year);
        if (last?.Kind == SellerTaxPaperKind.AboveBand)
        {
            throw new RuleBroken("tax.stated_above", $"Anda sudah menyatakan omzet {today.Year} melebihi batas. Pernyataan itu berlaku sampai akhir tahun pajak.");
        }

        if (last is null ? !withinBand : withinBand)
        {
            throw new RuleBroken("tax.stated", withinBand
                ? $"Pernyataan untuk tahun pajak {today.Year} sudah ada. Anda tidak perlu menyatakannya lagi."
                : $"Belum ada pernyataan untuk tahun pajak {today.Year}, jadi PPh 22 memang sudah dipungut. Tidak ada yang perlu dicabut.");
        }

        return new SellerTaxPaper
        {
            StoreId = store,
            Kind = withinBand ? SellerTaxPaperKind.WithinBand : SellerTaxPaperKind.AboveBand,
            Year = today.Year,
            SignedOn = today,
            From = today,
            Until = new DateOnly(today.Year, 12, 31),
            RecordedBy = by,
            RecordedAt = now,
        };
    }

    /// <summary>An officer of finance has seen a certificate, or why the rule does not reach the shop. The same number again corrects it.</summary>
    /// <exception cref="RuleBroken"><c>tax.exemption</c>, <c>tax.exemption_days</c></exception>
    public static SellerTaxPaper Exempt(StoreId store, string number, DateOnly from, DateOnly until, string note, UserId by, DateTimeOffset now)
    {
        if ((number.Trim(), note.Trim()) is not ({ Length: >= 3 and <= 60 } certificate, { Length: >= 10 and <= 500 } what))
        {
            throw new RuleBroken("tax.exemption", "Tulis nomor surat (3 sampai 60 huruf) dan untuk apa pembebasannya (10 sampai 500 huruf).");
        }

        if (until < from || until.DayNumber - from.DayNumber > LongestExemptionDays)
        {
            throw new RuleBroken("tax.exemption_days", "Tanggal berakhir paling cepat tanggal mulainya dan paling lama lima tahun sesudahnya.");
        }

        return new SellerTaxPaper
        {
            StoreId = store,
            Kind = SellerTaxPaperKind.Exemption,
            Year = from.Year,
            Number = certificate,
            SignedOn = Wib.DayOf(now),
            From = from,
            Until = until,
            Note = what,
            RecordedBy = by,
            RecordedAt = now,
        };
    }

    /// <returns>What the owner said last for a tax year; null when she said nothing.</returns>
    public static SellerTaxPaper? LastStatement(IEnumerable<SellerTaxPaper> papers, int year) =>
        papers.Where(p => p.Kind != SellerTaxPaperKind.Exemption && p.Year == year).MaxBy(p => p.RecordedAt);

    /// <returns>The exemption that counts on a day; of one number the last row.</returns>
    public static SellerTaxPaper? Exemption(IEnumerable<SellerTaxPaper> papers, DateOnly day) =>
        papers.Where(p => p.Kind == SellerTaxPaperKind.Exemption).GroupBy(p => p.Number).Select(same => same.MaxBy(p => p.Id)!)
            .FirstOrDefault(p => p.From <= day && day <= p.Until);
}
