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
/// known yet.
/// </summary>
public sealed class ReconcilePayments(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : ISweep
{
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var oldEnough = now - TimeSpan.FromMinutes(await settings.Number(SettingCatalogue.ReconcileMinutes, cancellationToken));
        var tooOld = now - GiveUpAfter;
        var due = await db.Payments.SelectMany(p => p.Attempts)
            .Where(a => (a.State == AttemptState.Unknown || ((a.State == AttemptState.Intended || a.State == AttemptState.Started || a.AwaitsCost) && a.CreatedAt > tooOld))
                && a.CreatedAt <= oldEnough && a.AskAt <= now)
            .OrderBy(a => a.AskAt).Select(a => a.Id).Take(most).ToListAsync(cancellationToken);
        return [.. due.Select(id => new AskAboutAttempt(id))];
    }
}
