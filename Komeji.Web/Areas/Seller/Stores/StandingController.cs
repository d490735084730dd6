using Komeji.Application.Stores.Desk;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Stores;

/// <summary>The owner closes the shop.</summary>
[Area("Seller"), NeedsRight(ShopRights.Own), Route("/penjual/toko"), OwnerRule("pemilik toko")]
public sealed class StandingController : KomejiController
{
    [HttpPost("tutup")]
    public Task<IActionResult> Close([FromForm] bool mengerti) =>
        Press(() => Send(new CloseMyStore(mengerti)), "Toko ditutup. Saldo yang masih ada tetap milik Anda.", Redirect("/penjual/toko"));
}
