using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Settings;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Carts;

/// <summary>Visitors' carts nobody has touched for so many days are forgotten.</summary>
public sealed class OldVisitorCarts(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().AddDays(-await settings.Number(SettingCatalogue.CartDays, cancellationToken));
        var old = await db.Carts.Where(c => c.OwnerId == null && c.TouchedAt < before)
            .OrderBy(c => c.TouchedAt).Take(most).Select(c => c.Id).ToListAsync(cancellationToken);
        return [.. old.Select(id => new ForgetCart(id, before))];
    }
}
