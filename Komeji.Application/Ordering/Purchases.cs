using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

static class Purchases
{
    /// <summary>A purchase with its orders, their lines and clocks, to be changed.</summary>
    public static Task<Purchase> LoadPurchase(this IKomejiDb db, PurchaseId id, CancellationToken cancellationToken) =>
        db.Purchases
            .Include(p => p.Orders).ThenInclude(o => o.Lines)
            .Include(p => p.Orders).ThenInclude(o => o.Timers)
            .SingleAsync(p => p.Id == id, cancellationToken);
}
