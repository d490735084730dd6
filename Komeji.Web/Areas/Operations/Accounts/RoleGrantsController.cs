using Komeji.Application.Accounts;
using Komeji.Domain.Accounts;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Accounts;

/// <summary>Giving a role and taking it back, never one's own.</summary>
[Area("Operations"), Route("/operator/pengguna/{id:guid}/peran"), Authorize(Policy = nameof(Roles.Admin)), OwnerRule("bukan diri sendiri")]
public sealed class RoleGrantsController : KomejiController
{
    [HttpPost("")]
    public Task<IActionResult> Create(Guid id, GiveRoleForm form) => Attempt(
        async () =>
        {
            await Send(new GiveRole(id, form.Role, form.Territory ?? "", form.Reason));
            Flash($"Peran {RoleNames.Of(form.Role)} sudah diberikan. Orangnya masuk kembali untuk memakainya.");
            return Redirect($"/operator/pengguna/{id}");
        },
        async () => View("/Areas/Operations/Accounts/Person.cshtml", new PersonView(await Send(new ShowPerson(id)), form)));

    [HttpPost("{grantId:guid}/cabut")]
    public Task<IActionResult> Delete(Guid id, Guid grantId, ReasonForm form) => Attempt(
        async () =>
        {
            await Send(new TakeBackRole(id, grantId, form.Reason));
            Flash("Peran sudah dicabut.");
            return Redirect($"/operator/pengguna/{id}");
        },
        async () => View("/Areas/Operations/Accounts/Person.cshtml", new PersonView(await Send(new ShowPerson(id)), new GiveRoleForm())));
}
