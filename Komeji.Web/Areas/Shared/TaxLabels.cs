using Komeji.Application.Taxes.Desk;
using Komeji.Domain.Common;
using Komeji.Domain.Taxes;

namespace Komeji.Web.Areas.Shared;

/// <summary>Taxes in words.</summary>
public static class TaxLabels
{
    public static string Of(TaxMonthStanding standing) => standing switch
    {
        TaxMonthStanding.Running => "Bulan berjalan",
        TaxMonthStanding.Nothing => "Nihil",
        TaxMonthStanding.Due => "Perlu disetor",
        TaxMonthStanding.Overdue => "Terlambat",
        TaxMonthStanding.Prepared => "Menunggu petugas kedua",
        TaxMonthStanding.Remitted => "Disetor",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "No words for this."),
    };

    public static string Look(TaxMonthStanding standing) => standing switch
    {
        TaxMonthStanding.Due or TaxMonthStanding.Prepared => "wait",
        TaxMonthStanding.Overdue => "bad",
        TaxMonthStanding.Remitted => "ok",
        _ => "",
    };

    public static string Of(TaxDutyKind kind) => kind switch
    {
        TaxDutyKind.TaxableEntrepreneur => "Pengusaha Kena Pajak (PKP)",
        TaxDutyKind.Collector => "Pemungut PPh 22 lokapasar",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No words for this."),
    };

    public static string Of(TaxPoint point) => point == TaxPoint.Payment ? "saat dibayar" : "saat diteruskan ke penjual";

    public static string Of(Rounding rounding) => rounding == Rounding.Down ? "ke bawah" : "setengah ke atas";

    public static string Of(WithholdingStanding standing) => standing switch
    {
        WithholdingStanding.None => "Tidak dipungut",
        WithholdingStanding.Withheld => "Dipungut",
        WithholdingStanding.WithinBand => "Bebas: pernyataan omzet",
        WithholdingStanding.Exempt => "Bebas: SKB atau dikecualikan",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "No words for this."),
    };

    /// <summary><c>12 % × 11/12 = 11 %</c>, or the rate alone where the base is whole.</summary>
    public static string Formula(TaxRule rule) => rule.BaseNumerator == rule.BaseDenominator
        ? rule.Rate.ToString()
        : $"{rule.Rate} × {rule.BaseNumerator}/{rule.BaseDenominator} = {rule.Effective}";
}
