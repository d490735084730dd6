using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores.Fees;
using Komeji.Application.Taxes;
using Komeji.Domain.Payments;
using Komeji.Domain.Taxes;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>The purchase is paid: each shop is asked to serve its order, fees and taxes freeze, reserved pieces count as sold.</summary>
public sealed class WhenPurchasePaid(IKomejiDb db, SettingsInForce settings, FeesInForce fees, TaxesInForce taxes, Stock stock, TimeProvider clock) : IReaction<PurchasePaid>
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
            if (await taxes.IncomeTax(order.StoreId, TaxPoint.Payment, cancellationToken) is { } withholding)
            {
                order.FreezeIncomeTax(withholding);
            }
        }

        await stock.Sell(Stock.Of(orders), cancellationToken);
    }
}
