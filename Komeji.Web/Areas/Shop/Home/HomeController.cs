using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Komeji.Web.Areas.Shop.Home;

[Area("Shop"), OpenOnOnePhone]
public sealed class HomeController(SiteAddress site) : KomejiController
{
    [HttpGet("/"), OutputCache(PolicyName = SamePageForAll.Name)]
    public async Task<IActionResult> Index()
    {
        ViewData["Canonical"] = site.Of("/");
        return View(new FrontPage(await Send(new ShowHome()), await Send(new ListCategories())));
    }
}

public sealed record FrontPage(HomePage Market, CategoryTree Categories);
