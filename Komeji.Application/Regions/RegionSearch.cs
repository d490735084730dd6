using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Regions;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Regions;

/// <param name="FullName">With its parents.</param>
public sealed record RegionMatch(string Code, string Name, string FullName, string? PostalCode)
{
    public RegionLevel Level => Region.LevelOf(Code);

    /// <summary>WIB, WITA or WIT.</summary>
    public string TimeZone => IndonesianTime.Of(Code).Name;
}

/// <summary>Looks regions up for several use cases.</summary>
static class RegionSearch
{
    /// <summary>East Java, where the cooperative is at home: of equal matches those come first.</summary>
    const string HomeProvince = "35";

    /// <summary>
    /// Each word must begin a word of the full name, and at least one a word of the region's own name. Higher levels come first.
    /// </summary>
    public static async Task<IReadOnlyList<RegionMatch>> FindRegions(this IKomejiDb db, string? q, RegionLevel[] levels, CancellationToken cancellationToken)
    {
        var words = SearchWords.Fold(PlainText.Cut(q ?? "", 100)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!words.Any(w => w.Length >= SearchRegions.LeastLetters))
        {
            return [];
        }

        var codes = words.Where(w => w.Length >= SearchRegions.LeastLetters).Select(w => NamedBy(db, w)).Aggregate((some, more) => some.Union(more));
        var found = db.Regions.AsNoTracking().Where(r => codes.Contains(r.Code));
        if (levels.Length > 0)
        {
            found = found.Where(r => levels.Contains(r.Level));
        }

        // A single word has found its regions already; looking for it again in every full name would only cost time.
        foreach (var word in words.Length == 1 ? [] : words.Select(w => " " + w))
        {
            found = found.Where(r => r.SearchText.Contains(word));
        }

        return await found
            .OrderBy(r => r.Code.Length).ThenBy(r => r.Code.StartsWith(HomeProvince) ? 0 : 1).ThenBy(r => r.Name).ThenBy(r => r.Code)
            .Take(SearchRegions.Most)
            .AsMatches()
            .ToListAsync(cancellationToken);
    }

    public static Task<List<RegionMatch>> ChildrenOf(this IKomejiDb db, string? parentCode, CancellationToken cancellationToken) =>
        db.Regions.AsNoTracking().Where(r => r.ParentCode == parentCode).OrderBy(r => r.Name).ThenBy(r => r.Code).AsMatches().ToListAsync(cancellationToken);

    public static IQueryable<RegionMatch> AsMatches(this IQueryable<Region> regions) =>
        regions.Select(r => new RegionMatch(r.Code, r.Name, r.FullName, r.PostalCode));

    /// <summary>Codes of the regions with a word that begins so: a range of the index, in the order of bytes.</summary>
    static IQueryable<string> NamedBy(IKomejiDb db, string beginning)
    {
        var end = beginning + '\uffff';
#pragma warning disable CA1309 // The database compares, in the column's order of bytes.
        return db.RegionWords.Where(w => string.Compare(w.Word, beginning) >= 0 && string.Compare(w.Word, end) < 0).Select(w => w.Code);
#pragma warning restore CA1309
    }
}
