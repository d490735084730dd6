using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Returns;
using Komeji.Domain.Shipping;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns.Replacements;

/// <summary>What the shop sends again, to its buyer, its shop or the cooperative's staff.</summary>
public sealed record ShowReplacement(string Replacement, OrderOnlooker Onlooker) : IQuery<ReplacementPage>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ShopDesk desk) : IRequestHandler<ShowReplacement, ReplacementPage>
    {
        /// <exception cref="NotFound">No such replacement of theirs.</exception>
        public async Task<ReplacementPage> Handle(ShowReplacement request, CancellationToken cancellationToken)
        {
            var seen = await db.ReplacementsSeenBy(request.Onlooker, user, desk, cancellationToken);
            var replacement = await seen.AsNoTracking().Load(request.Replacement, cancellationToken);
            return await ReplacementPage.Of(db, replacement, forBuyer: request.Onlooker == OrderOnlooker.Buyer, cancellationToken);
        }
    }
}

public sealed record ReplacementPage
{
    public required string Number { get; init; }
    public required ReplacementKind Kind { get; init; }
    public required ReplacementState State { get; init; }
    public required ReturnCause Cause { get; init; }
    public required string CauseNumber { get; init; }
    public required string Order { get; init; }
    public required string StoreName { get; init; }
    public required ShipmentKind Way { get; init; }

    /// <summary>Courier and service as the order went, or that it is collected.</summary>
    public required string WayName { get; init; }
    public required OrderDestination Destination { get; init; }

    /// <summary>What the buyer says when the shop hands it over; null for others, and where a courier brings it.</summary>
    public required string? Code { get; init; }
    public required bool IsLocked { get; init; }

    /// <summary>Too few pieces were in stock when it was agreed.</summary>
    public required bool LacksStock { get; init; }
    public required string TrackingNumber { get; init; }

    /// <summary>The parcel whose photo proves the arrival; null without one.</summary>
    public required ShipmentId? Proof { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset? SentAt { get; init; }
    public required DateTimeOffset? NotArrivedAt { get; init; }
    public required DateTimeOffset? EndedAt { get; init; }
    public required ReplacementDeadline? Deadline { get; init; }
    public required IReadOnlyList<ParcelContent> Contents { get; init; }
    public required IReadOnlyList<OrderStep> Steps { get; init; }

    internal static async Task<ReplacementPage> Of(IKomejiDb db, Replacement replacement, bool forBuyer, CancellationToken cancellationToken)
    {
        var order = await db.Orders.AsNoTracking().Include(o => o.Lines).SingleAsync(o => o.Id == replacement.OrderId, cancellationToken);
        var parcel = await db.Shipments.AsNoTracking().SingleOrDefaultAsync(s => s.ReplacementId == replacement.Id, cancellationToken);
        var to = order.Destination;
        return new ReplacementPage
        {
            Number = replacement.Number,
            Kind = replacement.Kind,
            State = replacement.State,
            Cause = replacement.Cause,
            CauseNumber = replacement.CauseNumber,
            Order = order.Number,
            StoreName = order.StoreName,
            Way = replacement.Way,
            WayName = replacement.Way == ShipmentKind.Pickup ? "Ambil di toko" : order.Shipping.Service,
            Destination = new OrderDestination(to.Recipient, to.Phone, to.Street, to.Region, to.PostalCode, to.Landmark),
            Code = forBuyer && replacement.State == ReplacementState.Sent ? replacement.Code : null,
            IsLocked = replacement.IsLocked,
            LacksStock = !replacement.HasStock && replacement.Pieces.Count > 0 && replacement.State is ReplacementState.AwaitingReturn or ReplacementState.AwaitingShipment,
            TrackingNumber = parcel?.TrackingNumber ?? "",
            Proof = parcel?.Proof is null ? null : parcel.Id,
            OpenedAt = replacement.OpenedAt,
            SentAt = replacement.SentAt,
            NotArrivedAt = replacement.NotArrivedAt,
            EndedAt = replacement.EndedAt,
            Deadline = replacement is { Clock: { } clock, DueAt: { } due } ? new ReplacementDeadline(clock, due) : null,
            Contents = await ContentsOf(db, replacement, order, cancellationToken),
            Steps = await db.StateChanges.Where(c => c.SubjectId == replacement.Id.Value && c.Subject == "replacement").OrderBy(c => c.Id)
                .Select(c => new OrderStep(c.From, c.To, c.ActorRole, c.At, c.ReasonCode, c.Note)).ToListAsync(cancellationToken),
        };
    }

    /// <summary>What was bought, and the variant that is sent instead where it is another.</summary>
    static async Task<IReadOnlyList<ParcelContent>> ContentsOf(IKomejiDb db, Replacement replacement, Order order, CancellationToken cancellationToken)
    {
        var bought = order.Lines.ToDictionary(l => l.Id);
        var variants = replacement.Lines.Select(l => l.VariantId).ToList();
        var names = await db.Variants.Where(v => variants.Contains(v.Id)).Select(v => new { v.Id, v.Name }).ToDictionaryAsync(v => v.Id, v => v.Name, cancellationToken);
        return
        [
            .. replacement.Lines.OrderBy(l => l.OrderLineId.Value).Select(l => new ParcelContent(
                bought[l.OrderLineId].VariantId == l.VariantId ? bought[l.OrderLineId].FullName() : $"{bought[l.OrderLineId].ProductName}, {names.GetValueOrDefault(l.VariantId, "")}", l.Pieces)),
        ];
    }
}

/// <summary>What happens next by itself, and when.</summary>
public sealed record ReplacementDeadline(ReplacementClock Clock, DateTimeOffset At);
