using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;

namespace Komeji.Application.Catalog.Searches;

/// <param name="IsCapped">There are more; only the first <see cref="SearchProducts.MostFound"/> are counted and shown.</param>
/// <param name="Corrected">The words that were searched instead of the ones typed; empty when it is those.</param>
/// <param name="Counts">How many of the found are behind each filter.</param>
/// <param name="Regions">Where they are sent from, most first.</param>
/// <param name="Provinces">All there are, by name.</param>
/// <param name="Rescue">What could be asked instead when nothing was found.</param>
public sealed record SearchResults(
    PageOf<ProductCard> Page,
    bool IsCapped,
    string Corrected,
    SearchCounts Counts,
    IReadOnlyList<RegionCount> Regions,
    IReadOnlyList<RegionCount> Provinces,
    SearchRescue Rescue);

public sealed record RegionCount(string Code, string Name, int Products);

/// <param name="Categories">By category, tops with all below them.</param>
/// <param name="Bands">By price, cheapest first; only where there is something.</param>
/// <param name="Verified">Of shops whose NIB the office vouches for.</param>
public sealed record SearchCounts(
    IReadOnlyDictionary<CategoryId, int> Categories,
    IReadOnlyDictionary<ProductKind, int> Kinds,
    IReadOnlyList<PriceBand> Bands,
    int Verified)
{
    internal const int ProvinceCode = 2;
    const int RegencyCode = 5;
    const int DistrictCode = 8;

    public int Of(CategoryId category) => Categories.GetValueOrDefault(category);

    public int Of(ProductKind kind) => Kinds.GetValueOrDefault(kind);

    internal static SearchCounts Of(IReadOnlyList<FoundProduct> found, CategoryTree tree, int verified)
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

        return new SearchCounts(categories, kinds, PriceBand.Of(found), verified);
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

/// <summary>Prices that belong together for a buyer, both ends included.</summary>
/// <param name="Most">Null: and dearer.</param>
public sealed record PriceBand(Rupiah? Least, Rupiah? Most, int Products)
{
    /// <summary>Where one band ends, in rupiah. The next begins a rupiah above.</summary>
    static readonly long[] Ends = [25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000];

    internal static IReadOnlyList<PriceBand> Of(IReadOnlyList<FoundProduct> found) =>
    [
        .. found.CountBy(f => Ends.Count(end => f.Price > end)).OrderBy(band => band.Key).Select(band => new PriceBand(
            band.Key == 0 ? null : new Rupiah(Ends[band.Key - 1] + 1),
            band.Key == Ends.Length ? null : new Rupiah(Ends[band.Key]),
            band.Value)),
    ];
}

public enum SearchFilter
{
    Category,
    Region,
    Price,
    Kind,
    Legality,
}
