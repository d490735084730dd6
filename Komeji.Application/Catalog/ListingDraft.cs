using Komeji.Domain.Catalog;
using Komeji.Domain.Common;

namespace Komeji.Application.Catalog;

/// <summary>A listing as the seller fills it in. What the category decides (goods or service, words to find it by) is not asked.</summary>
public sealed record ListingDraft(
    CategoryId CategoryId,
    string Name,
    string Description,
    int WeightGrams,
    int LengthCm,
    int WidthCm,
    int HeightCm,
    int NetQuantity,
    string NetUnit,
    int HandlingDays,
    string Origin,
    bool IsLocal,
    string Permits,
    Warranty Warranty,
    IReadOnlyList<VariantDraft> Variants,
    ServiceTerms? Service = null)
{
    internal ProductFacts Facts(Category category) => new(
        category.Id, category.Name, category.Kind, Name, Description, category.Kind == ProductKind.Service ? 0 : WeightGrams,
        LengthCm, WidthCm, HeightCm, NetQuantity, NetUnit, HandlingDays, Origin, IsLocal, Permits, Warranty, Service);

    /// <summary>A service is never short of pieces: its days and times are what is taken.</summary>
    internal IReadOnlyList<VariantFacts> VariantFacts(Category category) =>
        [.. Variants.Select(v => new VariantFacts(v.Id, v.Name, v.Price, category.Kind == ProductKind.Service ? Komeji.Domain.Catalog.VariantFacts.MostStock : v.Stock, v.Sku))];
}

/// <param name="Id">Null for a new one.</param>
/// <param name="StockSeen">What the form showed before the seller counted anew: only the difference is applied, so pieces sold meanwhile stay sold.</param>
public sealed record VariantDraft(VariantId? Id, string Name, Rupiah Price, int Stock, int StockSeen, string Sku);
