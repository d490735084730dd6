using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping.Points;

/// <summary>Open points of the shop's province and those it serves elsewhere, its own regency's first.</summary>
public sealed record ListServedPoints : IQuery<IReadOnlyList<ServedPointRow>>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ListServedPoints, IReadOnlyList<ServedPointRow>>
    {
        public async Task<IReadOnlyList<ServedPointRow>> Handle(ListServedPoints request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Page, cancellationToken);
            var store = await db.Stores.Where(s => s.Id == shop.Id).Select(s => new { s.Id, s.VillageCode }).SingleAsync(cancellationToken);
            var (province, regency) = (store.VillageCode[..2], store.VillageCode[..5]);
            return await db.PickupPoints.AsNoTracking()
                .Where(p => p.IsOpen && (p.VillageCode.StartsWith(province) || db.ServedPoints.Any(s => s.StoreId == store.Id && s.PointId == p.Id)))
                .OrderBy(p => p.VillageCode.StartsWith(regency) ? 0 : 1).ThenBy(p => p.Name).ThenBy(p => p.Id)
                .Select(p => new ServedPointRow(
                    p.Id, p.Name, p.Street, db.Regions.Where(r => r.Code == p.VillageCode).Select(r => r.FullName).FirstOrDefault() ?? "", p.OpeningHours,
                    db.ServedPoints.Any(s => s.StoreId == store.Id && s.PointId == p.Id)))
                .ToListAsync(cancellationToken);
        }
    }
}

/// <param name="Served">The shop brings parcels there.</param>
public sealed record ServedPointRow(PointId Id, string Name, string Street, string Region, string OpeningHours, bool Served);
