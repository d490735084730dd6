using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Settings;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>
/// Attempts that have been open or in doubt for a while: the provider is asked how they stand, so that a lost notification or a
/// lost answer loses no money. Closed payments are asked about too, since money may come late; so are paid ones whose cost is not
/// known yet. When the time to pay is up, the purchase's own expiry asks, and closes the page as well.
/// </summary>
public sealed class ReconcilePayments(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : ISweep
{
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var oldEnough = now - TimeSpan.FromMinutes(await settings.Number(SettingCatalogue.ReconcileMinutes, cancellationToken));
        var tooOld = now - GiveUpAfter;
        var due = await (
            from payment in db.Payments
            from attempt in payment.Attempts
            where (attempt.State == AttemptState.Unknown || ((attempt.State == AttemptState.Intended || attempt.State == AttemptState.Started || attempt.AwaitsCost) && attempt.CreatedAt > tooOld))
                && attempt.CreatedAt <= oldEnough && attempt.AskAt <= now
            where payment.State == PaymentState.Paid || payment.State == PaymentState.Expired || payment.State == PaymentState.Cancelled
                || db.Purchases.Any(p => p.Id == payment.PurchaseId && p.PayBefore > now)
            orderby attempt.AskAt
            select attempt.Id).Take(most).ToListAsync(cancellationToken);
        return [.. due.Select(id => new AskAboutAttempt(id))];
    }
}
