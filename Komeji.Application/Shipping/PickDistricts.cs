using Komeji.Application.Common;
using Komeji.Application.Regions;
using Komeji.Application.Stores;
using Komeji.Domain.Regions;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping;

/// <summary>The districts a seller can tick: found by words, or all of a regency; it begins with the shop's own.</summary>
/// <param name="Chosen">Codes ticked before, which stay to be seen.</param>
public sealed record PickDistricts(string? Q, string? Province, string? Regency, IReadOnlyList<string> Chosen) : IQuery<DistrictPicker>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<PickDistricts, DistrictPicker>
    {
        public async Task<DistrictPicker> Handle(PickDistricts request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Page, cancellationToken);
            var home = await db.Stores.Where(s => s.Id == shop.Id).Select(s => s.VillageCode).SingleAsync(cancellationToken);
            var provinces = await db.ChildrenOf(null, cancellationToken);
            var province = provinces.FirstOrDefault(p => p.Code == request.Province)?.Code ?? home[..2];
            var regencies = await db.ChildrenOf(province, cancellationToken);
            var regency = regencies.FirstOrDefault(r => r.Code == request.Regency)?.Code ?? regencies.FirstOrDefault(r => r.Code == home[..5])?.Code;
            var matches = await db.FindRegions(request.Q, [RegionLevel.District], cancellationToken);
            var districts = regency is null ? [] : await db.ChildrenOf(regency, cancellationToken);
            var shown = matches.Concat(districts).Select(d => d.Code).ToHashSet();
            var elsewhere = request.Chosen.Where(c => !shown.Contains(c)).ToList();
            return new DistrictPicker(
                request.Q?.Trim(), matches, provinces, regencies, districts, province, regency,
                await db.Regions.AsNoTracking().Where(r => elsewhere.Contains(r.Code) && r.Level == RegionLevel.District).OrderBy(r => r.Name).AsMatches().ToListAsync(cancellationToken));
        }
    }
}

/// <param name="Matches">What the words found.</param>
/// <param name="Districts">Of the chosen regency.</param>
/// <param name="Elsewhere">Ticked before, in neither list.</param>
public sealed record DistrictPicker(
    string? Q,
    IReadOnlyList<RegionMatch> Matches,
    IReadOnlyList<RegionMatch> Provinces,
    IReadOnlyList<RegionMatch> Regencies,
    IReadOnlyList<RegionMatch> Districts,
    string Province,
    string? Regency,
    IReadOnlyList<RegionMatch> Elsewhere);
