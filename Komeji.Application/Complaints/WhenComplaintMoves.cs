using Komeji.Application.Common;
using Komeji.Application.Payments;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints;

/// <summary>
/// An open complaint freezes its order's money, and nothing else: other orders and their shares go on. When it is over the money goes on,
/// unless a dispute holds it, and the order's clocks get back the time they stood still.
/// </summary>
public sealed class WhenComplaintMoves(IKomejiDb db, DisputeBooks disputes, TimeProvider clock) : IReaction<ComplaintMoved>
{
    const string Frozen = "complaint";

    public async Task Handle(Happened<ComplaintMoved> happened, CancellationToken cancellationToken)
    {
        var fact = happened.Fact;
        if (fact.To == ComplaintState.Submitted)
        {
            var share = await ShareOf(fact.OrderId, cancellationToken);
            if (share.State == EscrowState.Held)
            {
                share.Freeze(Actor.System, Frozen, clock.GetUtcNow());
            }
        }
        else if (ComplaintMoves.IsFinal(fact.To) && fact.From != ComplaintState.Draft)
        {
            await GoOn(fact.OrderId, cancellationToken);
        }
    }

    async Task GoOn(OrderId id, CancellationToken cancellationToken)
    {
        var (share, now) = (await ShareOf(id, cancellationToken), clock.GetUtcNow());
        if (share.State != EscrowState.Frozen || await disputes.KeepsFrozen(id, cancellationToken))
        {
            return;
        }

        var standstill = now - (share.FrozenAt ?? now);
        share.Unfreeze(Actor.System, Frozen, now);
        var order = await db.Orders.Include(o => o.Timers).SingleAsync(o => o.Id == id, cancellationToken);
        order.GoOnAfter(standstill);
    }

    /// <summary>In the turn that disputes take, too: of a complaint and a dispute that move together the second sees what the first did.</summary>
    async Task<EscrowShare> ShareOf(OrderId id, CancellationToken cancellationToken)
    {
        await db.TakeRefundTurn(await db.Orders.Where(o => o.Id == id).Select(o => o.PurchaseId).SingleAsync(cancellationToken), cancellationToken);
        return await db.EscrowShares.SingleAsync(s => s.OrderId == id, cancellationToken);
    }
}
