using Komeji.Application.Accounts.SecondFactors;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Accounts;

/// <summary>The second step of signing in, after the right password.</summary>
[Area("Shop"), Route("/masuk/kode"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SecondStepsController(SignInStep step) : KomejiController
{
    [HttpGet("")]
    public IActionResult New(bool pemulihan = false) =>
        step.Read(HttpContext) is not { } taken ? this.TooLate()
        : User.Identity!.IsAuthenticated ? this.GoOn(taken.Back)
        : Form(new SecondStepForm { Pemulihan = pemulihan });

    [HttpPost(""), LimitedByAddress]
    public Task<IActionResult> Create(SecondStepForm form) => Attempt(
        async () =>
        {
            if (User.Identity!.IsAuthenticated || step.Read(HttpContext) is not { } taken)
            {
                return User.Identity!.IsAuthenticated ? this.GoOn(null) : this.TooLate();
            }

            var passed = await Send(new PassSecondFactor(taken.Pass, form.Code));
            if (passed.Answer == FactorAnswer.Stale)
            {
                step.Forget(HttpContext);
                return this.TooLate();
            }

            if (passed.Pass is not { } pass)
            {
                return Refuse(form, passed);
            }

            step.Forget(HttpContext);
            await Sessions.Begin(HttpContext, pass);
            return this.GoOn(taken.Back);
        },
        () => Task.FromResult<IActionResult>(Form(form)));

    ViewResult Refuse(SecondStepForm form, PassedFactor passed)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.AddModelError(nameof(form.Code), passed.LockedUntil is { } until
            ? $"Terlalu banyak kode salah, jadi untuk sementara kode tidak diterima. {Locked.Until(HttpContext, until)}. Bila ponsel dan kode pemulihan hilang, pilih tautan di bawah."
            : form.Pemulihan ? FactorWords.WrongOnPaper
            : "Kode salah atau sudah terpakai. Tunggu kode berikutnya, dan pastikan jam ponsel Anda tepat.");
        return Form(form);
    }

    ViewResult Form(SecondStepForm form) => View("/Areas/Shop/Accounts/SecondStep.cshtml", form);
}
