using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Shelves;

/// <summary>The seller's own shelves: another's is not there.</summary>
static class Shelves
{
    public static IQueryable<StoreShelf> Of(this DbSet<StoreShelf> shelves, IKomejiDb db, UserId owner) =>
        shelves.Where(s => db.Stores.Any(x => x.Id == s.StoreId && x.OwnerId == owner));

    /// <exception cref="NotFound">There is none, or it is another's.</exception>
    public static async Task<StoreShelf> MyShelf(this IKomejiDb db, ICurrentUser user, StoreShelfId id, CancellationToken cancellationToken) =>
        await db.StoreShelves.Of(db, user.Require()).Include(s => s.Items).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) ?? throw new NotFound();

    /// <summary>One at a time changes which shelves a shop has and their order.</summary>
    public static async Task<StoreId> MyStoreAlone(this IKomejiDb db, ICurrentUser user, CancellationToken cancellationToken)
    {
        var store = await db.Stores.OwnedBy(user.Require()).Select(s => (StoreId?)s.Id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
        await db.TakeTurn($"shelves:{store.Value}", cancellationToken);
        return store;
    }
}
