using System.ComponentModel.DataAnnotations;
using Komeji.Application.Common;
using Komeji.Application.Warranties.Cards;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Warranties;

/// <summary>Where anybody with a card's code sees whether it holds, as the code on the card leads to. Nothing here says who bought the thing.</summary>
[Area("Shop"), OpenOnOnePhone]
public sealed class WarrantyChecksController(SiteAddress site) : KomejiController
{
    [HttpGet("/cek-garansi")]
    public IActionResult Index([FromQuery, StringLength(40)] string? kode) =>
        kode?.Trim() is { Length: > 0 and <= 40 } code ? LocalRedirect($"/cek-garansi/{Uri.EscapeDataString(code)}") : View("/Areas/Shop/Warranties/CheckForm.cshtml");

    [HttpGet("/cek-garansi/{kode}")]
    public async Task<IActionResult> Show(string kode)
    {
        var card = await Send(new CheckCard(kode));
        return View("/Areas/Shop/Warranties/Check.cshtml", new CheckedCardView(card, site.Of($"/cek-garansi/{card.Code}")));
    }
}

public sealed record CheckedCardView(CheckedCard Card, string Address);
