using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Regions;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Imports;

/// <summary>The regions a shop can serve, by the names tables write them with.</summary>
sealed class ImportRegions
{
    readonly Dictionary<string, string> codes = [];
    readonly Dictionary<string, string> names = [];

    ImportRegions(ServableRegions servable)
    {
        foreach (var region in servable.Regencies.Concat(servable.Districts))
        {
            names[region.Code] = region.Written;
            codes.TryAdd(SearchWords.Fold(region.Written), region.Code);
            codes.TryAdd(SearchWords.Fold(region.Name), region.Code);
        }
    }

    public static async Task<ImportRegions> Of(IKomejiDb db, StoreId shop, CancellationToken cancellationToken) =>
        new(await db.ServableFrom(await db.Stores.Where(s => s.Id == shop).Select(s => s.VillageCode).SingleAsync(cancellationToken), cancellationToken));

    /// <summary>The code itself where the name is not known here.</summary>
    public string NameOf(string code) => names.GetValueOrDefault(code, code);

    /// <summary>A code is taken as it is, since a listing may serve regions farther away; null for a name that is not known.</summary>
    public string? CodeOf(string typed) => typed.Length is 5 or 8 && Region.IsCode(typed) ? typed : codes.GetValueOrDefault(SearchWords.Fold(typed));
}
