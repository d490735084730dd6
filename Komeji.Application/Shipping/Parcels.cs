using Komeji.Application.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping;

static class Parcels
{
    /// <summary>The parcel under way or being packed; a new one when the last came back or none was prepared yet.</summary>
    public static async Task<Shipment> ParcelOf(this IKomejiDb db, Order order, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var parcel = await db.Shipments.Where(s => s.OrderId == order.Id && s.EndedAt == null).OrderByDescending(s => s.Id).FirstOrDefaultAsync(cancellationToken);
        if (parcel is null)
        {
            parcel = Shipment.Prepare(order.Id, order.Shipping.Kind, order.Shipping.Courier, order.Shipping.Service, now);
            db.Shipments.Add(parcel);
        }

        return parcel;
    }
}
