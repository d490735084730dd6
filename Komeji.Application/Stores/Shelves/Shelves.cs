using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Shelves;

/// <summary>The seller's own shelves: another's is not there.</summary>
static class MyShelves
{
    public static async Task<IQueryable<StoreShelf>> Shelves(this IKomejiDb db, ShopDesk desk, CancellationToken cancellationToken)
    {
        var shop = (await desk.At(ShopRights.Products, cancellationToken)).Id;
        return db.StoreShelves.Where(s => s.StoreId == shop);
    }

    /// <exception cref="NotFound">There is none, or it is another's.</exception>
    public static async Task<StoreShelf> MyShelf(this IKomejiDb db, ShopDesk desk, StoreShelfId id, CancellationToken cancellationToken) =>
        await (await db.Shelves(desk, cancellationToken)).Include(s => s.Items).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) ?? throw new NotFound();

    /// <summary>One at a time changes which shelves a shop has and their order.</summary>
    public static async Task<StoreId> MyStoreAlone(this IKomejiDb db, ShopDesk desk, CancellationToken cancellationToken)
    {
        var store = (await desk.At(ShopRights.Products, cancellationToken)).Id;
        await db.TakeTurn($"shelves:{store.Value}", cancellationToken);
        return store;
    }
}
