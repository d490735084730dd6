using Komeji.Application.Common;
using Komeji.Domain.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <summary>A paid order was cancelled before its goods left the shop: they can be bought again.</summary>
sealed class WhenOrderCancelled(IKomejiDb db, Stock stock) : IReaction<OrderCancelled>
{
    public async Task Handle(Happened<OrderCancelled> notification, CancellationToken cancellationToken)
    {
        if (notification.Fact.WasPaid)
        {
            var order = await db.Orders.Include(o => o.Lines).SingleAsync(o => o.Id == notification.Fact.OrderId, cancellationToken);
            await stock.PutBack(Stock.Of([order]), cancellationToken);
        }
    }
}
