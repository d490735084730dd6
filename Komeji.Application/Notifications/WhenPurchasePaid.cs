using Komeji.Application.Common;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Notifications;

/// <summary>The buyer learns that the money came and is held.</summary>
public sealed class WhenPurchasePaid(IKomejiDb db, Notifier notifier) : IReaction<PurchasePaid>
{
    public async Task Handle(Happened<PurchasePaid> happened, CancellationToken cancellationToken)
    {
        var fact = happened.Fact;
        var purchase = await db.Purchases.Where(p => p.Id == fact.PurchaseId).Select(p => new { p.BuyerId, p.Number }).SingleAsync(cancellationToken);
        await notifier.Tell(purchase.BuyerId, Texts.Paid(purchase.Number, fact.Amount), cancellationToken);
    }
}
