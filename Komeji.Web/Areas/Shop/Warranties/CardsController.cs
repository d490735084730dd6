using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Warranties.Cards;
using Komeji.Application.Warranties.Claims;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Warranties;

/// <summary>The buyer's warranty cards, and the form of a claim for one.</summary>
[Area("Shop"), Authorize, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None), OwnerRule("pembeli pesanan")]
public sealed class CardsController(SiteAddress site) : KomejiController
{
    [HttpGet("/garansi")]
    public async Task<IActionResult> Index([FromQuery] bool berakhir, [FromQuery] string? q, [FromQuery] int hal = 1) =>
        View("/Areas/Shop/Warranties/Cards.cshtml", new MyCardsView(berakhir, q, await Send(new ListMyCards(berakhir, q, hal))));

    [HttpGet("/garansi/{kode}")]
    public async Task<IActionResult> Show(string kode) => View("/Areas/Shop/Warranties/Card.cshtml", await Of(kode));

    /// <summary>The card on paper.</summary>
    [HttpGet("/garansi/{kode}/cetak")]
    public async Task<IActionResult> Printed(string kode) => View("/Areas/Shop/Warranties/PrintedCard.cshtml", await Of(kode));

    [HttpGet("/garansi/{kode}/klaim")]
    public async Task<IActionResult> Claim(string kode)
    {
        var page = await Send(new ShowClaimForm(kode));
        return page.IsSent ? Redirect($"/garansi/klaim/{page.Number}") : View("/Areas/Shop/Warranties/ClaimForm.cshtml", new ClaimFormView(page, ClaimForm.Of(page.Draft)));
    }

    [HttpPost("/garansi/{kode}/klaim"), RequestSizeLimit(ClaimPictures.UploadLimit)]
    public Task<IActionResult> Save(string kode, ClaimForm form) => Attempt(
        async () =>
        {
            var number = await Send(new SaveClaim(kode, form.ToFacts(), form.Foto.Uploads(), form.Ajukan));
            Flash(form.Ajukan ? $"Klaim {number} diajukan." : "Draf disimpan. Anda bisa melanjutkannya kapan saja.");
            return LocalRedirect(form.Ajukan ? $"/garansi/klaim/{number}" : $"/garansi/{kode}/klaim");
        },
        async () => View("/Areas/Shop/Warranties/ClaimForm.cshtml", new ClaimFormView(await Send(new ShowClaimForm(kode)), form)));

    [HttpGet("/garansi/foto/{foto:guid}")]
    public Task<IActionResult> Picture(Guid foto) => this.ClaimPicture(Mediator, foto, OrderOnlooker.Buyer);

    async Task<CardView> Of(string code)
    {
        var card = await Send(new ShowMyCard(code));
        return new CardView(card, site.Of($"/cek-garansi/{card.Code}"));
    }
}

public sealed record MyCardsView(bool Ended, string? Search, MyCards Cards);

/// <param name="Address">Where anybody checks it.</param>
public sealed record CardView(CardPage Card, string Address);

public sealed record ClaimFormView(ClaimFormPage Page, ClaimForm Form);
