using Komeji.Application.Accounts;
using Komeji.Application.Accounts.SecondFactors;
using Komeji.Domain.Accounts;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Accounts;

/// <summary>Phone and recovery codes are gone: after the password a code to the contact asks to have the second factor taken off.</summary>
[Area("Shop"), Route("/masuk/pemulihan"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class LostFactorsController(SignInStep step) : KomejiController
{
    [HttpGet("")]
    public IActionResult New() => step.Read(HttpContext) is null ? Redirect("/masuk") : Ask();

    [HttpPost(""), LimitedByAddress]
    public Task<IActionResult> Create() => Attempt(
        async () => step.Read(HttpContext) is { } taken
            ? RedirectToAction(nameof(Confirm), new { id = await Send(new AskFactorReset(taken.Pass)) })
            : Redirect("/masuk"),
        () => Task.FromResult<IActionResult>(Ask()));

    [HttpGet("kode")]
    public async Task<IActionResult> Confirm(Guid id) =>
        step.Read(HttpContext) is null ? Redirect("/masuk") : await CodeForm(new LostFactorForm { Id = id });

    [HttpPost("kode"), LimitedByAddress]
    public Task<IActionResult> Confirm(LostFactorForm form) => Attempt(
        async () =>
        {
            if (step.Read(HttpContext) is not { } taken)
            {
                return Redirect("/masuk");
            }

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

    ViewResult Ask() => View("/Areas/Shop/Accounts/LostFactor.cshtml");

    async Task<IActionResult> CodeForm(LostFactorForm form)
    {
        var request = await Send(new ShowCodeRequest(form.Id, CodePurpose.ResetSecondFactor));
        return View("/Areas/Shop/Accounts/LostFactorCode.cshtml", new CodePage<LostFactorForm>(form, request.SentTo));
    }
}
