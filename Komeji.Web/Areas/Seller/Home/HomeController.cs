using Komeji.Application.Stores;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Home;

[Area("Seller"), NeedsRight(ShopRights.None)]
public sealed class HomeController : KomejiController
{
    [HttpGet("/penjual")]
    public async Task<IActionResult> Index() => View(await Send(new ShowSellerHome()));
}
