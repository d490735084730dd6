using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Health;

/// <summary>Which of a shop's orders were complained about with the shop held responsible. Whatever decides complaints fills it.</summary>
public interface IComplainedOrders
{
    /// <param name="orders">Those that are asked about.</param>
    /// <returns>For each that was, when it was first decided.</returns>
    Task<IReadOnlyDictionary<OrderId, DateTimeOffset>> Of(IReadOnlyList<OrderId> orders, CancellationToken cancellationToken);
}

/// <summary>
/// A part of the order went back to its buyer by decision and the shop bore some of it, or a complaint of it was decided against the
/// shop, whatever the solution. Each order counts once, by the first of these.
/// </summary>
sealed class DecidedAgainstShop(IKomejiDb db) : IComplainedOrders
{
    public async Task<IReadOnlyDictionary<OrderId, DateTimeOffset>> Of(IReadOnlyList<OrderId> orders, CancellationToken cancellationToken)
    {
        var asked = orders.ToList();
        var refunds = await db.RefundDecisions.AsNoTracking().Where(d => asked.Contains(d.OrderId) && d.Shares.Any(s => s.Bearer == RefundBearer.Seller && (long)s.Amount > 0))
            .Select(d => new { d.OrderId, At = d.DecidedAt }).ToListAsync(cancellationToken);
        var complaints = await (
            from complaint in db.Complaints.AsNoTracking()
            where asked.Contains(complaint.OrderId) && (complaint.State == ComplaintState.Resolved || complaint.State == ComplaintState.Referred)
            from offer in complaint.Offers
            where offer.Id == complaint.OutcomeId && offer.SellerPercent > 0 && (offer.Kind == ComplaintOfferKind.Decision || offer.Kind == ComplaintOfferKind.Final)
            select new { complaint.OrderId, offer.At }).ToListAsync(cancellationToken);
        return refunds.Concat(complaints).GroupBy(d => d.OrderId).ToDictionary(g => g.Key, g => g.Min(d => d.At));
    }
}
