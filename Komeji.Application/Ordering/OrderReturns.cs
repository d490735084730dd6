using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Returns;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>What of an order comes back, and what is sent for it again, without another payment.</summary>
public sealed record OrderReturns(IReadOnlyList<OrderReturn> Returns, IReadOnlyList<OrderReplacement> Replacements)
{
    public static readonly OrderReturns None = new([], []);

    /// <summary>Only those one complaint or claim led to.</summary>
    public OrderReturns Of(string cause) => new([.. Returns.Where(r => r.CauseNumber == cause)], [.. Replacements.Where(r => r.CauseNumber == cause)]);

    public bool Any => Returns.Count + Replacements.Count > 0;

    internal static async Task<OrderReturns> Read(IKomejiDb db, OrderId order, CancellationToken cancellationToken) => new(
        await db.GoodsReturns.Where(r => r.OrderId == order).OrderBy(r => r.OpenedAt).ThenBy(r => r.Id)
            .Select(r => new OrderReturn(r.Number, r.Cause, r.CauseNumber, r.State, r.Lines.Sum(l => l.Pieces), r.DueAt)).ToListAsync(cancellationToken),
        await db.Replacements.Where(r => r.OrderId == order).OrderBy(r => r.OpenedAt).ThenBy(r => r.Id)
            .Select(r => new OrderReplacement(
                r.Number, r.Cause, r.CauseNumber, r.Kind, r.State, r.Lines.Sum(l => l.Pieces),
                db.Shipments.Where(s => s.ReplacementId == r.Id).Select(s => s.TrackingNumber).FirstOrDefault() ?? "", r.DueAt)).ToListAsync(cancellationToken));
}

/// <param name="Deadline">When the next thing happens by itself.</param>
public sealed record OrderReturn(string Number, ReturnCause Cause, string CauseNumber, GoodsReturnState State, int Pieces, DateTimeOffset? Deadline);

/// <param name="TrackingNumber">Empty until a courier has it.</param>
/// <param name="Deadline">When the next thing happens by itself.</param>
public sealed record OrderReplacement(string Number, ReturnCause Cause, string CauseNumber, ReplacementKind Kind, ReplacementState State, int Pieces, string TrackingNumber, DateTimeOffset? Deadline);
