using System.ComponentModel.DataAnnotations;
using Komeji.Application.Accounts.SecondFactors;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Account.Security;

/// <summary>Setting an authenticator app up, replacing it, leaving it, and the codes kept on paper.</summary>
[Area("Account"), Route(StaffGate.Page), OwnerRule("diri sendiri"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SecondFactorController(HeldForm held) : KomejiController
{
    const string CodesPage = "/Areas/Account/Security/RecoveryCodes.cshtml";

    [HttpGet(""), OpenWithoutSecondFactor]
    public Task<IActionResult> Show(string? kembali) => SetUp(new SecondFactorForm { Kembali = kembali });

    [HttpPost("mulai"), OpenWithoutSecondFactor, LimitedByAddress]
    public Task<IActionResult> Offer(string? kembali) => Press(
        async () => await Send(new OfferSecondFactor()) is { } sentTo ? $"Enam angka dikirim ke {sentTo} untuk memastikan ini Anda." : "Kunci dan kode QR baru sudah dibuat.",
        RedirectToAction(nameof(Show), new { kembali }));

    [HttpPost("kirim-ulang"), OpenWithoutSecondFactor, LimitedByAddress]
    public Task<IActionResult> Resend(string? kembali) =>
        Press(() => Send(new SendSetUpCodeAgain()), "Kode baru sudah dikirim. Kode sebelumnya tidak berlaku lagi.", RedirectToAction(nameof(Show), new { kembali }));

    /// <summary>The codes are on the answer itself: they are shown this once and kept nowhere they could be read.</summary>
    [HttpPost(""), OpenWithoutSecondFactor, LimitedByAddress]
    public Task<IActionResult> Confirm(SecondFactorForm form) => Attempt(
        async () =>
        {
            if (await Send(new ConfirmSecondFactor(form.Code, form.MessageCode ?? "")) is not { } confirmed)
            {
                ModelState.AddModelError(nameof(form.Code), "Kode tidak cocok. Pastikan jam ponsel Anda tepat, tulis kode yang sekarang tampil di aplikasi, dan periksa kode dari pesan bila diminta.");
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return await SetUp(form);
            }

            await Sessions.GoOnWith(HttpContext, confirmed.SessionKey);
            return View(CodesPage, new RecoveryCodesPage(confirmed.RecoveryCodes, true, Url.IsLocalUrl(form.Kembali) ? form.Kembali! : "/akun/keamanan", held.Take(HttpContext)));
        },
        () => SetUp(form));

    [HttpPost("kode-pemulihan")]
    public Task<IActionResult> MakeRecoveryCodes() => Attempt(
        async () => View(CodesPage, new RecoveryCodesPage(await Send(new MakeRecoveryCodes()), false, "/akun/keamanan")),
        () => SetUp(new SecondFactorForm()));

    [HttpPost("lepas")]
    public Task<IActionResult> TurnOff() => Attempt(
        async () =>
        {
            await Send(new TurnOffSecondFactor());
            await HttpContext.SignOutAsync();
            Flash("Kode kedua sudah dilepas dan semua perangkat dikeluarkan. Masuklah dengan kata sandi Anda.");
            return Redirect("/masuk");
        },
        () => SetUp(new SecondFactorForm()));

    async Task<IActionResult> SetUp(SecondFactorForm form) =>
        View("/Areas/Account/Security/SecondFactor.cshtml", new SecondFactorPage(form, await Send(new ShowOfferedFactor())));
}

public sealed class SecondFactorForm
{
    [Required(ErrorMessage = "Tulis enam angka yang tampil di aplikasi."), StringLength(20, ErrorMessage = "Kode terdiri dari enam angka.")]
    public string Code { get; set; } = "";

    [StringLength(20, ErrorMessage = "Kode dari pesan terdiri dari enam angka.")]
    public string? MessageCode { get; set; }

    public string? Kembali { get; set; }
}

public sealed record SecondFactorPage(SecondFactorForm Form, OfferedFactor Factor);

/// <param name="JustOn">The second factor has just been confirmed.</param>
/// <param name="Next">Where the person goes on.</param>
/// <param name="Held">What waited for the second factor and is sent on instead.</param>
public sealed record RecoveryCodesPage(IReadOnlyList<string> Codes, bool JustOn, string Next, HeldForm.Held? Held = null);
