using Komeji.Application.Common;
using Komeji.Application.Ledger;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints;

/// <summary>While a complaint is open its order's money waits, and for nothing but a complaint or a dispute; and the refund it caused charges exactly those its outcome names.</summary>
public sealed class ComplaintCheck(IKomejiDb db)
{
    const int Examples = 5;

    public async Task<LedgerCheck> Run(CancellationToken cancellationToken)
    {
        var open = db.Complaints.Open();
        var free = await open.Where(c => !db.EscrowShares.Any(s => s.OrderId == c.OrderId && s.State == EscrowState.Frozen))
            .OrderBy(c => c.Number).Select(c => c.Number).Take(Examples).ToListAsync(cancellationToken);
        var stuck = await db.Orders.Where(o => db.EscrowShares.Any(s => s.OrderId == o.Id && s.State == EscrowState.Frozen) && !open.Any(c => c.OrderId == o.Id)
                && !db.Disputes.Any(d => d.PurchaseId == o.PurchaseId
                    && (d.State == DisputeState.Open || d.State == DisputeState.EvidenceSent || (d.State == DisputeState.Lost && (!d.LossBooked || (long)d.Unsettled > 0)))))
            .OrderBy(o => o.Number).Select(o => o.Number).Take(Examples).ToListAsync(cancellationToken);
        var charged = await db.Complaints.Where(c => c.RefundId != null && !c.Offers.Any(o => o.Id == c.OutcomeId
                && db.RefundDecisions.Any(d => d.Id == c.RefundId && d.OrderId == c.OrderId && d.OfBuyer == o.BuyerPercent
                    && d.Shares.Where(s => s.Bearer == RefundBearer.Seller).Sum(s => s.Percent) == o.SellerPercent
                    && d.Shares.Where(s => s.Bearer == RefundBearer.Courier).Sum(s => s.Percent) == o.CourierPercent
                    && d.Shares.Where(s => s.Bearer == RefundBearer.Platform).Sum(s => s.Percent) == o.PlatformPercent)))
            .OrderBy(c => c.Number).Select(c => c.Number).Take(Examples).ToListAsync(cancellationToken);
        return LedgerCheck.Of("complaints agree", free.Concat(stuck).Concat(charged), "each open complaint holds its order's money, nothing but complaints and disputes does, and each refund of one charges whom it names");
    }
}
