using System.ComponentModel.DataAnnotations;
using Komeji.Application.Catalog.Searches;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;

namespace Komeji.Web.Areas.Shop.Catalog;

/// <summary>A search as it stands in the address; every part may be missing.</summary>
public sealed class SearchForm : IValidatableObject
{
    static readonly Dictionary<string, ProductOrder> Orders = new()
    {
        ["relevan"] = ProductOrder.Related,
        ["terkait"] = ProductOrder.Related,
        ["terbaru"] = ProductOrder.Newest,
        ["termurah"] = ProductOrder.Cheapest,
        ["termahal"] = ProductOrder.Dearest,
        ["terlaris"] = ProductOrder.BestSelling,
    };

    static readonly Dictionary<string, ProductKind> Kinds = new() { ["barang"] = ProductKind.Goods, ["jasa"] = ProductKind.Service };

    [StringLength(100, ErrorMessage = "Kata pencarian paling panjang 100 huruf. Persingkat, lalu cari lagi.")]
    public string? Q { get; set; }

    [StringLength(80, ErrorMessage = "Kategori ini tidak ada. Pilih kategori dari daftar.")]
    public string? Kategori { get; set; }

    [RegularExpression(@"[0-9]{2}(\.[0-9]{2}(\.[0-9]{2}(\.[0-9]{4})?)?)?", ErrorMessage = "Wilayah ini tidak ada. Pilih wilayah dari daftar.")]
    public string? Wilayah { get; set; }

    public Rupiah? Min { get; set; }

    public Rupiah? Maks { get; set; }

    /// <summary><c>barang</c> or <c>jasa</c>.</summary>
    public string? Jenis { get; set; }

    /// <summary><c>terverifikasi</c>: only of shops whose NIB the office vouches for.</summary>
    [RegularExpression("terverifikasi", ErrorMessage = "Saringan legalitas ini tidak ada. Hapus saringannya, lalu cari lagi.")]
    public string? Legal { get; set; }

    public string? Urut { get; set; }

    [Display(Name = "Halaman"), Range(1, 10_000, ErrorMessage = "Halaman harus 1 sampai 10.000.")]
    public int? Hal { get; set; }

    /// <summary>Slug of the last product on the page before.</summary>
    [StringLength(100, ErrorMessage = "Halaman ini tidak ada. Mulai lagi dari halaman pertama.")]
    public string? Setelah { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Min > Maks)
        {
            yield return new ValidationResult("Harga paling rendah melebihi harga paling tinggi. Tukar atau kosongkan salah satu.", [nameof(Min)]);
        }

        if (!string.IsNullOrEmpty(Urut) && !Orders.ContainsKey(Urut))
        {
            yield return new ValidationResult("Urutan ini tidak ada. Pilih urutan dari daftar.", [nameof(Urut)]);
        }

        if (!string.IsNullOrEmpty(Jenis) && !Kinds.ContainsKey(Jenis))
        {
            yield return new ValidationResult("Jenis ini tidak ada. Pilih barang atau jasa.", [nameof(Jenis)]);
        }
    }

    public bool IsNarrowed => !string.IsNullOrEmpty(Wilayah) || !string.IsNullOrEmpty(Jenis) || !string.IsNullOrEmpty(Legal) || Min is not null || Maks is not null;

    /// <summary>Call it only when the form is valid.</summary>
    public SearchProducts ToSearch(string? category, StoreId? store = null) => new(
        Q, category, string.IsNullOrEmpty(Wilayah) ? null : Wilayah, Min, Maks,
        string.IsNullOrEmpty(Jenis) ? null : Kinds[Jenis],
        string.IsNullOrEmpty(Urut) ? ProductOrder.Related : Orders[Urut], Hal ?? 1, Setelah, store, Legal == "terverifikasi");
}
