using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Notifications;

/// <summary>The shops learn that a buyer's bank disputes the money of their orders, and how it ended.</summary>
public sealed class WhenDisputeMoves(IKomejiDb db, Notifier notifier) : IReaction<DisputeOpened>, IReaction<DisputeEnded>
{
    public Task Handle(Happened<DisputeOpened> happened, CancellationToken cancellationToken) =>
        Tell(happened.Fact.PurchaseId, happened.Fact.ProviderPayment, Texts.Disputed, cancellationToken);

    public Task Handle(Happened<DisputeEnded> happened, CancellationToken cancellationToken) =>
        Tell(happened.Fact.PurchaseId, happened.Fact.ProviderPayment, happened.Fact.State == DisputeState.Won ? Texts.DisputeWon : Texts.DisputeLost, cancellationToken);

    /// <summary>Only where the shop has, or had, money of the disputed payment: what went back to the buyer touches no shop.</summary>
    async Task Tell(PurchaseId purchase, string payment, Func<Order, Notice> notice, CancellationToken cancellationToken)
    {
        var touched = await db.EscrowShares.Where(s => s.State != EscrowState.Refunded
                && db.Orders.Any(o => o.Id == s.OrderId && o.PurchaseId == purchase)
                && db.Payments.Any(p => p.PurchaseId == purchase && p.ProviderPayment == payment))
            .Select(s => s.OrderId).ToListAsync(cancellationToken);
        foreach (var order in touched)
        {
            await notifier.TellSeller(order, notice, cancellationToken);
        }
    }
}
