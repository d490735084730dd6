using System.ComponentModel.DataAnnotations;
using Komeji.Application.Mentoring;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Komeji.Web.Areas.Community.Mentoring;

/// <summary>A mentor takes a seller's code, works for her in this browser, and ends it.</summary>
[Area("Community"), Authorize("Helpers"), Route("/mitra/pendampingan"), OpenOnOnePhone, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class HelpingController : KomejiController
{
    const string Page = "/Areas/Community/Mentoring/Index.cshtml";

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(Page, new MentoringCodeForm { Kode = HttpContext.CarriedMentoringCode(), Helping = await Send(new ShowHelping()) });

    [HttpPost(""), LimitedByAddress]
    public Task<IActionResult> Begin(MentoringCodeForm form) => HelpingClaims.Read(User) is not null ? Task.FromResult<IActionResult>(Redirect("/mitra/pendampingan")) : Attempt(
        async () =>
        {
            if (await Send(new EnterMentoringCode(form.Kode!)) is not { } helping)
            {
                ModelState.AddModelError("", "Kode tidak cocok atau sudah lewat waktunya. Periksa lagi, atau minta penjual membuat kode baru.");
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return await Again(form);
            }

            HttpContext.DropCode();
            Flash($"Anda mulai membantu {helping.Name}. Yang Anda kerjakan tercatat atas namanya.");
            return Redirect(helping.HasShop ? "/penjual" : helping.Covers.HasFlag(ShopRights.Papers) ? "/penjual/buka-toko" : "/mitra/pendampingan");
        },
        () => Again(form));

    [HttpPost("akhiri")]
    public async Task<IActionResult> End()
    {
        if (HelpingClaims.Read(User) is not { } helping)
        {
            return Redirect("/mitra/pendampingan");
        }

        await Send(new EndMentoring(helping.Id));
        if (!helping.OnOnePhone)
        {
            Flash("Sesi berakhir. Terima kasih sudah membantu.");
            return Redirect("/mitra/pendampingan");
        }

        await HttpContext.SignOutAsync();
        HttpContext.ForgetPages();
        Flash("Sesi berakhir dan pendamping sudah keluar. Berikan ponsel kepada penjual untuk masuk kembali.");
        return Redirect("/masuk");
    }

    async Task<IActionResult> Again(MentoringCodeForm form)
    {
        form.Helping = await Send(new ShowHelping());
        return View(Page, form);
    }
}

public sealed class MentoringCodeForm
{
    [Required(ErrorMessage = "Tulis kode dari penjual."), StringLength(20, ErrorMessage = "Kode terdiri dari enam huruf dan angka.")]
    public string? Kode { get; set; }

    [BindNever, ValidateNever]
    public HelpingPage? Helping { get; set; }
}
