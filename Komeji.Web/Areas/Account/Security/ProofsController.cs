using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Account.Security;

/// <summary>
/// Showing again who one is, apart from any form: for pages that ask before anything is typed. <see cref="ProofFilter"/> has looked at
/// the answer before the post comes here.
/// </summary>
[Area("Account"), Route(ProofFilter.ProofAddress), OpenWithoutSecondFactor, OwnerRule("diri sendiri")]
public sealed class ProofsController : KomejiController
{
    [HttpGet("")]
    public IActionResult New(string? kembali) => View("/Areas/Shared/Prove.cshtml", ProofFilter.Page(HttpContext) with { Kept = [new(ProofFilter.BackField, kembali ?? "/akun")] });

    [HttpPost("")]
    public IActionResult Create([FromForm] string? kembali) =>
        !Request.Form.ContainsKey(ProofFilter.Field) ? RedirectToAction(nameof(New), new { kembali })
        : Url.IsLocalUrl(kembali) ? LocalRedirect(kembali) : Redirect("/akun");
}
