using System.ComponentModel.DataAnnotations;

namespace Komeji.Web.Areas.Operations.Reconciliation;

public sealed class ReasonForm
{
    [Display(Name = "Alasan"), Required(ErrorMessage = "Tulis alasannya."), StringLength(500, MinimumLength = 10, ErrorMessage = "Alasan 10 sampai 500 huruf."), DataType(DataType.MultilineText)]
    public string Alasan { get; set; } = "";
}
