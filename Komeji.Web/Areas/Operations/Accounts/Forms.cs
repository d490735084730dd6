using System.ComponentModel.DataAnnotations;
using Komeji.Application.Accounts;
using Komeji.Application.Common;

namespace Komeji.Web.Areas.Operations.Accounts;

public sealed record PeopleView(string Search, string Role, PageOf<PersonRow> People);

public sealed class GiveRoleForm
{
    [Required(ErrorMessage = "Pilih perannya.")]
    public string Role { get; set; } = "";

    [StringLength(13, ErrorMessage = "Kode wilayah seperti 35.78.")]
    public string? Territory { get; set; }

    [DataType(DataType.MultilineText), Required(ErrorMessage = "Tulis alasannya."), StringLength(300, MinimumLength = 5, ErrorMessage = "Tulis alasannya, 5 sampai 300 huruf.")]
    public string Reason { get; set; } = "";
}

public sealed class ReasonForm
{
    [DataType(DataType.MultilineText), Required(ErrorMessage = "Tulis alasannya."), StringLength(300, MinimumLength = 5, ErrorMessage = "Tulis alasannya, 5 sampai 300 huruf.")]
    public string Reason { get; set; } = "";
}

/// <param name="Give">The form as filled in, when it is shown again.</param>
public sealed record PersonView(PersonPage Person, GiveRoleForm Give);
