using System.ComponentModel.DataAnnotations;

namespace Komeji.Web.Areas.Seller.Orders;

public sealed class ReasonForm
{
    [Display(Name = "Alasan"), Required(ErrorMessage = "Tulis alasannya."), StringLength(500, MinimumLength = 3, ErrorMessage = "Tulis alasannya, 3 sampai 500 huruf.")]
    public string Alasan { get; set; } = "";
}

public sealed class ShipForm
{
    [Display(Name = "Nomor resi"), Required(ErrorMessage = "Isi nomor resi dari struk kurir."), StringLength(30, ErrorMessage = "Nomor resi paling panjang 30 huruf.")]
    public string Resi { get; set; } = "";
}

public sealed class ProofForm
{
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
