using System.ComponentModel.DataAnnotations;
using Komeji.Application.Catalog;
using Komeji.Application.Regions;

namespace Komeji.Web.Areas.Shop.Catalog;

/// <summary>Where to: a district by its code, or words to find it by.</summary>
public sealed class ShippingForm
{
    [StringLength(100)]
    public string? Q { get; set; }

    [RegularExpression(@"\d{2}\.\d{2}\.\d{2}")]
    public string? Wilayah { get; set; }

    public string? Code => string.IsNullOrEmpty(Wilayah) ? null : Wilayah;
}

/// <param name="Places">Districts the words could mean.</param>
public sealed record ShippingView(ShippingForm Form, IReadOnlyList<RegionMatch> Places, ShippingEstimate Estimate);
