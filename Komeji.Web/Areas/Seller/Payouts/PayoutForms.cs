using System.ComponentModel.DataAnnotations;
using Komeji.Application.Payouts;
using Komeji.Domain.Common;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Komeji.Web.Areas.Seller.Payouts;

public sealed class PayoutForm
{
    /// <summary>Empty: all there is.</summary>
    [Display(Name = "Jumlah")]
    public Rupiah? Jumlah { get; set; }
}

public sealed class PayoutDayForm
{
    /// <summary>Empty: only when asked.</summary>
    [Display(Name = "Hari")]
    public DayOfWeek? Hari { get; set; }
}

public sealed class PleaForm
{
    [BindNever, ValidateNever]
    public MyPayoutPage Page { get; set; } = null!;

    [Required(ErrorMessage = "Tulis keberatan Anda, 5 sampai 500 huruf."), DataType(DataType.MultilineText), StringLength(500, MinimumLength = 5, ErrorMessage = "Tulis keberatan Anda, 5 sampai 500 huruf.")]
    public string? Keberatan { get; set; }
}
