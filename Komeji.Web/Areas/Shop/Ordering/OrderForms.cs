using System.ComponentModel.DataAnnotations;

namespace Komeji.Web.Areas.Shop.Ordering;

public sealed class CancelForm
{
    [DataType(DataType.MultilineText), Display(Name = "Alasan"), Required(ErrorMessage = "Tulis alasannya, 3 sampai 500 huruf."), StringLength(500, MinimumLength = 3, ErrorMessage = "Tulis alasannya, 3 sampai 500 huruf.")]
    public string Alasan { get; set; } = "";
}
