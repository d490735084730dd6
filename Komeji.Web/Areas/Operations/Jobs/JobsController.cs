using Komeji.Application.Jobs;
using Komeji.Web.Jobs;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Jobs;

[Area("Operations"), Route("/operator/pekerjaan"), Authorize("Jobs")]
public sealed class JobsController(TimeProvider clock, IJobStarter starter) : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var rows = await Send(new ListJobs());
        return View("/Areas/Operations/Jobs/Index.cshtml", rows.Select(r => JobPage.Of(r, clock.GetUtcNow())).ToList());
    }

    [HttpGet("{nama}")]
    public async Task<IActionResult> Show(string nama, bool semua = false, int hal = 1) =>
        View("/Areas/Operations/Jobs/Show.cshtml", new JobHistoryPage(await Send(new ListJobRuns(nama, !semua, hal)), semua));

    [HttpPost("{nama}/jalankan")]
    public Task<IActionResult> Start(string nama) => Press(
        async () =>
        {
            await Send(new RequestJobRun(nama));
            starter.StartWished(nama);
        },
        "Pekerjaan dimulai. Muat ulang halaman untuk melihat hasilnya.",
        RedirectToAction(nameof(Show), new { nama }));
}
