using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>
/// The time for paying is over. The payment's version decides against money that arrives in the same moment: whichever commits
/// first wins, and money that comes after is refunded.
/// </summary>
public sealed record ExpirePurchase(PurchaseId PurchaseId) : ICommand
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<ExpirePurchase>
    {
        public async Task<Unit> Handle(ExpirePurchase request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var payment = await db.Payments.SingleAsync(p => p.PurchaseId == request.PurchaseId, cancellationToken);
            if (PaymentMoves.From(payment.State).Contains(PaymentState.Expired))
            {
                var purchase = await db.LoadPurchase(request.PurchaseId, cancellationToken);
                purchase.Expire(now);
                payment.Expire(now);
            }

            return Unit.Value;
        }
    }
}
