using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>
/// The buyer no longer wants it. What is not paid is given up with the whole purchase; what is paid is cancelled, or the shop is
/// asked when it is already working on it.
/// </summary>
public sealed record CancelOrder(string Number, string Reason) : ICommand<Cancellation>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<CancelOrder, Cancellation>
    {
        public async Task<Cancellation> Handle(CancelOrder request, CancellationToken cancellationToken)
        {
            var buyer = user.Require();
            var now = clock.GetUtcNow();
            var order = await db.Orders.BoughtBy(buyer).Load(request.Number, cancellationToken);
            if (order.State == OrderState.AwaitingPayment)
            {
                var purchase = await db.LoadPurchase(order.PurchaseId, cancellationToken);
                var payment = await db.Payments.SingleAsync(p => p.PurchaseId == purchase.Id, cancellationToken);
                purchase.CancelByBuyer(Actor.Buyer(buyer.Value), request.Reason, now);
                payment.Cancel(now);
                return Cancellation.PurchaseGivenUp;
            }

            return order.CancelByBuyer(Actor.Buyer(buyer.Value), request.Reason, await settings.OrderTerms(cancellationToken), now)
                ? Cancellation.Done
                : Cancellation.Asked;
        }
    }
}

public enum Cancellation
{
    Done,

    /// <summary>All orders of the unpaid purchase are cancelled.</summary>
    PurchaseGivenUp,

    /// <summary>The shop is asked; its silence agrees.</summary>
    Asked,
}
