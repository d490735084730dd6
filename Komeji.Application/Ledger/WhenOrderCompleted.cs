using Komeji.Application.Common;
using Komeji.Application.Taxes;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Taxes;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger;

/// <summary>The order is complete: what was held becomes the seller's balance, less fee and taxes (rule P5), once.</summary>
public sealed class WhenOrderCompleted(IKomejiDb db, TaxesInForce taxes, TimeProvider clock) : IReaction<OrderCompleted>
{
    public async Task Handle(Happened<OrderCompleted> happened, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var order = await db.Orders.SingleAsync(o => o.Id == happened.Fact.OrderId, cancellationToken);
        var share = await db.EscrowShares.SingleAsync(s => s.OrderId == order.Id, cancellationToken);
        if (share.State == EscrowState.Frozen)
        {
            throw FrozenMoney.Refusal();
        }

        if (await taxes.IncomeTax(order.StoreId, TaxPoint.Release, cancellationToken) is { } withholding)
        {
            order.FreezeIncomeTax(withholding);
        }

        share.Release(now);
        db.Journals.Add(PostingRules.Released(order, now, now));
    }
}
