using Komeji.Application.Ledger;
using Komeji.Application.Ledger.Runs;
using Komeji.Domain.Common;
using Komeji.Web.Jobs;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Ledger;

/// <summary>What the checks of the books said.</summary>
[Area("Operations"), Authorize("Books"), Route("/operator/buku-besar")]
public sealed class LedgerRunsController(IJobStarter starter) : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid? putaran, int hal = 1) =>
        View("/Areas/Operations/Ledger/Runs.cshtml", await Send(new ShowLedgerRuns(putaran is { } id ? new LedgerRunId(id) : null, hal)));

    [HttpPost("periksa")]
    public Task<IActionResult> Check() => Press(
        async () =>
        {
            await Send(new AskLedgerCheck());
            starter.StartWished(NightlyLedgerCheck.JobName);
        },
        "Pemeriksaan dimulai. Muat ulang halaman ini untuk melihat hasilnya.",
        RedirectToAction(nameof(Index)));
}
