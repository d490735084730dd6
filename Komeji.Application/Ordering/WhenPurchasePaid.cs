using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores.Fees;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>The purchase is paid: each shop is asked to serve its order, fees freeze, reserved pieces count as sold.</summary>
public sealed class WhenPurchasePaid(IKomejiDb db, SettingsInForce settings, FeesInForce fees, Stock stock, TimeProvider clock) : IReaction<PurchasePaid>
{
    public async Task Handle(Happened<PurchasePaid> happened, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var terms = await settings.OrderTerms(cancellationToken);
        var orders = await db.Orders.Include(o => o.Lines).Include(o => o.Timers)
            .Where(o => o.PurchaseId == happened.Fact.PurchaseId).ToListAsync(cancellationToken);
        foreach (var order in orders)
        {
            order.Pay(await fees.Of(order.StoreId, cancellationToken), terms, now);
        }

        await stock.Sell(Stock.Of(orders), cancellationToken);
    }
}
