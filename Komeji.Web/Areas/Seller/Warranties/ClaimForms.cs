using System.ComponentModel.DataAnnotations;
using Komeji.Domain.Warranties;

namespace Komeji.Web.Areas.Seller.Warranties;

public sealed class AcceptClaimForm
{
    [DataType(DataType.MultilineText), Display(Name = "Pesan untuk pembeli"), StringLength(500, ErrorMessage = "Pesan untuk pembeli paling panjang 500 huruf.")]
    public string? Pesan { get; set; }
}

public sealed class ClaimReasonForm
{
    [DataType(DataType.MultilineText), Display(Name = "Alasan"), Required(ErrorMessage = "Tulis alasannya."), StringLength(500, MinimumLength = 3, ErrorMessage = "Tulis alasannya, 3 sampai 500 huruf.")]
    public string Alasan { get; set; } = "";

    /// <summary>The shop wants to give the money back; else it finds the thing not covered.</summary>
    [Display(Name = "Kembalikan dana")]
    public bool Dana { get; set; }
}

public sealed class FindingForm
{
    [DataType(DataType.MultilineText), Display(Name = "Hasil pemeriksaan"), Required(ErrorMessage = "Tulis hasil pemeriksaannya."), StringLength(WarrantyClaim.LongestFinding, MinimumLength = 10, ErrorMessage = "Tulis hasil pemeriksaannya, 10 sampai 1.000 huruf.")]
    public string Temuan { get; set; } = "";

    [Display(Name = "Foto")]
    public List<IFormFile> Foto { get; set; } = [];
}

public sealed class MendForm
{
    [Display(Name = "Diganti")]
    public bool Diganti { get; set; }

    [Display(Name = "Nomor seri pengganti"), StringLength(WarrantyCard.LongestSerial, ErrorMessage = "Nomor seri paling panjang 60 huruf.")]
    public string? Seri { get; set; }
}

public sealed class SendBackForm
{
    [Display(Name = "Kurir dan nomor resi"), Required(ErrorMessage = "Tulis kurir dan nomor resi, atau nama penerima."), StringLength(60, MinimumLength = 4, ErrorMessage = "Tulis kurir dan nomor resi, atau nama penerima, 4 sampai 60 huruf.")]
    public string Resi { get; set; } = "";

    [Display(Name = "Sudah di tangan pembeli")]
    public bool Diserahkan { get; set; }
}

public sealed class SerialForm
{
    [Display(Name = "Nomor seri"), StringLength(WarrantyCard.LongestSerial, ErrorMessage = "Nomor seri paling panjang 60 huruf.")]
    public string? Seri { get; set; }
}
