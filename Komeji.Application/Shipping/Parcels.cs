using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping;

static class Parcels
{
    /// <summary>The parcel being packed; a new one when none is.</summary>
    public static async Task<Shipment> ParcelOf(this IKomejiDb db, Order order, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var parcel = await db.Shipments.Include(s => s.Lines).Where(s => s.OrderId == order.Id && s.ReplacementId == null && s.State == ShipmentState.Prepared)
            .OrderByDescending(s => s.Id).FirstOrDefaultAsync(cancellationToken);
        if (parcel is null)
        {
            parcel = Shipment.Prepare(order.Id, order.Shipping.Kind, order.Shipping.Courier, order.Shipping.Service, now);
            db.Shipments.Add(parcel);
        }

        return parcel;
    }

    /// <summary>Parcels that left the shop and have not come to an end, the first to leave first.</summary>
    public static Task<List<Shipment>> ParcelsUnderWay(this IKomejiDb db, Order order, CancellationToken cancellationToken) =>
        db.Shipments.Include(s => s.Lines).Where(s => s.OrderId == order.Id && s.ReplacementId == null && s.EndedAt == null && s.HandedOverAt != null)
            .OrderBy(s => s.HandedOverAt).ThenBy(s => s.Id).ToListAsync(cancellationToken);

    /// <summary>The parcel somebody speaks of: the one named, or the only one there is.</summary>
    /// <exception cref="RuleBroken"><c>shipment.which</c></exception>
    public static Shipment Named(this IReadOnlyList<Shipment> parcels, ShipmentId? id) =>
        (id is null && parcels.Count == 1 ? parcels[0] : parcels.SingleOrDefault(p => p.Id == id))
        ?? throw new RuleBroken("shipment.which", "Pilih paket yang dimaksud: yang masih dalam perjalanan.");
}
