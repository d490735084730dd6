using Komeji.Application.Common;
using Komeji.Domain.Common;
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

/// <summary>A part of the order went back to its buyer by decision, and the shop bore some of it.</summary>
sealed class DecidedAgainstShop(IKomejiDb db) : IComplainedOrders
{
    public async Task<IReadOnlyDictionary<OrderId, DateTimeOffset>> Of(IReadOnlyList<OrderId> orders, CancellationToken cancellationToken)
    {
        var asked = orders.ToList();
        var decided = await db.RefundDecisions.AsNoTracking().Where(d => asked.Contains(d.OrderId) && d.Shares.Any(s => s.Bearer == RefundBearer.Seller && (long)s.Amount > 0))
            .Select(d => new { d.OrderId, d.DecidedAt }).ToListAsync(cancellationToken);
        return decided.GroupBy(d => d.OrderId).ToDictionary(g => g.Key, g => g.Min(d => d.DecidedAt));
    }
}
