using Komeji.Application.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <summary>Regencies with an open shop, for the search's filter.</summary>
public sealed record ListSellingRegions : IQuery<IReadOnlyList<SellingRegion>>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListSellingRegions, IReadOnlyList<SellingRegion>>
    {
        public async Task<IReadOnlyList<SellingRegion>> Handle(ListSellingRegions request, CancellationToken cancellationToken) =>
            await db.Regions.AsNoTracking()
                .Where(r => db.Stores.Where(s => s.State == StoreState.Active).Select(s => s.VillageCode.Substring(0, 5)).Contains(r.Code))
                .OrderBy(r => r.Name).ThenBy(r => r.Code)
                .Select(r => new SellingRegion(r.Code, r.Name))
                .ToListAsync(cancellationToken);
    }
}

public sealed record SellingRegion(string Code, string Name);
