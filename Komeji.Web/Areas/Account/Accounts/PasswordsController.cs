using Komeji.Application.Accounts;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Account.Accounts;

/// <summary>Changing one's own password, after which everybody signs in anew.</summary>
[Area("Account"), Route("/akun/sandi"), OwnerRule("diri sendiri")]
public sealed class PasswordsController : KomejiController
{
    const string FormPage = "/Areas/Account/Accounts/Password.cshtml";

    [HttpGet("")]
    public IActionResult Edit() => View(FormPage, new PasswordForm());

    [HttpPost(""), LimitedByAddress]
    public Task<IActionResult> Edit(PasswordForm form) => Attempt(
        async () =>
        {
            await Send(new ChangePassword(form.Current, form.NewPassword));
            await HttpContext.SignOutAsync();
            Flash("Kata sandi sudah diganti dan semua perangkat dikeluarkan. Masuklah dengan kata sandi yang baru.");
            return Redirect("/masuk");
        },
        () => Task.FromResult<IActionResult>(View(FormPage, form)));
}
