using Komeji.Application.Accounts;
using Komeji.Domain.Accounts;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Accounts;

/// <summary>A forgotten password: ask for a code, then set a new one with it. A one-time link leads to the same second page.</summary>
[Area("Shop")]
public sealed class PasswordResetsController : KomejiController
{
    const string AskPage = "/Areas/Shop/Accounts/Forgotten.cshtml";
    const string ResetPage = "/Areas/Shop/Accounts/Reset.cshtml";

    [HttpGet("/lupa-sandi")]
    public IActionResult New() => View(AskPage, new ForgottenForm());

    [HttpPost("/lupa-sandi"), LimitedByAddress]
    public Task<IActionResult> Create(ForgottenForm form) => Attempt(
        async () => RedirectToAction(nameof(Edit), new { id = await Send(new AskPasswordReset(form.Contact)) }),
        () => Task.FromResult<IActionResult>(View(AskPage, form)));

    [HttpGet("/atur-ulang")]
    public Task<IActionResult> Edit(Guid id, string? kunci) => ResetForm(new ResetForm { Id = id, Code = kunci ?? "" });

    [HttpPost("/atur-ulang"), LimitedByAddress]
    public Task<IActionResult> Edit(ResetForm form) => Attempt(
        async () =>
        {
            if (!await Send(new ResetPassword(form.Id, form.Code, form.NewPassword)))
            {
                ModelState.AddModelError(nameof(form.Code), "Kode salah atau sudah tidak berlaku. Periksa lagi, atau minta kode baru.");
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return await ResetForm(form);
            }

            await HttpContext.SignOutAsync();
            Flash("Kata sandi sudah diganti. Masuklah dengan kata sandi yang baru.");
            return Redirect("/masuk");
        },
        () => ResetForm(form));

    async Task<IActionResult> ResetForm(ResetForm form)
    {
        const int Digits = 6;
        var request = await Send(new ShowCodeRequest(form.Id, CodePurpose.ResetPassword));
        return View(ResetPage, new CodePage<ResetForm>(form, request.SentTo, form.Code.Length > Digits * 2));
    }
}
