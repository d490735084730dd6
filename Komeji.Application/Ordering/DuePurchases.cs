using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Settings;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>
/// Purchases nobody paid in time. Those that nobody tried to pay come first, so that a silent provider holds up none of them; one
/// that waits for its provider is asked about again after a while.
/// </summary>
public sealed class DuePurchases(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var longAgo = now - TimeSpan.FromHours(await settings.Number(SettingCatalogue.AnswerHours, cancellationToken));
        return await (
            from purchase in db.Purchases
            where purchase.PayBefore <= now
            join payment in db.Payments on purchase.Id equals payment.PurchaseId
            where payment.State == PaymentState.AwaitingPayment || payment.State == PaymentState.Failed || payment.State == PaymentState.NeedsCheck
            let open = payment.Attempts.Where(a => a.State == AttemptState.Intended || a.State == AttemptState.Started || a.State == AttemptState.Unknown)
            where purchase.PayBefore <= longAgo || !open.Any(a => a.AskAt > now)
            orderby open.Any(), purchase.PayBefore, purchase.Id
            select new ExpirePurchase(purchase.Id)).Take(most).ToListAsync(cancellationToken);
    }
}
