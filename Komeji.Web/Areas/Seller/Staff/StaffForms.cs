using System.ComponentModel.DataAnnotations;
using Komeji.Application.Stores.Staff;
using Komeji.Domain.Stores;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Komeji.Web.Areas.Seller.Staff;

/// <summary>Rights that were ticked.</summary>
public class RightsForm
{
    public List<ShopRights> Hak { get; set; } = [];

    public static ShopRights Sum(IEnumerable<ShopRights> ticked) => ticked.Aggregate(ShopRights.None, (all, right) => all | right);
}

public sealed class InviteForm : RightsForm
{
    [Required(ErrorMessage = "Tulis nama staf."), StringLength(80, MinimumLength = 2, ErrorMessage = "Nama staf 2 sampai 80 huruf.")]
    public string? Nama { get; set; }

    [Required(ErrorMessage = "Tulis surel atau nomor ponsel staf."), StringLength(254, ErrorMessage = "Surel atau nomor ponsel terlalu panjang.")]
    public string? Kontak { get; set; }

    [BindNever, ValidateNever]
    public StaffPage? Staff { get; set; }
}
