using Komeji.Application.Shipping;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Shipping;

/// <summary>Shipping to the visitor's district: a box of the product page that asks here, and a page of its own without script.</summary>
[Area("Shop"), OpenOnOnePhone]
public sealed class ShippingController : KomejiController
{
    [HttpGet("/ongkir/{slug}")]
    public async Task<IActionResult> Show(string slug, string? q, string? kode)
    {
        var estimate = await Send(new EstimateShipping(slug, q, kode));
        Response.Headers.Vary = "HX-Request";
        return Request.Headers.ContainsKey("HX-Request") ? PartialView("_ShippingEstimate", estimate) : View(estimate);
    }
}
