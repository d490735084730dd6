using Komeji.Application.Common;
using Komeji.Application.Regions;
using Komeji.Application.Settings;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Searches;

/// <summary>Finds products on display, with how many there are behind each filter. A category is searched with its children, a region with all below it.</summary>
/// <param name="Category">Slug; all when null.</param>
/// <param name="Region">Code of a province, regency, district or village; everywhere when null.</param>
/// <param name="Store">Only this shop's.</param>
/// <param name="Verified">Only of shops whose NIB the office vouches for.</param>
/// <param name="After">Slug of the last product of the page before: the page goes on there, even when others have come in between.</param>
public sealed record SearchProducts(
    string? Q = null,
    string? Category = null,
    string? Region = null,
    Rupiah? Least = null,
    Rupiah? Most = null,
    ProductKind? Kind = null,
    ProductOrder Order = ProductOrder.Related,
    int Page = 1,
    string? After = null,
    StoreId? Store = null,
    bool Verified = false) : IQuery<SearchResults>
{
    public const int PageSize = 24;

    /// <summary>Nobody pages further; what is beyond is not counted.</summary>
    public const int MostFound = 1_000;

    internal sealed class Handler(IKomejiDb db, IProductSearch search, KnownCategories categories, KnownPlaces places, TimeProvider clock, SettingsInForce settings) : IRequestHandler<SearchProducts, SearchResults>
    {
        public async Task<SearchResults> Handle(SearchProducts request, CancellationToken cancellationToken)
        {
            var tree = await categories.Read(cancellationToken);
            var asked = new AskedWords(request.Q);
            var today = Wib.DayOf(clock.GetUtcNow());
            var question = Question(request, tree, asked) with { VerifiedOn = request.Verified ? today : null };
            var found = asked.SayNothing ? [] : await search.Find(question, cancellationToken);
            var (corrected, rescue) = ("", SearchRescue.None);
            if (found.Count == 0 && !asked.SayNothing)
            {
                var reader = new WordReader(search);
                var read = await reader.Read(question, asked, cancellationToken);
                (found, corrected) = (read.Found, read.Corrected);
                rescue = found.Count == 0 ? await reader.Rescue(read.Question, asked, cancellationToken) : rescue;
            }

            var shown = found.Take(MostFound).ToList();
            var (regions, provinces) = await Places(shown, request.Region, cancellationToken);
            return new SearchResults(
                await Page(request, shown, cancellationToken),
                found.Count > MostFound,
                corrected,
                SearchCounts.Of(shown, tree, shown.Count(f => f.Vouched >= today)),
                regions,
                provinces,
                rescue);
        }

        static SearchQuestion Question(SearchProducts request, CategoryTree tree, AskedWords asked) => new(
            asked.Words.Select(IReadOnlyList<string> (word) => [word]).ToList(),
            tree.Chosen(request.Category),
            request.Region is { Length: > 0 } ? request.Region : null,
            request.Least,
            request.Most,
            request.Kind,
            request.Store,
            request.Order,
            MostFound + 1);

        async Task<PageOf<ProductCard>> Page(SearchProducts request, List<FoundProduct> found, CancellationToken cancellationToken)
        {
            var number = Math.Clamp(request.Page, 1, Paging.LastPage);
            var start = await Start(request.After, found, cancellationToken) ?? (number - 1) * PageSize;
            var ids = found.Skip(start).Take(PageSize).Select(f => f.Id).ToList();
            var cards = await db.OnDisplay().Where(p => ids.Contains(p.Id)).Cards(db, await settings.Strike(cancellationToken)).ToDictionaryAsync(c => c.Id, cancellationToken);
            return new PageOf<ProductCard>([.. ids.Where(cards.ContainsKey).Select(id => cards[id])], number, PageSize, found.Count);
        }

        /// <summary>Null when there is no such product among the found, or none was named.</summary>
        async Task<int?> Start(string? after, List<FoundProduct> found, CancellationToken cancellationToken)
        {
            if (string.IsNullOrEmpty(after) || !after.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            {
                return null;
            }

            var id = await db.Products.Where(p => p.Slug == after).Select(p => p.Id).FirstOrDefaultAsync(cancellationToken);
            var at = found.FindIndex(f => f.Id == id);
            return at < 0 ? null : at + 1;
        }

        /// <summary>The places the found are sent from, most first: regencies, or the districts of the regency searched in.</summary>
        /// <returns>Beside them all provinces, for whoever's own is not among the first found.</returns>
        async Task<(IReadOnlyList<RegionCount> Regions, IReadOnlyList<RegionCount> Provinces)> Places(List<FoundProduct> found, string? region, CancellationToken cancellationToken)
        {
            var counts = SearchCounts.ByRegion(found, region);
            var known = await places.Read(cancellationToken);
            var named = known.Where(place => counts.ContainsKey(place.Key)).ToList();
            var districts = counts.Keys.Except(known.Keys).ToList();
            if (districts.Count > 0)
            {
                named.AddRange(await db.Regions.AsNoTracking().Where(r => districts.Contains(r.Code)).Select(r => new { r.Code, r.Name }).ToDictionaryAsync(r => r.Code, r => r.Name, cancellationToken));
            }

            return (
                [.. Counted(named, counts).OrderByDescending(r => r.Products)],
                [.. Counted(known.Where(place => place.Key.Length == SearchCounts.ProvinceCode), counts)]);
        }

        /// <summary>By their names.</summary>
        static IEnumerable<RegionCount> Counted(IEnumerable<KeyValuePair<string, string>> named, Dictionary<string, int> counts) =>
            named.Select(place => new RegionCount(place.Key, place.Value, counts.GetValueOrDefault(place.Key)))
                .OrderBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Code, StringComparer.Ordinal);
    }
}
