using Komeji.Application.Catalog.Searches;
using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Application.Stores.Shelves;
using Komeji.Web.Areas.Shop.Catalog;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Komeji.Web.Areas.Shop.Stores;

[Area("Shop"), OpenOnOnePhone]
public sealed class StoresController(SiteAddress site) : KomejiController
{
    [HttpGet("/toko/{slug}"), OutputCache(PolicyName = SamePageForAll.Name)]
    public async Task<IActionResult> Show(string slug, [FromQuery] SearchForm form)
    {
        var store = await Send(new ShowStore(slug));
        ViewData["Canonical"] = site.Of("/toko/" + store.Slug);
        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return View(new StoreView(store, form, ModelState.IsValid ? await Send(form.ToSearch(null, store.Id)) : null));
    }

    [HttpGet("/toko/{slug}/etalase/{etalase}"), OutputCache(PolicyName = SamePageForAll.Name)]
    public async Task<IActionResult> Shelf(string slug, string etalase, int hal = 1)
    {
        var store = await Send(new ShowStore(slug));
        ViewData["Canonical"] = site.Of($"/toko/{store.Slug}/etalase/{etalase}");
        return View("Show", new StoreView(store, new SearchForm(), null, await Send(new ShowShelf(store.Id, etalase, hal))));
    }
}

/// <param name="Products">Null when the search could not be read.</param>
/// <param name="Shelf">The one of its showcases that is shown; null for all products.</param>
public sealed record StoreView(StorePage Store, SearchForm Form, SearchResults? Products, ShelfPage? Shelf = null);
