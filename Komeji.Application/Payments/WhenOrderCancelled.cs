using Komeji.Application.Common;
using Komeji.Application.Ledger;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>
/// A paid order was cancelled, or refunded after it had left the shop: everything the buyer has not got back goes back (rule P6). Held
/// money can leave once, so this and a release exclude each other. Where others bore a refund before, what is held for the shop
/// remains, and is released to it.
/// </summary>
public sealed class WhenOrderCancelled(IKomejiDb db, MoneyRelease held, HeldRefunds refunds, TimeProvider clock) : IReaction<OrderCancelled>, IReaction<OrderRefunded>
{
    public async Task Handle(Happened<OrderCancelled> happened, CancellationToken cancellationToken)
    {
        if (happened.Fact.WasPaid && await IsHeld(happened.Fact.OrderId, cancellationToken))
        {
            await refunds.TakeTurn(happened.Fact.OrderId, cancellationToken);
            var share = await ShareOf(happened.Fact.OrderId, cancellationToken);
            await GiveBack(share, share.Remaining, happened.Fact.ReasonCode, cancellationToken);
        }
    }

    public async Task Handle(Happened<OrderRefunded> happened, CancellationToken cancellationToken)
    {
        if (!await IsHeld(happened.Fact.OrderId, cancellationToken))
        {
            return;
        }

        await refunds.TakeTurn(happened.Fact.OrderId, cancellationToken);
        var share = await ShareOf(happened.Fact.OrderId, cancellationToken);
        if (happened.Fact.Back.IsPositive)
        {
            await GiveBack(share, happened.Fact.Back, happened.Fact.ReasonCode, cancellationToken);
        }

        if (share.Remaining.IsPositive)
        {
            await ReleaseRest(share, cancellationToken);
        }
    }

    async Task GiveBack(EscrowShare share, Rupiah amount, string reasonCode, CancellationToken cancellationToken)
    {
        share.Refund(amount, reasonCode, clock.GetUtcNow());
        await refunds.Owe(share.OrderId, amount, reasonCode, cancellationToken);
    }

    /// <summary>A lost dispute freezes it no longer: the buyer has everything back, and what remains others paid for the shop.</summary>
    async Task ReleaseRest(EscrowShare share, CancellationToken cancellationToken)
    {
        var order = await db.Orders.SingleAsync(o => o.Id == share.OrderId, cancellationToken);
        if (share.State == EscrowState.Frozen
            && await db.Disputes.AnyAsync(d => d.PurchaseId == order.PurchaseId && (d.State == DisputeState.Open || d.State == DisputeState.EvidenceSent), cancellationToken))
        {
            throw FrozenMoney.Refusal();
        }

        await held.Release(order, share, cancellationToken);
    }

    /// <summary>Of an order paid to the shop in cash nothing is.</summary>
    Task<bool> IsHeld(OrderId orderId, CancellationToken cancellationToken) =>
        db.Orders.AnyAsync(o => o.Id == orderId && !o.PaysInCash, cancellationToken);

    Task<EscrowShare> ShareOf(OrderId orderId, CancellationToken cancellationToken) =>
        db.EscrowShares.SingleAsync(s => s.OrderId == orderId, cancellationToken);
}
