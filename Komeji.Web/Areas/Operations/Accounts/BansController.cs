using Komeji.Application.Accounts;
using Komeji.Domain.Accounts;
using Komeji.Web.Setup;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Accounts;

/// <summary>Barring a person from signing in, and letting the person in again.</summary>
[Area("Operations"), Route("/operator/pengguna/{id:guid}"), Authorize(Policy = nameof(Roles.Admin)), OwnerRule("bukan diri sendiri")]
public sealed class BansController : KomejiController
{
    [HttpPost("nonaktifkan")]
    public Task<IActionResult> Create(Guid id, ReasonForm form) =>
        Decide(id, () => Send(new BanPerson(id, form.Reason)), "Akun sudah dinonaktifkan dan semua perangkatnya dikeluarkan.");

    [HttpPost("aktifkan")]
    public Task<IActionResult> Delete(Guid id, ReasonForm form) =>
        Decide(id, () => Send(new UnbanPerson(id, form.Reason)), "Akun sudah aktif kembali.");

    Task<IActionResult> Decide(Guid id, Func<Task<Unit>> act, string done) => Attempt(
        async () =>
        {
            await act();
            Flash(done);
            return Redirect($"/operator/pengguna/{id}");
        },
        async () => View("/Areas/Operations/Accounts/Person.cshtml", new PersonView(await Send(new ShowPerson(id)), new GiveRoleForm())));
}
