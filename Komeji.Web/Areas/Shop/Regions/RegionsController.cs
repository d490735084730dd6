using Komeji.Application.Regions;
using Komeji.Domain.Regions;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shop.Regions;

/// <summary>Fragments of the region picker. Regions are public and change once a year, so browsers may keep the answers.</summary>
[Area("Shop"), OpenOnOnePhone, Route("wilayah"), ResponseCache(Duration = 3600)]
public sealed class RegionsController : KomejiController
{
    /// <summary>Suggestions while typing.</summary>
    [HttpGet("cari")]
    public async Task<IActionResult> Search(string? q) =>
        PartialView("_RegionMatches", new RegionMatches(q, await Send(new SearchRegions(q, RegionLevel.District, RegionLevel.Village))));

    /// <summary>The whole picker after a choice.</summary>
    [HttpGet("pilih")]
    public async Task<IActionResult> Pick(PickedRegion form) => PartialView("_RegionPicker", await Send(new PickRegion(form.Hints)));
}

/// <summary>The picker alone, outside a form.</summary>
public sealed class PickedRegion : RegionForm;

public sealed record RegionMatches(string? Q, IReadOnlyList<RegionMatch> Found);

/// <summary>One of the picker's lists.</summary>
public sealed record RegionChoices(string Name, string Label, IReadOnlyList<RegionMatch> Regions, string? Chosen);
