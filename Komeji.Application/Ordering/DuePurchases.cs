using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>Purchases nobody paid in time.</summary>
public sealed class DuePurchases(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await (
            from purchase in db.Purchases
            where purchase.PayBefore <= now
            join payment in db.Payments on purchase.Id equals payment.PurchaseId
            where payment.State == PaymentState.AwaitingPayment || payment.State == PaymentState.Failed || payment.State == PaymentState.NeedsCheck
            orderby purchase.PayBefore, purchase.Id
            select new ExpirePurchase(purchase.Id)).Take(most).ToListAsync(cancellationToken);
    }
}
