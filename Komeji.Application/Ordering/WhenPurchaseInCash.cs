using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores.Fees;
using Komeji.Domain.Payments;

namespace Komeji.Application.Ordering;

/// <summary>
/// Cash on delivery was agreed when the purchase was placed: the shop is asked at once, the fee freezes, reserved pieces count as sold.
/// PPh 22 is withheld from money that comes here, and none does.
/// </summary>
public sealed class WhenPurchaseInCash(IKomejiDb db, SettingsInForce settings, FeesInForce fees, Stock stock, TimeProvider clock) : IReaction<PurchaseInCash>
{
    public async Task Handle(Happened<PurchaseInCash> happened, CancellationToken cancellationToken)
    {
        // It is just being placed, so it is at hand and not in the database yet.
        var purchase = await db.Purchases.FindAsync([happened.Fact.PurchaseId], cancellationToken) ?? throw new NotFound();
        var terms = await settings.OrderTerms(cancellationToken);
        foreach (var order in purchase.Orders)
        {
            order.Pay(await fees.Of(order.StoreId, cancellationToken), terms, clock.GetUtcNow());
        }

        await stock.Sell(Stock.Of(purchase.Orders), cancellationToken);
    }
}
