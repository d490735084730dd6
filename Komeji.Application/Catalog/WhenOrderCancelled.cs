using Komeji.Application.Common;
using Komeji.Domain.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <summary>A paid order was cancelled before its goods left the shop, or when they had come back: they can be bought again, but for those that were lost.</summary>
sealed class WhenOrderCancelled(IKomejiDb db, Stock stock) : IReaction<OrderCancelled>
{
    public async Task Handle(Happened<OrderCancelled> notification, CancellationToken cancellationToken)
    {
        if (notification.Fact.WasPaid)
        {
            var order = await db.Orders.Include(o => o.Lines).SingleAsync(o => o.Id == notification.Fact.OrderId, cancellationToken);
            var lost = await db.LostOf(db.Orders.Where(o => o.Id == order.Id), cancellationToken);
            var back = order.Lines.Select(l => new Pieces(l.VariantId, l.Quantity - (lost.TryGetValue(l.Id, out var gone) ? gone.Count : 0)));
            await stock.PutBack(back.Where(p => p.Count > 0), cancellationToken);
        }
    }
}
