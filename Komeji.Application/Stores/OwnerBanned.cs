using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores;

/// <summary>A shop whose owner may not sign in could serve nobody, so it stops selling with him and starts again with him.</summary>
static class OwnerBanned
{
    const string Subject = "store";

    public static Task SuspendStoresOf(this IKomejiDb db, Guid owner, Actor by, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.MoveStoresOf(owner, store => store.Suspend(), new(StoreState.Active, StoreState.Suspended, "store.owner_banned", by, reason, now), cancellationToken);

    public static Task ReopenStoresOf(this IKomejiDb db, Guid owner, Actor by, string reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.MoveStoresOf(owner, store => store.Reopen(), new(StoreState.Suspended, StoreState.Active, "store.owner_unbanned", by, reason, now), cancellationToken);

    static async Task MoveStoresOf(this IKomejiDb db, Guid owner, Func<Store, bool> move, Step step, CancellationToken cancellationToken)
    {
        var id = new UserId(owner);
        foreach (var store in await db.Stores.Where(s => s.OwnerId == id).ToListAsync(cancellationToken))
        {
            if (move(store))
            {
                db.StateChanges.Add(new StateChange(Subject, store.Id.Value, step.From.ToString(), step.To.ToString(), step.By, step.At, step.Code, step.Reason));
            }
        }
    }

    sealed record Step(StoreState From, StoreState To, string Code, Actor By, string Reason, DateTimeOffset At);
}
