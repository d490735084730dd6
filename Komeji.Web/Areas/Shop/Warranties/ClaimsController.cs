using Komeji.Application.Warranties.Claims;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Warranties;

/// <summary>The buyer's claims, one button each. A refusal is shown on the claim's page with what was typed.</summary>
[Area("Shop"), Authorize, Route("/garansi/klaim"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None), OwnerRule("pembeli pesanan")]
public sealed class ClaimsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] int hal = 1) => View("/Areas/Shop/Warranties/Claims.cshtml", await Send(new ListMyClaims(hal)));

    [HttpGet("{nomor}")]
    public async Task<IActionResult> Show(string nomor) => View("/Areas/Shop/Warranties/Claim.cshtml", await Send(new ShowMyClaim(nomor)));

    [HttpPost("{nomor}/batal")]
    public Task<IActionResult> Cancel(string nomor) => Step(nomor, new CancelClaim(nomor), "Klaim dibatalkan. Selama garansi berlaku Anda boleh mengajukan lagi.");

    [HttpPost("{nomor}/tinjau")]
    public Task<IActionResult> AskReview(string nomor, PleaForm form) => Step(nomor, new AskClaimReview(nomor, form.Alasan), "Pusat Resolusi meninjau klaim Anda.");

    [HttpPost("{nomor}/kirim")]
    public Task<IActionResult> Ship(string nomor, WaybillForm form) => Step(nomor, new SendClaimedGoods(nomor, form.Resi), "Pengiriman dicatat. Penanggung diberi tahu.");

    [HttpPost("{nomor}/titip")]
    public Task<IActionResult> Bring(string nomor, PointForm form) =>
        Step(nomor, new BringToPoint(nomor, new PointId(form.Titik ?? Guid.Empty)), "Titik dipilih. Bawa barangnya dan sebutkan kode di halaman ini kepada petugas.");

    [HttpPost("{nomor}/selesai")]
    public Task<IActionResult> Confirm(string nomor) => Step(nomor, new ConfirmMended(nomor), "Terima kasih. Klaim selesai.");

    [HttpPost("{nomor}/belum-beres")]
    public Task<IActionResult> Contest(string nomor, ContestForm form) =>
        Step(nomor, new ContestMended(nomor, form.Sampai == true, form.Alasan), "Pusat Resolusi memeriksa laporan Anda.");

    [HttpPost("{nomor}/foto/{foto:guid}/hapus")]
    public Task<IActionResult> RemovePicture(string nomor, Guid foto, [FromForm] string? kartu) =>
        Press(() => Send(new RemoveClaimPicture(nomor, new ClaimPictureId(foto))), "Foto dihapus dari draf.", Redirect($"/garansi/{Uri.EscapeDataString(kartu ?? nomor)}/klaim"));

    Task<IActionResult> Step(string nomor, IRequest<Unit> command, string done) => Attempt(
        async () =>
        {
            await Send(command);
            Flash(done);
            return Redirect($"/garansi/klaim/{nomor}");
        },
        () => Show(nomor));
}
