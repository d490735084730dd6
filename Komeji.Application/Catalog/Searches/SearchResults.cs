using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;

namespace Komeji.Application.Catalog.Searches;

/// <param name="IsCapped">There are more; only the first <see cref="SearchProducts.MostFound"/> are counted and shown.</param>
/// <param name="Corrected">The words that were searched instead of the ones typed; empty when it is those.</param>
/// <param name="Counts">How many of the found are in each category and of each kind.</param>
/// <param name="Regions">Where they are sent from, most first.</param>
/// <param name="Rescue">What could be asked instead when nothing was found.</param>
public sealed record SearchResults(
    PageOf<ProductCard> Page,
    bool IsCapped,
    string Corrected,
    SearchCounts Counts,
    IReadOnlyList<RegionCount> Regions,
    SearchRescue Rescue);

public sealed record RegionCount(string Code, string Name, int Products);

/// <param name="Categories">By category, tops with all below them.</param>
public sealed record SearchCounts(IReadOnlyDictionary<CategoryId, int> Categories, IReadOnlyDictionary<ProductKind, int> Kinds)
{
    const int ProvinceCode = 2;
    const int RegencyCode = 5;
    const int DistrictCode = 8;

    public int Of(CategoryId category) => Categories.GetValueOrDefault(category);

    public int Of(ProductKind kind) => Kinds.GetValueOrDefault(kind);

    internal static SearchCounts Of(IReadOnlyList<FoundProduct> found, CategoryTree tree, string? region)
    {
        var categories = new Dictionary<CategoryId, int>();
        var kinds = new Dictionary<ProductKind, int>();
        foreach (var (category, count) in found.CountBy(f => f.Category))
        {
            var branch = tree.BranchOf(category);
            var leaf = tree.Find(category);
            foreach (var id in new[] { category, branch?.Top.Id ?? category }.Distinct())
            {
                categories[id] = categories.GetValueOrDefault(id) + count;
            }

            var kind = leaf?.Kind ?? ProductKind.Goods;
            kinds[kind] = kinds.GetValueOrDefault(kind) + count;
        }

        return new SearchCounts(categories, kinds);
    }

    internal static Dictionary<string, int> ByRegion(IReadOnlyList<FoundProduct> found, string? within)
    {
        var length = (within?.Length ?? 0) switch { <= ProvinceCode => RegencyCode, _ => DistrictCode };
        return found.Where(f => f.Region.Length >= length).CountBy(f => f.Region[..length]).ToDictionary();
    }
}

/// <summary>Ways on from a search without results.</summary>
/// <param name="Without">Filters that keep everything out: how many there are without each.</param>
/// <param name="Fewer">Some of the words, and how many products have them.</param>
public sealed record SearchRescue(IReadOnlyList<(SearchFilter Filter, int Products)> Without, IReadOnlyList<(string Words, int Products)> Fewer)
{
    public static readonly SearchRescue None = new([], []);
}

public enum SearchFilter
{
    Category,
    Region,
    Price,
    Kind,
}
