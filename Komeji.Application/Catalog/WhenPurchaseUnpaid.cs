using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Catalog;

/// <summary>A purchase ended unpaid: what it reserved can be bought by others.</summary>
sealed class WhenPurchaseUnpaid(IKomejiDb db, Stock stock) : IReaction<PurchaseExpired>, IReaction<PurchaseCancelled>
{
    public Task Handle(Happened<PurchaseExpired> notification, CancellationToken cancellationToken) =>
        Release(notification.Fact.PurchaseId, cancellationToken);

    public Task Handle(Happened<PurchaseCancelled> notification, CancellationToken cancellationToken) =>
        Release(notification.Fact.PurchaseId, cancellationToken);

    async Task Release(PurchaseId id, CancellationToken cancellationToken)
    {
        var purchase = await db.LoadPurchase(id, cancellationToken);
        await stock.Release(Stock.Of(purchase.Orders), cancellationToken);
    }
}
