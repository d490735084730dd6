using System.Globalization;
using System.Text.Json;
using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Reviews;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;

namespace Komeji.Web.Areas.Shop.Catalog;

/// <summary>A product's page, and what it says about it to search engines.</summary>
public sealed record ProductView(ProductPage Product, CategoryTree Categories, SiteAddress Site)
{
    /// <summary>What people say about it; null where that is not shown.</summary>
    public TalkGlance? Talk { get; init; }

    public Rating Rating => Talk?.Stars.Rating ?? default;

    public CategoryBranch? Branch => Categories.BranchOf(Product.CategorySlug);

    public CategoryLeaf? Leaf => Categories.Find(Product.CategorySlug);

    public bool IsService => Product.Kind == ProductKind.Service;

    public ServiceTerms? Service => Product.Service;

    /// <summary>The choice the page opens with: the first that can be bought.</summary>
    public ProductVariant Opening => Product.Variants.FirstOrDefault(v => v.Stock > 0) ?? Product.Variants[0];

    /// <summary>The law keeps the shop from taking orders until its NIB is verified.</summary>
    public bool IsRestricted => Product.Standing.Nib.Status == NibStatus.Restricted;

    public bool CanBeBought => !Product.StoreOnHoliday && !IsRestricted && Product.Stock > 0 && (!IsService || Service is not null);

    public IEnumerable<string> Paragraphs => Product.Description.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public string Summary => Product.Description.Length == 0
        ? $"{Product.Name} dari {Product.StoreName}, {Product.StorePlace}."
        : PlainText.Cut(Product.Description.Replace('\n', ' '), 155);

    /// <summary>The share of the price in percent, for the bar.</summary>
    public static string Percent(long part, long whole) => (part * 100m / whole).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>schema.org, with everything that could end the element escaped by the serializer.</summary>
    public string JsonLd => JsonSerializer.Serialize(Rating.Reviews == 0 ? Described : new Dictionary<string, object?>(Described)
    {
        ["aggregateRating"] = new Dictionary<string, object?>
        {
            ["@type"] = "AggregateRating",
            ["ratingValue"] = Rating.Tenths / 10m,
            ["bestRating"] = 5,
            ["reviewCount"] = Rating.Reviews,
        },
    });

    Dictionary<string, object?> Described => new()
    {
        ["@context"] = "https://schema.org",
        ["@type"] = IsService ? "Service" : "Product",
        ["name"] = Product.Name,
        ["description"] = Summary,
        ["image"] = Product.Pictures.Select(p => Site.Of("/gambar/" + p.Key)),
        ["url"] = Site.Of("/produk/" + Product.Slug),
        ["offers"] = new Dictionary<string, object?>
        {
            ["@type"] = "AggregateOffer",
            ["priceCurrency"] = "IDR",
            ["lowPrice"] = Product.LowestPrice.Amount,
            ["highPrice"] = Product.HighestPrice.Amount,
            ["offerCount"] = Product.Variants.Count,
            ["availability"] = CanBeBought ? "https://schema.org/InStock" : "https://schema.org/OutOfStock",
            ["seller"] = new Dictionary<string, object?> { ["@type"] = "Organization", ["name"] = Product.StoreName },
        },
    };
}
