using System.ComponentModel.DataAnnotations;
using Komeji.Application.Catalog;
using Komeji.Domain.Common;

namespace Komeji.Web.Areas.Shop.Catalog;

/// <summary>A search as it stands in the address; every part may be missing.</summary>
public sealed class SearchForm : IValidatableObject
{
    static readonly Dictionary<string, ProductOrder> Orders = new()
    {
        ["terkait"] = ProductOrder.Related,
        ["terbaru"] = ProductOrder.Newest,
        ["termurah"] = ProductOrder.Cheapest,
        ["termahal"] = ProductOrder.Dearest,
        ["terlaris"] = ProductOrder.BestSelling,
    };

    [StringLength(100, ErrorMessage = "Kata pencarian paling panjang 100 huruf. Persingkat, lalu cari lagi.")]
    public string? Q { get; set; }

    [StringLength(80, ErrorMessage = "Kategori ini tidak ada. Pilih kategori dari daftar.")]
    public string? Kategori { get; set; }

    [RegularExpression(@"\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?", ErrorMessage = "Wilayah ini tidak ada. Pilih wilayah dari daftar.")]
    public string? Wilayah { get; set; }

    public Rupiah? Min { get; set; }

    public Rupiah? Maks { get; set; }

    public string? Urut { get; set; }

    [Display(Name = "Halaman"), Range(1, 10_000, ErrorMessage = "Halaman harus 1 sampai 10.000.")]
    public int? Hal { get; set; }

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
    }

    public bool IsNarrowed => !string.IsNullOrEmpty(Wilayah) || Min is not null || Maks is not null;

    /// <summary>Call it only when the form is valid.</summary>
    public SearchProducts ToSearch(string? category, StoreId? store = null) => new(
        Q, category, string.IsNullOrEmpty(Wilayah) ? null : Wilayah, Min, Maks,
        string.IsNullOrEmpty(Urut) ? ProductOrder.Related : Orders[Urut], Hal ?? 1, store);
}
