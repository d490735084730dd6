using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Flags;

static class Flags
{
    /// <summary>Flags that keep a listing off display.</summary>
    public static IQueryable<ListingFlag> Holding(this IQueryable<ListingFlag> flags, ProductId product) =>
        flags.Where(f => f.ProductId == product && (f.State == ListingFlagState.Withheld || f.State == ListingFlagState.AskedAgain || f.State == ListingFlagState.Held));

    public static Task<UserId> OwnerOf(this IKomejiDb db, Product product, CancellationToken cancellationToken) =>
        db.Stores.Where(s => s.Id == product.StoreId).Select(s => s.OwnerId).SingleAsync(cancellationToken);
}
