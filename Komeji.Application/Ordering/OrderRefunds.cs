using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>Money of an order that went, or goes, back to its buyer.</summary>
/// <param name="Decision">Null where the whole order, or what was never sent of it, was given back.</param>
public sealed record OrderRefund(RefundId Id, Rupiah Amount, string ReasonCode, RefundState State, DateTimeOffset RequestedAt, DateTimeOffset? EndedAt, DecidedRefund? Decision)
{
    /// <summary>What went back beside it to the fund of a voucher, which had paid it.</summary>
    public Rupiah Voucher { get; init; }
}

/// <param name="For">What it was for and how much of it went back, in the order of the lines; shipping last, without a name.</param>
public sealed record DecidedRefund(RefundSolution Solution, IReadOnlyList<RefundedPart> For, IReadOnlyList<RefundedBy> By, string Reason);

/// <param name="Name">Empty for shipping.</param>
public sealed record RefundedPart(string Name, Rupiah Amount);

public sealed record RefundedBy(RefundBearer Bearer, int Percent, Rupiah Amount);

static class OrderRefunds
{
    /// <param name="order">With its lines.</param>
    public static async Task<IReadOnlyList<OrderRefund>> Read(IKomejiDb db, Order order, CancellationToken cancellationToken)
    {
        var refunds = await db.Refunds.AsNoTracking().Where(r => r.OrderId == order.Id).OrderBy(r => r.Id).ToListAsync(cancellationToken);
        var decisions = await db.RefundDecisions.AsNoTracking().Include(d => d.Lines).Include(d => d.Shares)
            .Where(d => d.OrderId == order.Id).ToDictionaryAsync(d => d.Id, cancellationToken);
        return
        [
            .. refunds.Select(r => new OrderRefund(
                r.Id, r.Amount, r.ReasonCode, r.State, r.RequestedAt, r.EndedAt, decisions.TryGetValue(r.Id, out var decision) ? Tell(decision, order) : null) { Voucher = r.Voucher }),
        ];
    }

    static DecidedRefund Tell(RefundDecision decision, Order order)
    {
        var names = order.Lines.ToDictionary(l => l.Id, l => l.VariantName.Length > 0 ? $"{l.ProductName}, {l.VariantName}" : l.ProductName);
        var parts = decision.Lines.OrderBy(l => l.OrderLineId.Value).Select(l => new RefundedPart(names[l.OrderLineId], l.Amount)).ToList();
        if (decision.Shipping.IsPositive)
        {
            parts.Add(new RefundedPart("", decision.Shipping));
        }

        return new DecidedRefund(decision.Solution, parts, [.. decision.Shares.OrderBy(s => s.Bearer).Select(s => new RefundedBy(s.Bearer, s.Percent, s.Amount))], decision.Reason);
    }
}
