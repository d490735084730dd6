using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>The buyer is asked to pay, once for all orders of the purchase. Who pays the shop in cash is not.</summary>
public sealed class WhenOrderPlaced(IKomejiDb db, Notifier notifier) : IReaction<OrderPlaced>
{
    public async Task Handle(Happened<OrderPlaced> happened, CancellationToken cancellationToken)
    {
        var purchase = await db.Purchases.FindAsync([happened.Fact.PurchaseId], cancellationToken) ?? throw new NotFound();
        if (purchase.Orders[0].Id == happened.Fact.OrderId && !purchase.Orders[0].PaysInCash)
        {
            await notifier.Tell(purchase.BuyerId, Texts.PayNow(purchase), cancellationToken);
        }
    }
}
