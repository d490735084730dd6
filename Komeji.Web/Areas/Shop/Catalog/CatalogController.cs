using Komeji.Application.Catalog;
using Komeji.Application.Catalog.Searches;
using Komeji.Application.Common;
using Komeji.Application.Regions;
using Komeji.Application.Reviews;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Komeji.Web.Areas.Shop.Catalog;

[Area("Shop"), OpenOnOnePhone]
public sealed class CatalogController(SiteAddress site) : KomejiController
{
    [HttpGet("/kategori"), OutputCache(PolicyName = SamePageForAll.Name)]
    public async Task<IActionResult> Categories()
    {
        ViewData["Canonical"] = site.Of("/kategori");
        return View(await Send(new ListCategories()));
    }

    [HttpGet("/kategori/{slug}"), Searches, OutputCache(PolicyName = SamePageForAll.Name)]
    public async Task<IActionResult> Category(string slug, [FromQuery] SearchForm form)
    {
        var category = (await Send(new ListCategories())).Find(slug) ?? throw new NotFound();
        ViewData["Canonical"] = site.Of("/kategori/" + category.Slug);
        return await Results(form, category);
    }

    [HttpGet("/cari"), Searches, OutputCache(PolicyName = SamePageForAll.Name)]
    public Task<IActionResult> Search([FromQuery] SearchForm form) => Results(form, null);

    /// <summary>Suggestions while typing; without a script the search page answers.</summary>
    [HttpGet("/cari/saran"), Suggestions, OutputCache(PolicyName = SamePageForAll.Name)]
    public async Task<IActionResult> Suggest([FromQuery] string? q) =>
        PartialView("Suggestions", await Send(new SuggestSearches(q is null ? null : PlainText.Cut(q, 100))));

    [HttpGet("/produk/{slug}"), OutputCache(PolicyName = SamePageForAll.Name)]
    public async Task<IActionResult> Product(string slug)
    {
        var product = await Send(new ShowProduct(slug));
        ViewData["Canonical"] = site.Of("/produk/" + product.Slug);
        return View(new ProductView(product, await Send(new ListCategories()), site) { Talk = await Send(new GlanceAtTalk(product.Id, product.Name)) });
    }

    async Task<IActionResult> Results(SearchForm form, CategoryLeaf? category)
    {
        var categories = await Send(new ListCategories());
        var chosen = category ?? categories.Find(form.Kategori);
        if (!string.IsNullOrEmpty(form.Kategori) && chosen is null)
        {
            ModelState.AddModelError(nameof(form.Kategori), "Kategori ini tidak ada. Pilih kategori dari daftar.");
        }

        var place = await Send(new NameRegion(form.Wilayah));
        if (!string.IsNullOrEmpty(form.Wilayah) && place is null)
        {
            ModelState.TryAddModelError(nameof(form.Wilayah), "Wilayah ini tidak ada. Pilih wilayah dari daftar.");
        }

        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        var results = ModelState.IsValid ? await Send(form.ToSearch(chosen?.Slug)) : null;
        return View("Results", new ResultsPage(form, results, categories, category, chosen, place));
    }
}
