using Komeji.Application.Common;
using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores;

/// <summary>A shop whose owner may not sign in could serve nobody, so it stops selling with him and starts again with him. One that was suspended for itself stays so.</summary>
static class OwnerBanned
{
    public static async Task SuspendStoresOf(this IKomejiDb db, Guid owner, Actor by, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = new UserId(owner);
        foreach (var store in await db.Stores.Where(s => s.OwnerId == id).ToListAsync(cancellationToken))
        {
            store.SuspendWithOwner(by, reason, now);
        }
    }

    public static async Task ReopenStoresOf(this IKomejiDb db, Guid owner, Actor by, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = new UserId(owner);
        foreach (var store in await db.Stores.Where(s => s.OwnerId == id).ToListAsync(cancellationToken))
        {
            store.ReopenWithOwner(by, reason, now);
        }
    }
}
