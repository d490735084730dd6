using Komeji.Application.Common;
using Komeji.Application.Reviews;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Komeji.Web.Areas.Shop.Reviews;

/// <summary>All reviews of a product, and all that was asked about it.</summary>
[Area("Shop"), OpenOnOnePhone]
public sealed class ProductTalkController(SiteAddress site) : KomejiController
{
    [HttpGet("/produk/{slug}/ulasan"), OutputCache(PolicyName = SamePageForAll.Name)]
    public async Task<IActionResult> Reviews(string slug, [FromQuery] ReviewsForm form)
    {
        var reviews = await Send(new ListReviews(slug, form.Stars, form.Foto == "1", form.Order, form.Hal));
        ViewData["Canonical"] = site.Of($"/produk/{reviews.Product.Slug}/ulasan");
        return View("/Areas/Shop/Reviews/Reviews.cshtml", new ReviewsPage(reviews, form));
    }

    [HttpGet("/produk/{slug}/tanya"), OutputCache(PolicyName = SamePageForAll.Name)]
    public async Task<IActionResult> Questions(string slug, int hal = 1)
    {
        var questions = await Send(new ListQuestions(slug, hal));
        ViewData["Canonical"] = site.Of($"/produk/{questions.Product.Slug}/tanya");
        return View("/Areas/Shop/Reviews/Questions.cshtml", questions);
    }
}

/// <summary>What of the reviews is asked for. What makes no sense is as if it were not there.</summary>
public sealed class ReviewsForm
{
    public string? Bintang { get; set; }

    public string? Foto { get; set; }

    public string? Urut { get; set; }

    public int Hal { get; set; } = 1;

    public int? Stars => Bintang is [>= '1' and <= '5' and var digit] ? digit - '0' : null;

    public ReviewOrder Order => Urut switch { "tertinggi" => ReviewOrder.Highest, "terendah" => ReviewOrder.Lowest, _ => ReviewOrder.Newest };
}

public sealed record ReviewsPage(ProductReviews Page, ReviewsForm Form);
