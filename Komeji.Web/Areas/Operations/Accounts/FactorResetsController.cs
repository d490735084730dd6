using Komeji.Application.Accounts.SecondFactors;
using Komeji.Domain.Accounts;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Accounts;

/// <summary>People who lost their second factor: an administrator makes sure who asks, for staff two do.</summary>
[Area("Operations"), Route("/operator/pemulihan"), Authorize(Policy = nameof(Roles.Admin)), OwnerRule("bukan diri sendiri")]
public sealed class FactorResetsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int hal = 1) => View("/Areas/Operations/Accounts/FactorResets.cshtml", await Send(new ListFactorResets(hal)));

    [HttpPost("{id:guid}/setujui")]
    public Task<IActionResult> Approve(Guid id, ReasonForm form) => Decide(id, true, form, "Persetujuan dicatat. Kode kedua dilepas setelah persetujuan lengkap dan waktu tunggu lewat.");

    [HttpPost("{id:guid}/tolak")]
    public Task<IActionResult> Refuse(Guid id, ReasonForm form) => Decide(id, false, form, "Permintaan ditolak dan orangnya diberi tahu.");

    Task<IActionResult> Decide(Guid id, bool agrees, ReasonForm form, string done) => Attempt(
        async () =>
        {
            await Send(new DecideFactorReset(id, agrees, form.Reason));
            Flash(done);
            return RedirectToAction(nameof(Index));
        },
        () => Index());
}
