using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Regions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Regions;

/// <summary>
/// Finds regions by words: each word must begin a word of the region's full name, and at least one a word of its own name.
/// "tambak sura" finds Tambaksari, Kota Surabaya.
/// </summary>
/// <param name="Levels">Only these levels; all when none is given.</param>
public sealed record SearchRegions(string? Q, params RegionLevel[] Levels) : IQuery<IReadOnlyList<RegionMatch>>
{
    /// <summary>Shorter words match too much of the country to help.</summary>
    public const int LeastLetters = 3;
    public const int Most = 20;

    /// <summary>East Java, where the cooperative is at home: of equal matches those come first.</summary>
    const string HomeProvince = "35";

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<SearchRegions, IReadOnlyList<RegionMatch>>
    {
        public async Task<IReadOnlyList<RegionMatch>> Handle(SearchRegions request, CancellationToken cancellationToken)
        {
            var words = SearchWords.Fold(request.Q is { Length: > 100 } q ? q[..100] : request.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (!words.Any(w => w.Length >= LeastLetters))
            {
                return [];
            }

            var codes = words.Where(w => w.Length >= LeastLetters).Select(NamedBy).Aggregate((some, more) => some.Union(more));
            var found = db.Regions.AsNoTracking().Where(r => codes.Contains(r.Code));
            if (request.Levels.Length > 0)
            {
                found = found.Where(r => request.Levels.Contains(r.Level));
            }

            foreach (var word in words.Select(w => " " + w))
            {
                found = found.Where(r => r.SearchText.Contains(word));
            }

            return await found
                .OrderBy(r => r.Code.Length).ThenBy(r => r.Code.StartsWith(HomeProvince) ? 0 : 1).ThenBy(r => r.Name).ThenBy(r => r.Code)
                .Take(Most)
                .Select(r => new RegionMatch(r.Code, r.Name, r.FullName, r.PostalCode))
                .ToListAsync(cancellationToken);
        }

        /// <summary>Codes of the regions with a word that begins so: a range of the index, in the order of bytes.</summary>
        IQueryable<string> NamedBy(string beginning)
        {
            var end = beginning + '\uffff';
#pragma warning disable CA1309 // The database compares, in the column's order of bytes.
            return db.RegionWords.Where(w => string.Compare(w.Word, beginning) >= 0 && string.Compare(w.Word, end) < 0).Select(w => w.Code);
#pragma warning restore CA1309
        }
    }
}

public sealed record RegionMatch(string Code, string Name, string FullName, string? PostalCode)
{
    public RegionLevel Level => Region.LevelOf(Code);

    public string TimeZone => IndonesianTime.Of(Code).Name;
}
