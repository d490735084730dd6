using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Komeji.Application.Catalog;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Komeji.Web.Areas.Seller.Products;

/// <summary>What is done to the listings ticked in the list. Only the field beside the pressed button counts.</summary>
public sealed class BulkForm : IValidatableObject
{
    public const string SetPrice = "harga";
    public const string ShiftPrice = "persen";
    public const string SetStock = "stok";
    public const string Publish = "tayang";
    public const string Archive = "arsip";

    [MaxLength(EditProducts.Most, ErrorMessage = "Pilih paling banyak 200 produk sekaligus.")]
    public List<Guid> Pilih { get; set; } = [];

    [Required(ErrorMessage = "Pilih tindakan untuk produk yang dicentang.")]
    public string? Langkah { get; set; }

    [StringLength(20, ErrorMessage = "Harga terlalu panjang.")]
    public string? HargaBaru { get; set; }

    [StringLength(5, ErrorMessage = "Persen terlalu panjang.")]
    public string? Persen { get; set; }

    public int Bulat { get; set; } = 100;

    [StringLength(10, ErrorMessage = "Stok terlalu panjang.")]
    public string? Stok { get; set; }

    public string? Tampil { get; set; }

    [StringLength(100, ErrorMessage = "Kata pencarian paling panjang 100 huruf.")]
    public string? Q { get; set; }

    public int Hal { get; set; } = 1;

    [BindNever]
    public IReadOnlyList<ProductId> Chosen => [.. Pilih.Select(id => new ProductId(id))];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Langkah is not null && ToEdit() is null)
        {
            yield return Langkah switch
            {
                SetPrice => new ValidationResult("Tulis harga baru dalam rupiah bulat, misalnya 25.500.", [nameof(HargaBaru)]),
                ShiftPrice => new ValidationResult("Tulis persen dari -90 sampai 900, misalnya -10 untuk turun 10 persen, dan pilih pembulatannya.", [nameof(Persen)]),
                SetStock => new ValidationResult("Tulis stok 0 sampai 1.000.000, misalnya 20.", [nameof(Stok)]),
                _ => new ValidationResult("Pilih tindakan untuk produk yang dicentang.", [nameof(Langkah)]),
            };
        }
    }

    /// <summary>Null when what the pressed button needs cannot be read.</summary>
    public ProductsEdit? ToEdit() => Langkah switch
    {
        SetPrice when Rupiah.TryParse(HargaBaru, out var price) => new ProductsEdit(Price: Repricing.To(price)),
        ShiftPrice when Percent is { } percent && Repricing.Roundings.Contains(Bulat) => new ProductsEdit(Price: Repricing.By(percent, Bulat)),
        SetStock when Rupiah.TryParse(Stok, out var pieces) && pieces.Amount <= VariantFacts.MostStock => new ProductsEdit(Stock: (int)pieces.Amount),
        Publish => new ProductsEdit(To: ProductState.Published),
        Archive => new ProductsEdit(To: ProductState.Archived),
        _ => null,
    };

    int? Percent => int.TryParse(PlainText.Figures(Persen ?? "").Trim().TrimEnd('%').TrimEnd().Replace('−', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var percent) && percent is >= -90 and <= 900 and not 0
        ? percent
        : null;
}
