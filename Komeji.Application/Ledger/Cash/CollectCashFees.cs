using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Payouts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Cash;

/// <summary>Takes what a shop owes of cash orders out of its balance, as far as it reaches. A payout does the same before it takes anything.</summary>
public sealed record CollectCashFees(StoreId Store) : ICommand
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<CollectCashFees>
    {
        public async Task<Unit> Handle(CollectCashFees request, CancellationToken cancellationToken)
        {
            await db.TakeTurn(PayoutReserve.Turn(request.Store), cancellationToken);
            await db.CollectCashFees(request.Store, clock.GetUtcNow(), cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>Shops that owe something of cash orders and have a balance to take it from.</summary>
public sealed class CashFeesToCollect(IKomejiDb db) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var owing = await db.CashFees.Where(f => f.State == CashFeeState.Due).Select(f => f.StoreId).Distinct().ToListAsync(cancellationToken);
        var keys = owing.ConvertAll(s => s.Value.ToString());
        var filled = await db.Entries.Where(e => e.Account == Chart.SellerBalance.Code && keys.Contains(e.AccountKey)).GroupBy(e => e.AccountKey)
            .Select(g => new { g.Key, Sum = g.Sum(e => (long)e.Amount) }).Where(b => b.Sum < 0).OrderBy(b => b.Key).Select(b => b.Key).Take(most).ToListAsync(cancellationToken);
        return [.. filled.Select(key => new CollectCashFees(new StoreId(Guid.Parse(key))))];
    }
}
