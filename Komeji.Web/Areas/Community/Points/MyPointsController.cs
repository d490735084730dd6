using Komeji.Application.Shipping.Points;
using Komeji.Application.Warranties.Claims;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Community.Points;

/// <summary>The keeper's page: parcels to come, waiting, and to be fetched back. Whoever keeps no point finds nothing here.</summary>
[Area("Community"), Route("/titik-ambil"), OwnerRule("petugas titik ambil"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class MyPointsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] string? q)
    {
        ViewData["Search"] = q;
        ViewData["Claims"] = await Send(new ListClaimedGoodsAtMyPoints());
        return View("/Areas/Community/Points/Index.cshtml", await Send(new ShowMyPoints(q)));
    }

    [HttpPost("{nomor}/terima")]
    public Task<IActionResult> TakeIn(string nomor) =>
        Press(() => Send(new TakeInParcel(nomor)), $"Paket {nomor} diterima. Pembeli diberi tahu dan mendapat kode ambil.", Redirect("/titik-ambil"));

    [HttpPost("{nomor}/serahkan")]
    public Task<IActionResult> HandOver(string nomor, [FromForm] string? kode) => Attempt(
        async () =>
        {
            if (await Send(new HandOverAtPoint(nomor, kode ?? "")))
            {
                Flash($"Kode cocok. Serahkan paket {nomor} kepada pembeli.");
                return Redirect("/titik-ambil");
            }

            ModelState.AddModelError("", $"Kode untuk {nomor} tidak cocok. Minta pembeli membuka halaman pesanannya dan membacakan kode ambil.");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await Index(null);
        },
        () => Index(null));

    [HttpPost("{nomor}/kembalikan")]
    public Task<IActionResult> GiveBack(string nomor) =>
        Press(() => Send(new GiveBackParcel(nomor)), $"Paket {nomor} dicatat sudah diambil penjual.", Redirect("/titik-ambil"));
}
