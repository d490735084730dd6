using Komeji.Application.Accounts;
using Komeji.Application.Accounts.SecondFactors;
using Komeji.Application.Settings;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Accounts;

/// <summary>Phone and recovery codes are gone: after the password a code to the contact asks to have the second factor taken off.</summary>
[Area("Shop"), Route("/masuk/pemulihan"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LostFactorsController(SignInStep step) : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> New() => step.Read(HttpContext) is null ? this.TooLate() : await Ask();

    [HttpPost(""), LimitedByAddress]
    public Task<IActionResult> Create() => InStep(
        async taken =>
        {
            var id = await Send(new AskFactorReset(taken.Pass));
            var sent = await Send(new ShowCodeRequest(id, CodePurpose.ResetSecondFactor));
            step.KeepUntil(HttpContext, taken, sent.ExpiresAt);
            return RedirectToAction(nameof(Confirm), new { id });
        },
        Ask);

    [HttpGet("kode")]
    public async Task<IActionResult> Confirm(Guid id) =>
        step.Read(HttpContext) is null ? this.TooLate() : await CodeForm(new LostFactorForm { Id = id });

    [HttpPost("kode"), LimitedByAddress]
    public Task<IActionResult> Confirm(LostFactorForm form) => InStep(
        async taken =>
        {
            if (await Send(new ConfirmFactorReset(taken.Pass, form.Id, form.Code)) is not { } asked)
            {
                ModelState.AddModelError(nameof(form.Code), "Kode salah atau sudah tidak berlaku. Periksa lagi, atau minta kode baru.");
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return await CodeForm(form);
            }

            step.Forget(HttpContext);
            return View("/Areas/Shop/Accounts/LostFactorAsked.cshtml", asked);
        },
        () => CodeForm(form));

    /// <summary>Only after the right password, and as long as that still counts.</summary>
    Task<IActionResult> InStep(Func<SignInStep.Taken, Task<IActionResult>> act, Func<Task<IActionResult>> again) =>
        step.Read(HttpContext) is not { } taken ? Task.FromResult(this.TooLate()) : Attempt(
            async () =>
            {
                try
                {
                    return await act(taken);
                }
                catch (RuleBroken stale) when (stale.Code == "factor_reset.expired")
                {
                    step.Forget(HttpContext);
                    return this.TooLate();
                }
            },
            again);

    async Task<IActionResult> Ask() => View("/Areas/Shop/Accounts/LostFactor.cshtml", await Send(new ShowContacts()));

    async Task<IActionResult> CodeForm(LostFactorForm form)
    {
        var request = await Send(new ShowCodeRequest(form.Id, CodePurpose.ResetSecondFactor));
        return View("/Areas/Shop/Accounts/LostFactorCode.cshtml", new CodePage<LostFactorForm>(form, request.SentTo));
    }
}
