using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Komeji.Web.Areas.Shop.Home;

[Area("Shop")]
public sealed class HomeController : KomejiController
{
    [HttpGet("/"), OutputCache(PolicyName = SamePageForAll.Name)]
    public IActionResult Index() => View();
}
