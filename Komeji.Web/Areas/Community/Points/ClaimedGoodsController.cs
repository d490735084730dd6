using Komeji.Application.Shipping.Points;
using Komeji.Application.Warranties.Claims;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Community.Points;

/// <summary>Claimed things buyers leave at a point against a code, for the shop to fetch.</summary>
[Area("Community"), Route("/titik-ambil/garansi"), OwnerRule("petugas titik ambil"), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ClaimedGoodsController : KomejiController
{
    [HttpPost("{nomor}/terima")]
    public Task<IActionResult> TakeIn(string nomor, [FromForm] string? kode) => Attempt(
        async () =>
        {
            if (await Send(new TakeInClaimedGoods(nomor, kode ?? "")))
            {
                Flash($"Kode cocok. Barang klaim {nomor} diterima atas nama Anda; penjual dan pembeli diberi tahu.");
                return Redirect("/titik-ambil");
            }

            ModelState.AddModelError("", $"Kode untuk {nomor} tidak cocok. Minta pembeli membacakan kode dari halaman klaimnya.");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await Points();
        },
        Points);

    async Task<IActionResult> Points()
    {
        ViewData["Claims"] = await Send(new ListClaimedGoodsAtMyPoints());
        return View("/Areas/Community/Points/Index.cshtml", await Send(new ShowMyPoints(null)));
    }
}
