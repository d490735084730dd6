using Komeji.Application.Stores;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Shipping;

/// <summary>Whether buyers nearby may pay the shop in cash (Bayar di Tempat).</summary>
[Area("Seller"), NeedsRight(ShopRights.Page), Route("/penjual/toko/bayar-di-tempat"), OwnerRule("pemilik toko")]
public sealed class CashController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View("/Areas/Seller/Shipping/Cash.cshtml", await Send(new ShowMyCash()));

    [HttpPost("")]
    public Task<IActionResult> Save([FromForm] bool boleh) => Press(
        () => Send(new AllowCash(boleh)), boleh ? "Bayar di tempat dibuka untuk pembeli di sekitar Anda." : "Bayar di tempat ditutup. Pesanan yang sudah ada tetap berjalan.", Redirect("/penjual/toko/bayar-di-tempat"));
}
