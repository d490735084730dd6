using System.ComponentModel.DataAnnotations;
using Komeji.Domain.Reconciliation;

namespace Komeji.Web.Areas.Operations.Reconciliation;

public class ReasonForm
{
    [Display(Name = "Alasan"), Required(ErrorMessage = "Tulis alasannya."), StringLength(500, MinimumLength = 10, ErrorMessage = "Alasan 10 sampai 500 huruf."), DataType(DataType.MultilineText)]
    public string Alasan { get; set; } = "";
}

public sealed class BankOwnForm : ReasonForm
{
    [Display(Name = "Jenis"), Required(ErrorMessage = "Pilih biaya, bunga, atau pajak bunga.")]
    public BankOwn? Jenis { get; set; }
}
