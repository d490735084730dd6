using Komeji.Application.Warranties.Claims;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Community.Points;

/// <summary>Claimed things buyers leave at a point, for the shop to fetch.</summary>
[Area("Community"), Route("/titik-ambil/garansi"), OwnerRule("petugas titik ambil")]
public sealed class ClaimedGoodsController : KomejiController
{
    [HttpPost("{nomor}/terima")]
    public Task<IActionResult> TakeIn(string nomor) =>
        Press(() => Send(new TakeInClaimedGoods(nomor)), $"Barang klaim {nomor} diterima atas nama Anda. Penjual dan pembeli diberi tahu.", Redirect("/titik-ambil"));
}
