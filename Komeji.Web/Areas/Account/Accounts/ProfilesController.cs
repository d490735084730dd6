using Komeji.Application.Accounts;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Account.Accounts;

/// <summary>A person's own account: who one is, where one is signed in.</summary>
[Area("Account"), Route("/akun"), OwnerRule("diri sendiri")]
public sealed class ProfilesController : KomejiController
{
    const string FormPage = "/Areas/Account/Accounts/Profile.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Show() => View("/Areas/Account/Accounts/Index.cshtml", await Send(new ShowMyAccount()));

    [HttpGet("profil")]
    public async Task<IActionResult> Edit()
    {
        var account = await Send(new ShowMyAccount());
        return View(FormPage, new ProfilePage(new ProfileForm { FullName = account.Name }, account));
    }

    [HttpPost("profil")]
    public Task<IActionResult> Edit(ProfileForm form) => Attempt(
        async () =>
        {
            await Send(new ChangeName(form.FullName));
            Flash("Nama Anda sudah disimpan.");
            return Redirect("/akun");
        },
        async () => View(FormPage, new ProfilePage(form, await Send(new ShowMyAccount()))));

    /// <summary>Everywhere, this browser too.</summary>
    [HttpPost("keluar-semua")]
    public async Task<IActionResult> SignOutEverywhere()
    {
        await Send(new EndMySessions());
        await HttpContext.SignOutAsync();
        Flash("Anda sudah keluar dari semua perangkat.");
        return Redirect("/masuk");
    }
}
