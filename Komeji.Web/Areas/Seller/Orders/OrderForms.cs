using System.ComponentModel.DataAnnotations;
using Komeji.Domain.Common;

namespace Komeji.Web.Areas.Seller.Orders;

public sealed class ReasonForm
{
    [DataType(DataType.MultilineText), Display(Name = "Alasan"), Required(ErrorMessage = "Tulis alasannya."), StringLength(500, MinimumLength = 3, ErrorMessage = "Tulis alasannya, 3 sampai 500 huruf.")]
    public string Alasan { get; set; } = "";
}

public sealed class ShipForm
{
    [Display(Name = "Nomor resi"), StringLength(30, ErrorMessage = "Nomor resi paling panjang 30 huruf.")]
    public string? Resi { get; set; }

    /// <summary>For each line how many leave now; empty for all that is left.</summary>
    [Display(Name = "Jumlah")]
    public Dictionary<Guid, int?> Jumlah { get; set; } = [];

    public IReadOnlyDictionary<OrderLineId, int>? Pieces =>
        Jumlah.Count == 0 ? null : Jumlah.ToDictionary(j => new OrderLineId(j.Key), j => j.Value ?? 0);
}

public sealed class ReturnForm
{
    [DataType(DataType.MultilineText), Display(Name = "Alasan"), Required(ErrorMessage = "Tulis alasannya."), StringLength(500, MinimumLength = 3, ErrorMessage = "Tulis alasannya, 3 sampai 500 huruf.")]
    public string Alasan { get; set; } = "";

    [Display(Name = "Paket")]
    public Guid? Paket { get; set; }
}

public sealed class ProofForm
{
    [Display(Name = "Paket")]
    public Guid? Paket { get; set; }

    [Display(Name = "Nama penerima"), Required(ErrorMessage = "Isi nama orang yang menerima paket."), StringLength(80, MinimumLength = 2, ErrorMessage = "Nama penerima 2 sampai 80 huruf.")]
    public string Penerima { get; set; } = "";

    [Display(Name = "Foto bukti"), Required(ErrorMessage = "Pilih foto bukti terima.")]
    public IFormFile? Foto { get; set; }
}

public sealed class HandoverForm
{
    [Display(Name = "Kode ambil"), Required(ErrorMessage = "Isi kode enam angka dari pembeli."), RegularExpression("^[0-9 ]{6,7}$", ErrorMessage = "Kode ambil berisi enam angka.")]
    public string Kode { get; set; } = "";
}

public sealed class CashForm
{
    [Display(Name = "Uang tunai"), Required(ErrorMessage = "Tulis uang tunai yang Anda terima, misalnya 45.000.")]
    public Rupiah? Jumlah { get; set; }
}
