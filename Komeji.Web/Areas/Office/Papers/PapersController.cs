using Komeji.Application.Legal.Office;
using Komeji.Domain.Common;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Office.Papers;

/// <summary>A paper on the desk: taken, looked at, decided.</summary>
[Area("Office"), Route("/dinas/dokumen/{id:guid}"), Authorize("Verify")]
public sealed class PapersController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id) => View("Show", new PaperView(await Send(new ShowPaper(new DocumentId(id))), null));

    [HttpGet("berkas/{berkas:guid}")]
    public async Task<IActionResult> Scan(Guid id, Guid berkas, string? alasan) => this.Scan(await Send(new OpenScan(new DocumentId(id), new ScanId(berkas), alasan)));

    /// <summary>Shown once, in the answer to the button, and kept nowhere.</summary>
    [HttpPost("nomor")]
    public async Task<IActionResult> Number(Guid id, [FromForm] string? alasan)
    {
        var number = await Send(new RevealNumber(new DocumentId(id), alasan));
        Response.Headers.CacheControl = "no-store";
        return View("Show", new PaperView(await Send(new ShowPaper(new DocumentId(id))), number));
    }

    [HttpPost("ambil")]
    public Task<IActionResult> Claim(Guid id) => Press(() => Send(new ClaimDocument(new DocumentId(id))), "Dokumen Anda pegang. Putuskan dalam lima hari kerja.", One(id));

    [HttpPost("kembalikan")]
    public Task<IActionResult> Return(Guid id, [FromForm] string? alasan) => Decide(id, () => new ReturnDocument(new DocumentId(id), alasan ?? ""), "Dokumen kembali ke antrean.", Queue());

    [HttpPost("alihkan")]
    public Task<IActionResult> Reassign(Guid id, [FromForm] Guid petugas) => Decide(id, () => new ReassignDocument(new DocumentId(id), petugas), "Dokumen dialihkan.", Queue());

    [HttpPost("setujui")]
    public Task<IActionResult> Approve(Guid id, ApproveForm form) => Decide(id, () => new ApproveDocument(new DocumentId(id), form.ToVerdict()), "Dokumen diverifikasi. Penjual diberi tahu.", One(id));

    [HttpPost("perbaikan")]
    public Task<IActionResult> AskFixes(Guid id, FixesForm form) => Decide(id, () => new AskFixes(new DocumentId(id), form.ToFixes()), "Penjual diminta memperbaiki.", Queue());

    [HttpPost("tolak")]
    public Task<IActionResult> Reject(Guid id, [FromForm] string? alasan) => Decide(id, () => new RejectDocument(new DocumentId(id), alasan ?? ""), "Dokumen ditolak. Penjual diberi tahu.", Queue());

    [HttpPost("bebaskan")]
    public Task<IActionResult> Waive(Guid id, WaiveForm form) => Decide(id, () => new WaiveDocument(new DocumentId(id), form.Alasan ?? "", form.Sampai ?? default), "Penjual dibebaskan sampai hari itu.", One(id));

    [HttpPost("cabut")]
    public Task<IActionResult> Revoke(Guid id, [FromForm] string? alasan) => Decide(id, () => new RevokeDocument(new DocumentId(id), alasan ?? ""), "Verifikasi dicabut. Penjual diberi tahu.", One(id));

    Task<IActionResult> Decide(Guid id, Func<IRequest<Unit>> command, string done, IActionResult next) => Attempt(() => Send(command()), done, next, () => Show(id));

    RedirectResult One(Guid id) => Redirect($"/dinas/dokumen/{id}");

    RedirectResult Queue() => Redirect("/dinas/antrean");
}
