using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Ledger.Positions;
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

/// <summary>Shops that owe something of cash orders and have a balance to take it from: read from what is kept of closed days, not from all that was ever booked.</summary>
public sealed class CashFeesToCollect(IKomejiDb db, Balances balances, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        await using var moment = await db.BeginSnapshot(cancellationToken);
        var owing = await db.CashFees.Where(f => f.State == CashFeeState.Due).Select(f => f.StoreId).Distinct().ToListAsync(cancellationToken);
        if (owing.Count == 0)
        {
            return [];
        }

        var keys = owing.ConvertAll(s => s.Value.ToString());
        var filled = await (await balances.KeysAt(Chart.SellerBalance.Code, Wib.DayOf(clock.GetUtcNow()), cancellationToken))
            .Where(b => b.Sum < 0 && keys.Contains(b.Key)).OrderBy(b => b.Key).Select(b => b.Key).Take(most).ToListAsync(cancellationToken);
        return [.. filled.Select(key => new CollectCashFees(new StoreId(Guid.Parse(key))))];
    }
}
