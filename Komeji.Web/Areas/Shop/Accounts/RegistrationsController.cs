using Komeji.Application.Accounts;
using Komeji.Domain.Accounts;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Accounts;

/// <summary>Asking for an account, and showing by a code that the contact is one's own.</summary>
[Area("Shop")]
public sealed class RegistrationsController : KomejiController
{
    const string AskPage = "/Areas/Shop/Accounts/Register.cshtml";
    const string CodePage = "/Areas/Shop/Accounts/Confirm.cshtml";

    [HttpGet("/daftar")]
    public IActionResult New(string? kembali) =>
        User.Identity!.IsAuthenticated ? this.GoOn(kembali) : View(AskPage, new RegistrationForm { Kembali = kembali });

    [HttpPost("/daftar"), LimitedByAddress]
    public Task<IActionResult> Create(RegistrationForm form) => Attempt(
        async () => ToCode(await Send(new Register(form.Contact, form.FullName, form.Password, form.AcceptsTerms, form.WantsNews)), form.Kembali),
        () => Task.FromResult<IActionResult>(View(AskPage, form)));

    [HttpGet("/konfirmasi")]
    public async Task<IActionResult> Confirm(Guid id, string? kembali) => User.Identity!.IsAuthenticated
        ? this.GoOn(kembali)
        : await CodeForm(new ConfirmationForm { Id = id, Kembali = kembali });

    [HttpPost("/konfirmasi"), LimitedByAddress]
    public Task<IActionResult> Confirm(ConfirmationForm form) => Attempt(
        async () =>
        {
            if (User.Identity!.IsAuthenticated)
            {
                return this.GoOn(form.Kembali);
            }

            if (await Send(new ConfirmRegistration(form.Id, form.Code)) is not { } pass)
            {
                ModelState.AddModelError(nameof(form.Code), "Kode salah atau sudah tidak berlaku. Periksa lagi, atau minta kode baru. Bila akun Anda sudah jadi, silakan masuk.");
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return await CodeForm(form);
            }

            await Sessions.Begin(HttpContext, pass);
            Flash("Akun Anda sudah jadi. Selamat berbelanja di Komeji.");
            return this.GoOn(form.Kembali);
        },
        () => CodeForm(form));

    [HttpPost("/konfirmasi/kirim-ulang"), LimitedByAddress]
    public async Task<IActionResult> Resend(Guid id, string? kembali)
    {
        var next = id;
        await Press(async () => next = await Send(new SendCodeAgain(id)), "Kode baru sudah dikirim. Kode sebelumnya tidak berlaku lagi.", Ok());
        return ToCode(next, kembali);
    }

    RedirectToActionResult ToCode(Guid id, string? kembali) => RedirectToAction(nameof(Confirm), new { id, kembali });

    async Task<IActionResult> CodeForm(ConfirmationForm form)
    {
        var request = await Send(new ShowCodeRequest(form.Id, CodePurpose.ConfirmContact));
        return View(CodePage, new CodePage<ConfirmationForm>(form, request.SentTo, AgainAt: request.AgainAt));
    }
}
