using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <summary>Pieces that were lost on their way: no shelf has them again, though their order was cancelled.</summary>
static class LostPieces
{
    /// <returns>Of each line of these orders what lies in lost parcels, never more than was bought.</returns>
    public static async Task<IReadOnlyDictionary<OrderLineId, Pieces>> LostOf(this IKomejiDb db, IQueryable<Order> orders, CancellationToken cancellationToken)
    {
        var lost = await (from order in orders
                          from line in order.Lines
                          from parcel in db.Shipments
                          where parcel.OrderId == order.Id && parcel.State == ShipmentState.Lost
                          from content in parcel.Lines
                          where content.OrderLineId == line.Id
                          select new { line.Id, line.VariantId, line.Quantity, content.Pieces }).ToListAsync(cancellationToken);
        return lost.GroupBy(l => l.Id).ToDictionary(g => g.Key, g => new Pieces(g.First().VariantId, Math.Min(g.First().Quantity, g.Sum(l => l.Pieces))));
    }
}
