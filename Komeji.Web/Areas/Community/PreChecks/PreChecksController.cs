using Komeji.Application.Legal.PreChecks;
using Komeji.Domain.Common;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Community.PreChecks;

/// <summary>A community looks whether papers are complete before the office decides.</summary>
[Area("Community"), Authorize("Helpers"), Route("/mitra/pra-periksa"), OwnerRule("komunitas di wilayahnya"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PreChecksController : KomejiController
{
    const string List = "/mitra/pra-periksa";

    [HttpGet("")]
    public async Task<IActionResult> Index(int hal = 1) => View("/Areas/Community/PreChecks/Index.cshtml", await Send(new ListPreChecks(hal)));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => View("/Areas/Community/PreChecks/Show.cshtml", await Send(new ShowPreCheck(new DocumentId(id))));

    [HttpGet("{id:guid}/berkas/{berkas:guid}")]
    public async Task<IActionResult> Scan(Guid id, Guid berkas) => this.Scan(await Send(new OpenPreCheckScan(new DocumentId(id), new ScanId(berkas))));

    [HttpPost("{id:guid}/lengkap")]
    public Task<IActionResult> Pass(Guid id, [FromForm] string? catatan) =>
        Attempt(() => Send(new PassPreCheck(new DocumentId(id), catatan ?? "")), "Diteruskan ke Dinas Koperasi. Penjual diberi tahu.", LocalRedirect(List), () => Show(id));

    [HttpPost("{id:guid}/belum")]
    public Task<IActionResult> Fail(Guid id, [FromForm] string? catatan) =>
        Attempt(() => Send(new FailPreCheck(new DocumentId(id), catatan ?? "")), "Dikembalikan kepada penjual dengan catatan Anda.", LocalRedirect(List), () => Show(id));
}
