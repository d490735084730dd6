using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Payments;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Health;

/// <summary>Which of a shop's orders ended with the shop bearing a part of what went wrong. Whatever ends complaints fills it.</summary>
public interface IComplainedOrders
{
    /// <param name="orders">Those that are asked about.</param>
    /// <returns>For each that did, by what and when first.</returns>
    Task<IReadOnlyDictionary<OrderId, PastComplaint>> Of(IReadOnlyList<OrderId> orders, CancellationToken cancellationToken);
}

/// <summary>
/// Money of the order went back and the shop bore some of it, or a complaint of it ended with the shop sending anew what it answers for: by
/// decision, by agreement or by the shop's silence alike. What was withdrawn, closed without an answer or borne by others is neither. Each
/// order counts once, by the first of these.
/// </summary>
sealed class BorneByShop(IKomejiDb db) : IComplainedOrders
{
    public async Task<IReadOnlyDictionary<OrderId, PastComplaint>> Of(IReadOnlyList<OrderId> orders, CancellationToken cancellationToken)
    {
        var asked = orders.ToList();
        var refunds = await db.RefundDecisions.AsNoTracking().Where(d => asked.Contains(d.OrderId) && d.Shares.Any(s => s.Bearer == RefundBearer.Seller && (long)s.Amount > 0))
            .Select(d => new { d.OrderId, At = d.DecidedAt }).ToListAsync(cancellationToken);
        return refunds.Select(r => (Order: r.OrderId, How: new PastComplaint(PastComplaint.PaidBack, r.At))).Concat(await SentAnew(asked, cancellationToken))
            .GroupBy(c => c.Order, c => c.How).ToDictionary(g => g.Key, g => g.OrderBy(c => c.At).First());
    }

    /// <summary>Complaints whose goods arrived anew; of those whose goods were never sent something else came.</summary>
    async Task<IEnumerable<(OrderId Order, PastComplaint How)>> SentAnew(List<OrderId> asked, CancellationToken cancellationToken)
    {
        var complaints = await (
            from complaint in db.Complaints.AsNoTracking()
            where asked.Contains(complaint.OrderId) && (complaint.State == ComplaintState.Resolved || complaint.State == ComplaintState.Referred)
            from offer in complaint.Offers
            where offer.Id == complaint.OutcomeId && offer.SellerPercent > 0 && (offer.Solution == ComplaintSolution.Replace || offer.Solution == ComplaintSolution.SendMissing)
            select new { complaint.Id, complaint.OrderId }).ToListAsync(cancellationToken);
        var ids = complaints.ConvertAll(c => c.Id.Value);
        var arrived = (await db.StateChanges.AsNoTracking().Where(c => ids.Contains(c.SubjectId) && c.Subject == "complaint" && c.ReasonCode == "goods_arrived")
            .Select(c => new { c.SubjectId, c.At }).ToListAsync(cancellationToken)).ToDictionary(c => c.SubjectId, c => c.At);
        return complaints.Where(c => arrived.ContainsKey(c.Id.Value)).Select(c => (c.OrderId, new PastComplaint(PastComplaint.SentAnew, arrived[c.Id.Value])));
    }
}
