using Komeji.Application.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <summary>How large the market is. Counting a large one takes a while, and nobody sees one more of many: such numbers are kept for some minutes.</summary>
public sealed class MarketNumbers(TimeProvider clock)
{
    const int Large = 20_000;

    static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    volatile Counted? last;

    internal async Task<(int Shops, int Products, int Completed)> Count(IKomejiDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (last is not { } known || (known.Products < Large && known.Completed < Large) || now - known.At >= KeptFor)
        {
            last = known = new Counted(
                await db.Stores.CountAsync(s => s.State == StoreState.Active, cancellationToken),
                await db.OnDisplay().CountAsync(cancellationToken),
                await db.Orders.CountAsync(o => o.State == OrderState.Completed, cancellationToken),
                now);
        }

        return (known.Shops, known.Products, known.Completed);
    }

    sealed record Counted(int Shops, int Products, int Completed, DateTimeOffset At);
}
