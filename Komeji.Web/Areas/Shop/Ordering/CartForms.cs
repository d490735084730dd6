using System.ComponentModel.DataAnnotations;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Web.Areas.Shop.Ordering;

public sealed class AddForm
{
    [Display(Name = "Barang"), Required(ErrorMessage = "Pilih barangnya dahulu.")]
    public Guid? Varian { get; set; }

    [Display(Name = "Jumlah"), Range(1, Cart.MostPieces, ErrorMessage = "Jumlah harus 1 sampai 999.")]
    public int Jumlah { get; set; } = 1;

    /// <summary>The price the page showed; only to point out that it changed.</summary>
    [Display(Name = "Harga")]
    public Rupiah? Harga { get; set; }

    /// <summary><c>1</c>: buy exactly this now.</summary>
    [StringLength(1)]
    public string? Langsung { get; set; }
}

public sealed class LineForm
{
    [Display(Name = "Barang"), Required(ErrorMessage = "Pilih barangnya dahulu.")]
    public Guid? Varian { get; set; }

    [Display(Name = "Jumlah"), Range(1, Cart.MostPieces, ErrorMessage = "Jumlah harus 1 sampai 999.")]
    public int Jumlah { get; set; } = 1;
}
