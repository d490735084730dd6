using System.ComponentModel.DataAnnotations;
using Komeji.Application.Legal;
using Komeji.Domain.Legal;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Komeji.Web.Areas.Seller.Legality;

public sealed class DocumentForm
{
    /// <summary>Of a personal number empty keeps the one there is.</summary>
    [StringLength(80, ErrorMessage = "Nomor paling panjang 80 huruf.")]
    public string? Nomor { get; set; }

    [StringLength(120, ErrorMessage = "Nama penerbit paling panjang 120 huruf.")]
    public string? Penerbit { get; set; }

    public DateOnly? Terbit { get; set; }

    public DateOnly? Sampai { get; set; }

    public List<IFormFile> Berkas { get; set; } = [];

    /// <summary>Sent to the office; else it stays a draft.</summary>
    public bool Ajukan { get; set; }

    /// <summary>A community of the place looks first.</summary>
    public bool PraPeriksa { get; set; }

    /// <summary>Another one is to be written beside what the office vouches for.</summary>
    public bool Ganti { get; set; }

    [BindNever, ValidateNever]
    public MyDocument? Document { get; set; }

    public bool Writes => Document is { } shown && (shown.CanWrite || (Ganti && shown.CanReplace));

    public static DocumentForm Of(MyDocument document)
    {
        var draft = document.Draft;
        return new DocumentForm
        {
            Document = document,
            Nomor = document.Kind.IsPersonal() ? null : draft is { Number.Length: > 0 } ? draft.Number : document.Kind == DocumentKind.BusinessNumber ? document.Nib : null,
            Penerbit = draft?.Issuer,
            Terbit = draft?.IssuedOn,
            Sampai = draft?.ExpiresOn,
        };
    }
}
