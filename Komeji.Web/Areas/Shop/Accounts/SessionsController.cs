using Komeji.Application.Accounts;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Accounts;

/// <summary>Signing in and out.</summary>
[Area("Shop")]
public sealed class SessionsController(SignInStep step) : KomejiController
{
    const string Page = "/Areas/Shop/Accounts/SignIn.cshtml";

    [HttpGet("/masuk")]
    public IActionResult New(string? kembali) =>
        User.Identity!.IsAuthenticated ? this.GoOn(kembali) : View(Page, new SignInForm { Kembali = kembali });

    [HttpPost("/masuk"), LimitedByAddress]
    public Task<IActionResult> Create(SignInForm form) => Attempt(
        async () =>
        {
            if (User.Identity!.IsAuthenticated)
            {
                return this.GoOn(form.Kembali);
            }

            var result = await Send(new SignIn(form.Contact, form.Password));
            if (result.Pass is not { } pass)
            {
                return Refuse(form, result.Answer);
            }

            if (result.Answer == SignInAnswer.SecondFactorNeeded)
            {
                step.Keep(HttpContext, pass, form.Kembali);
                return Redirect("/masuk/kode");
            }

            await Sessions.Begin(HttpContext, pass);
            return this.GoOn(form.Kembali);
        },
        () => Task.FromResult<IActionResult>(View(Page, form)));

    /// <param name="pemulihan">The phone is lost: the way to have the second factor taken off begins with signing in.</param>
    [HttpPost("/keluar"), OpenWithoutSecondFactor, OpenOnOnePhone]
    public async Task<IActionResult> Delete([FromForm] bool pemulihan = false)
    {
        await HttpContext.SignOutAsync();
        Flash(pemulihan ? "Anda sudah keluar. Masuklah dengan kata sandi, lalu pilih “Ponsel dan kode pemulihan hilang?”." : "Anda sudah keluar.");
        return Redirect("/masuk");
    }

    ViewResult Refuse(SignInForm form, SignInAnswer answer)
    {
        ModelState.AddModelError("", answer switch
        {
            SignInAnswer.Banned => "Akun Anda dinonaktifkan. Hubungi layanan Komeji untuk mengetahui alasannya.",
            SignInAnswer.TooShortForStaff => "Petugas memakai kata sandi paling sedikit 12 huruf. Pilih Lupa kata sandi, lalu buat yang baru.",
            _ => "Surel, nomor ponsel atau kata sandi tidak cocok. Periksa lagi. Setelah 10 kali salah, akun terkunci 15 menit; bila lupa, pilih Lupa kata sandi dan Anda bisa langsung masuk lagi.",
        });
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View(Page, form);
    }
}

static class Return
{
    /// <summary>Where the person wanted to go, if that is on this site; else where the person works.</summary>
    public static IActionResult GoOn(this Controller controller, string? wanted) =>
        controller.LocalRedirect(wanted is not null && controller.Url.IsLocalUrl(wanted) ? wanted : Access.WorkplaceOf(controller.User));

    /// <summary>What the right password gave is over: back to signing in, with a word why.</summary>
    public static IActionResult TooLate(this Controller controller)
    {
        if (controller.User.Identity?.IsAuthenticated != true)
        {
            controller.TempData[KomejiController.FlashErrorKey] = "Langkah masuk tadi sudah tidak berlaku. Masuklah sekali lagi dengan kata sandi Anda.";
        }

        return controller.Redirect("/masuk");
    }
}
