using Komeji.Domain.Common;

namespace Komeji.Domain.Promotions;

/// <summary>What a voucher promises, to whom, until when, and who pays for it.</summary>
/// <param name="Code">What buyers type.</param>
/// <param name="Amount">Off the goods; zero where it is a part of them.</param>
/// <param name="Percent">The part of the goods that comes off; zero where it is an amount.</param>
/// <param name="Cap">At most so much comes off; for a part only.</param>
/// <param name="MinimumPurchase">Of goods and services it is for.</param>
/// <param name="From">First day, in WIB.</param>
/// <param name="Until">Last day, in WIB.</param>
/// <param name="Quota">Purchases it is for.</param>
/// <param name="PerBuyer">Purchases of one buyer.</param>
public sealed record VoucherTerms(
    string Code, string Title, Rupiah Amount, BasisPoints Percent, Rupiah Cap, Rupiah MinimumPurchase, DateOnly From, DateOnly Until, int Quota, int PerBuyer)
{
    public const int ShortestCode = 4;
    public const int LongestCode = 20;
    public const int LongestTitle = 80;
    public const int MostDays = 366;
    public const int MostQuota = 1_000_000;

    /// <summary>The most it can take off a purchase.</summary>
    public Rupiah Largest => Percent.Value > 0 ? Cap : Amount;

    /// <summary>As it is kept and looked for: capitals and digits, without what people put between.</summary>
    public static string Normal(string? code) => string.Concat((code ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '.' or '_'))).ToUpperInvariant();

    /// <exception cref="RuleBroken"><c>voucher.code</c>, <c>voucher.title</c>, <c>voucher.value</c>, <c>voucher.minimum</c>, <c>voucher.period</c>, <c>voucher.quota</c></exception>
    internal VoucherTerms Checked(DateOnly today)
    {
        var terms = this with { Code = Normal(Code), Title = Title.Trim() };
        if (terms.Code.Length is < ShortestCode or > LongestCode || !terms.Code.All(char.IsAsciiLetterOrDigit))
        {
            throw new RuleBroken("voucher.code", $"Kode voucher {ShortestCode} sampai {LongestCode} huruf atau angka, tanpa tanda lain. Misalnya HEMAT10.");
        }

        if (terms.Title.Length is < 3 or > LongestTitle)
        {
            throw new RuleBroken("voucher.title", $"Judul voucher 3 sampai {LongestTitle} huruf.");
        }

        RequireValue();
        if (From > Until || Until < today || Until.DayNumber - From.DayNumber >= MostDays)
        {
            throw new RuleBroken("voucher.period", $"Hari terakhir tidak boleh sebelum hari pertama atau sudah lewat, dan voucher berlaku paling lama {MostDays} hari.");
        }

        if (Quota is < 1 or > MostQuota || PerBuyer < 1 || PerBuyer > Quota)
        {
            throw new RuleBroken("voucher.quota", "Kuota paling sedikit satu pemakaian, dan batas tiap pembeli tidak lebih dari kuotanya.");
        }

        return terms;
    }

    void RequireValue()
    {
        var byPart = Percent.Value > 0;
        if (byPart == Amount.IsPositive || Amount.IsNegative || Percent.Value is < 0 or > BasisPoints.Whole || byPart != Cap.IsPositive || Largest > Rupiah.Largest)
        {
            throw new RuleBroken("voucher.value", "Isi salah satu: potongan dalam rupiah, atau persen (paling banyak 100) dengan potongan paling banyaknya.");
        }

        if (MinimumPurchase.IsNegative || MinimumPurchase > Rupiah.Largest || (!byPart && MinimumPurchase < Amount))
        {
            throw new RuleBroken("voucher.minimum", "Belanja minimal tidak boleh kurang dari potongannya.");
        }
    }
}
