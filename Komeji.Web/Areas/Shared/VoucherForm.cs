using System.ComponentModel.DataAnnotations;
using Komeji.Application.Promotions;
using Komeji.Domain.Common;
using Komeji.Domain.Promotions;

namespace Komeji.Web.Areas.Shared;

/// <summary>What a voucher promises, as shops and officers fill it in.</summary>
public class VoucherForm
{
    [Required(ErrorMessage = "Tulis kodenya."), StringLength(30, ErrorMessage = "Kode paling panjang 20 huruf atau angka."), Display(Name = "Kode")]
    public string? Kode { get; set; }

    [Required(ErrorMessage = "Tulis judulnya."), StringLength(VoucherTerms.LongestTitle, MinimumLength = 3, ErrorMessage = "Judul 3 sampai 80 huruf."), Display(Name = "Judul")]
    public string? Judul { get; set; }

    [Display(Name = "Potongan dalam rupiah")]
    public Rupiah? Potongan { get; set; }

    [Range(1, 100, ErrorMessage = "Persen 1 sampai 100."), Display(Name = "Potongan dalam persen")]
    public int? Persen { get; set; }

    [Display(Name = "Potongan paling banyak")]
    public Rupiah? PalingBanyak { get; set; }

    [Display(Name = "Belanja minimal")]
    public Rupiah? Minimal { get; set; }

    [Required(ErrorMessage = "Pilih hari pertamanya."), Display(Name = "Berlaku mulai")]
    public DateOnly? Mulai { get; set; }

    [Required(ErrorMessage = "Pilih hari terakhirnya."), Display(Name = "Sampai")]
    public DateOnly? Sampai { get; set; }

    [Required(ErrorMessage = "Tulis kuotanya."), Range(1, VoucherTerms.MostQuota, ErrorMessage = "Kuota 1 sampai 1.000.000."), Display(Name = "Kuota")]
    public int? Kuota { get; set; }

    [Required(ErrorMessage = "Tulis batas tiap pembeli."), Range(1, VoucherTerms.MostQuota, ErrorMessage = "Batas tiap pembeli paling sedikit 1."), Display(Name = "Tiap pembeli")]
    public int? PerPembeli { get; set; } = 1;

    [DataType(DataType.MultilineText), Required(ErrorMessage = "Tulis alasannya."), StringLength(500, MinimumLength = 3, ErrorMessage = "Alasan 3 sampai 500 huruf."), Display(Name = "Alasan")]
    public string? Alasan { get; set; }

    public VoucherTerms Terms() => new(
        Kode!, Judul!, Potongan ?? Rupiah.Zero, new BasisPoints((Persen ?? 0) * 100), PalingBanyak ?? Rupiah.Zero, Minimal ?? Rupiah.Zero, Mulai!.Value, Sampai!.Value, Kuota!.Value, PerPembeli!.Value);
}

/// <summary>Why a voucher is stopped, dropped or declined.</summary>
public sealed class VoucherReasonForm
{
    [DataType(DataType.MultilineText), Required(ErrorMessage = "Tulis alasannya."), StringLength(500, MinimumLength = 3, ErrorMessage = "Alasan 3 sampai 500 huruf."), Display(Name = "Alasan")]
    public string? Alasan { get; set; }
}

/// <param name="Here">The address of the page itself.</param>
/// <param name="Orders">The address of an order's money for this reader, with <c>{0}</c> for its number.</param>
public sealed record VoucherView(VoucherPage Page, string Here, string Orders)
{
    public string PageOf(VoucherUseRow use) => Orders.Replace("{0}", use.Order, StringComparison.Ordinal);
}

/// <summary>How the pages speak of vouchers.</summary>
public static class VoucherWords
{
    /// <summary><c>Rp10.000</c>, or <c>10 %, paling banyak Rp20.000</c>.</summary>
    public static string Value(Voucher voucher) => voucher.Percent.Value > 0 ? $"{voucher.Percent}, paling banyak {voucher.Cap}" : voucher.Amount.ToString();

    public static string Payer(BasisPoints ofShop) => ofShop.Value switch
    {
        BasisPoints.Whole => "Toko",
        0 => "Koperasi",
        _ => $"Toko {ofShop}, koperasi {new BasisPoints(BasisPoints.Whole - ofShop.Value)}",
    };

    public static string Step(string reasonCode) => reasonCode switch
    {
        "made" => "Dibuat",
        "shop_agreed" => "Disetujui toko",
        "shop_declined" => "Ditolak toko",
        "activated" => "Diaktifkan",
        "dropped" => "Dibatalkan",
        "stopped" => "Dihentikan",
        "expired" => "Masa berlakunya lewat",
        "fund_returned" => "Sisa dana kembali ke koperasi",
        _ => reasonCode,
    };
}
