using Komeji.Application.Common;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Notifications;

/// <summary>The channel cannot pay the buyer back: she is asked for an account, unless she has named one.</summary>
public sealed class WhenRefundFailed(IKomejiDb db, Notifier notifier) : IReaction<RefundFailed>
{
    public async Task Handle(Happened<RefundFailed> happened, CancellationToken cancellationToken)
    {
        var fact = happened.Fact;
        if (await db.RefundAccounts.AnyAsync(a => a.RefundId == fact.RefundId && a.NumberSealed != "", cancellationToken))
        {
            return;
        }

        var purchase = await db.Purchases.Where(p => p.Id == fact.PurchaseId).Select(p => new { p.Number, p.BuyerId }).SingleOrDefaultAsync(cancellationToken);
        if (purchase is not null)
        {
            await notifier.Tell(purchase.BuyerId, RefundTexts.AccountAsked(purchase.Number, fact), cancellationToken);
        }
    }
}
