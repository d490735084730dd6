using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Regions;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <summary>Where the seller could work at the buyer's: the districts of the shop's own regency, and the regencies of its province.</summary>
public sealed record ListServableRegions : IQuery<ServableRegions>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ListServableRegions, ServableRegions>
    {
        public async Task<ServableRegions> Handle(ListServableRegions request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Products, cancellationToken);
            var village = await db.Stores.Where(s => s.Id == shop.Id).Select(s => s.VillageCode).SingleAsync(cancellationToken);
            return await db.ServableFrom(village, cancellationToken);
        }
    }
}

/// <param name="Regencies">The shop's own first.</param>
/// <param name="Districts">Of the shop's own regency.</param>
public sealed record ServableRegions(IReadOnlyList<ServableRegion> Regencies, IReadOnlyList<ServableRegion> Districts);

public sealed record ServableRegion(string Code, string Name, RegionLevel Level)
{
    /// <summary><c>Kab. Jember</c>, <c>Kec. Patrang</c>: as tables of products write it.</summary>
    public string Written => Level == RegionLevel.District ? "Kec. " + Name : Name.Replace("Kabupaten ", "Kab. ", StringComparison.Ordinal);
}

static class Servable
{
    /// <param name="village">Where the shop is.</param>
    public static async Task<ServableRegions> ServableFrom(this IKomejiDb db, string village, CancellationToken cancellationToken)
    {
        var (province, regency) = (village[..2], village[..5]);
        var regions = await db.Regions.AsNoTracking()
            .Where(r => (r.Level == RegionLevel.Regency && r.ParentCode == province) || (r.Level == RegionLevel.District && r.ParentCode == regency))
            .OrderBy(r => r.Name).Select(r => new ServableRegion(r.Code, r.Name, r.Level)).ToListAsync(cancellationToken);
        return new ServableRegions(
            [.. regions.Where(r => r.Level == RegionLevel.Regency).OrderByDescending(r => r.Code == regency)],
            [.. regions.Where(r => r.Level == RegionLevel.District)]);
    }
}
