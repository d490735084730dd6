using System.ComponentModel.DataAnnotations;
using Komeji.Application.Catalog.Flags;
using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Operations.Listings;

/// <summary>Listings with words a person looks at.</summary>
[Area("Operations"), Authorize("Listings"), Route("/operator/tinjauan-produk")]
public sealed class ListingFlagsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(bool putus, int hal = 1) =>
        View("/Areas/Operations/Listings/Index.cshtml", new ListingFlagsPage(putus, await Send(new ListListingFlags(putus, hal))));

    [HttpPost("{id:guid}/boleh")]
    public Task<IActionResult> Clear(Guid id) => Press(() => Send(new ClearListing(new ListingFlagId(id))), "Produk boleh tayang.", Redirect("/operator/tinjauan-produk"));

    [HttpPost("{id:guid}/turunkan")]
    public Task<IActionResult> Withhold(Guid id, [StringLength(200)] string? alasan) =>
        Attempt(() => Send(new WithholdListing(new ListingFlagId(id), alasan ?? "")), "Produk tidak tampil dan penjual diberi tahu alasannya.", Redirect("/operator/tinjauan-produk"), () => Index(false));
}

public sealed record ListingFlagsPage(bool Decided, PageOf<ListingFlagRow> Flags);
