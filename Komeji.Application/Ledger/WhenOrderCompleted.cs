using Komeji.Application.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger;

/// <summary>The order is complete: what was held becomes the seller's balance. Who was paid in cash owes the fee.</summary>
public sealed class WhenOrderCompleted(IKomejiDb db, MoneyRelease held) : IReaction<OrderCompleted>
{
    public async Task Handle(Happened<OrderCompleted> happened, CancellationToken cancellationToken)
    {
        var order = await db.Orders.SingleAsync(o => o.Id == happened.Fact.OrderId, cancellationToken);
        if (order.PaysInCash)
        {
            held.Owe(order);
            return;
        }

        var share = await db.EscrowShares.SingleAsync(s => s.OrderId == order.Id, cancellationToken);
        if (share.State == EscrowState.Frozen)
        {
            throw FrozenMoney.Refusal();
        }

        await held.Release(order, share, cancellationToken);
    }
}
