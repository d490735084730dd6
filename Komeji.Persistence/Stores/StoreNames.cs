using Microsoft.EntityFrameworkCore;

namespace Komeji.Persistence.Stores;

/// <summary>Shops opened before look-alike names were watched get the look of their name; of two alike the older one has it.</summary>
static class StoreNames
{
    public const string Version = "1";

    /// <summary>Runs inside the caller's transaction.</summary>
    public static async Task Claim(KomejiDb db, CancellationToken cancellationToken)
    {
        var taken = (await db.Stores.Where(s => s.NameSkeleton != "").Select(s => s.NameSkeleton).ToListAsync(cancellationToken)).ToHashSet();
        foreach (var store in await db.Stores.Where(s => s.NameSkeleton == "").OrderBy(s => s.OpenedAt).ThenBy(s => s.Id).ToListAsync(cancellationToken))
        {
            store.ClaimName();
            if (!taken.Add(store.NameSkeleton))
            {
                db.Entry(store).State = EntityState.Unchanged;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
