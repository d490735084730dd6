using Komeji.Application.Accounts;
using Komeji.Domain.Accounts;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Accounts;

/// <summary>Ending all sessions of a person, with a reason.</summary>
[Area("Operations"), Route("/operator/pengguna/{id:guid}/keluarkan"), Authorize(Policy = nameof(Roles.Admin))]
public sealed class SignOutsController : KomejiController
{
    [HttpPost("")]
    public Task<IActionResult> Create(Guid id, ReasonForm form) => Attempt(
        async () =>
        {
            await Send(new EndPersonSessions(id, form.Reason));
            Flash("Orang ini sudah dikeluarkan dari semua perangkat dan diberi tahu.");
            return Redirect($"/operator/pengguna/{id}");
        },
        async () => View("/Areas/Operations/Accounts/Person.cshtml", new PersonView(await Send(new ShowPerson(id)), new GiveRoleForm())));
}
