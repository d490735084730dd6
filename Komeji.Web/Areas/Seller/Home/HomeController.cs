using Komeji.Application.Stores;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Home;

[Area("Seller"), NeedsRight(ShopRights.None)]
public sealed class HomeController : KomejiController
{
    [HttpGet("/penjual")]
    public async Task<IActionResult> Index() => View(new SellerHomePage(await Send(new ShowSellerHome()), await Send(new ListSellerChores())));
}

/// <param name="Home">Orders, money and stock.</param>
/// <param name="Chores">All else that waits.</param>
public sealed record SellerHomePage(SellerHome Home, SellerChores Chores);
