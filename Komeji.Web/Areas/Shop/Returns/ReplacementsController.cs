using Komeji.Application.Ordering;
using Komeji.Application.Returns.Replacements;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Returns;

/// <summary>What the shop sends to the buyer without another payment.</summary>
[Area("Shop"), Authorize, Route("/pengganti/{nomor}"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None), OwnerRule("pembeli pengganti")]
public sealed class ReplacementsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string nomor) => View("/Areas/Shop/Returns/Replacement.cshtml", await Send(new ShowReplacement(nomor, OrderOnlooker.Buyer)));

    [HttpPost("penerimaan")]
    public Task<IActionResult> Confirm(string nomor) =>
        Press(() => Send(new ConfirmReplacement(nomor)), "Terima kasih. Barangnya tercatat sudah Anda terima.", Redirect($"/pengganti/{nomor}"));

    [HttpPost("belum-sampai")]
    public Task<IActionResult> NotArrived(string nomor) =>
        Press(() => Send(new ReportReplacementNotArrived(nomor)), "Laporan dicatat. Petugas Komeji memeriksa.", Redirect($"/pengganti/{nomor}"));
}
