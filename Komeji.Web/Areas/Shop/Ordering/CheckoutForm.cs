using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Komeji.Application.Ordering.Checkouts;
using Komeji.Application.Ordering.Services;
using Komeji.Domain.Common;

namespace Komeji.Web.Areas.Shop.Ordering;

public sealed class CheckoutForm
{
    [Display(Name = "Alamat")]
    public Guid? Alamat { get; set; }

    /// <summary>By shop: the code of the way of shipping.</summary>
    [Display(Name = "Pengiriman")]
    public Dictionary<Guid, string?> Kirim { get; set; } = [];

    /// <summary>By service: the day whose times are shown.</summary>
    [Display(Name = "Tanggal janji")]
    public Dictionary<Guid, string?> Hari { get; set; } = [];

    /// <summary>By service: the chosen time, as <see cref="FreeTime.Code"/>.</summary>
    [Display(Name = "Jam janji")]
    public Dictionary<Guid, string?> Jam { get; set; } = [];

    /// <summary>By shop, or by service: what the buyer wants the seller to know.</summary>
    [Display(Name = "Catatan")]
    public Dictionary<Guid, string?> Catatan { get; set; } = [];

    /// <summary>Shops paid in cash when the goods are handed over.</summary>
    [Display(Name = "Bayar di tempat")]
    public List<Guid> Tunai { get; set; } = [];
    /// <summary>A code of theirs, as they write it; what is too long is no code.</summary>
    [Display(Name = "Kode voucher")]
    public string? Voucher { get; set; }

    [Display(Name = "Barang")]
    public Guid? Hanya { get; set; }

    [Required(ErrorMessage = "Halaman ini sudah tidak berlaku. Muat ulang, lalu coba lagi.")]
    [RegularExpression("^[0-9a-f]{64}$", ErrorMessage = "Halaman ini sudah tidak berlaku. Muat ulang, lalu coba lagi.")]
    public string? Token { get; set; }

    [StringLength(ShownAmounts.Longest)]
    public string? Ditampilkan { get; set; }

    public CheckoutWish Wish() => new(
        Alamat is { } address ? new AddressId(address) : null,
        Kirim.Where(k => !string.IsNullOrEmpty(k.Value)).ToDictionary(k => new StoreId(k.Key), k => k.Value!),
        Catatan.Where(c => !string.IsNullOrWhiteSpace(c.Value)).ToDictionary(c => new StoreId(c.Key), c => c.Value!),
        Hanya is { } variant ? new VariantId(variant) : null)
    {
        Cash = Tunai.Select(shop => new StoreId(shop)).ToHashSet(),
        Voucher = PlainText.Cut(Voucher ?? "", 40),
        Services = Hari.Keys.Union(Jam.Keys).Union(Catatan.Keys).ToDictionary(service => new VariantId(service), ServiceWish),
    };

    ServiceWish ServiceWish(Guid service) => new(
        DateOnly.TryParseExact(Hari.GetValueOrDefault(service), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        FreeTime.Parse(Jam.GetValueOrDefault(service)),
        Catatan.GetValueOrDefault(service) ?? "");
}
