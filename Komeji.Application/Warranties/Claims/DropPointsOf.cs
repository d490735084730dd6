using Komeji.Application.Common;
using Komeji.Domain.Shipping;
using Komeji.Domain.Warranties;

namespace Komeji.Application.Warranties.Claims;

static class DropPointsOf
{
    /// <summary>Open points the shop comes to anyhow, since it brings parcels there: where a claimed thing can be left for it.</summary>
    public static IQueryable<PickupPoint> DropPoints(this IKomejiDb db, WarrantyClaim claim)
    {
        var store = claim.StoreId;
        return db.PickupPoints.Where(p => p.IsOpen && db.ServedPoints.Any(s => s.PointId == p.Id && s.StoreId == store));
    }
}
