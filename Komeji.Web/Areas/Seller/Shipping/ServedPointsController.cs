using Komeji.Application.Shipping.Points;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Shipping;

/// <summary>Which community points the seller brings parcels to.</summary>
[Area("Seller"), NeedsRight(ShopRights.Page), Route("/penjual/toko/titik-ambil"), OwnerRule("pemilik toko")]
public sealed class ServedPointsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View("/Areas/Seller/Shipping/Points.cshtml", await Send(new ListServedPoints()));

    [HttpPost("")]
    public Task<IActionResult> Save([FromForm] List<Guid> titik) =>
        Press(() => Send(new ServePoints([.. titik.Select(id => new PointId(id))])), "Titik ambil disimpan.", Redirect("/penjual/toko/titik-ambil"));
}
