using Komeji.Application.Common;
using Komeji.Application.Payments.Desk;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Returns;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns;

/// <summary>Returns that came back and whose money or freight has not gone back, offered to whoever decides a refund of the order.</summary>
sealed class ReturnOffers(IKomejiDb db) : IRefundOffers
{
    public async Task<IReadOnlyList<RefundOffer>> Of(Order order, CancellationToken cancellationToken)
    {
        var received = await db.GoodsReturns.AsNoTracking().Include(r => r.Lines)
            .Where(r => r.OrderId == order.Id && r.State == GoodsReturnState.ReturnReceived && (r.RefundId == null || (long)r.FreightPaid > (long)r.FreightCovered))
            .OrderBy(r => r.OpenedAt).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        var byComplaint = await CarriedOutByComplaints(order.Id, cancellationToken);
        return
        [
            .. received.Where(r => r.Cause != ReturnCause.Complaint || !byComplaint.Contains(r.CauseId)).Select(r => ReturnOffer.Of(r, order)).Where(o => o.Amount.IsPositive || o.Uncovered.IsPositive)
                .Select(o => new RefundOffer($"Retur {o.Number}", $"/operator/retur/{o.Number}", o.Lines, o.Freight, o.Uncovered)),
        ];
    }

    /// <summary>A complaint that goes on gives back itself what its outcome says.</summary>
    async Task<IReadOnlyList<Guid>> CarriedOutByComplaints(OrderId order, CancellationToken cancellationToken)
    {
        var outcomes = await db.Complaints.Where(c => c.OrderId == order && c.EndedAt == null && c.OutcomeId != null).Select(c => c.OutcomeId).ToListAsync(cancellationToken);
        return [.. outcomes.OfType<ComplaintOfferId>().Select(o => o.Value)];
    }
}
