using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping.Points;

/// <summary>A keeper's points and the parcels there: to come, waiting for their buyers, and to be fetched back by the shop.</summary>
/// <param name="Q">The end of an order's number, or part of a recipient's or a shop's name.</param>
public sealed record ShowMyPoints(string? Q) : IQuery<MyPoints>
{
    const int Most = 200;

    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ShowMyPoints, MyPoints>
    {
        /// <exception cref="NotFound">The person keeps no point.</exception>
        public async Task<MyPoints> Handle(ShowMyPoints request, CancellationToken cancellationToken)
        {
            var keeper = user.Require();
            var points = await db.PickupPoints.AsNoTracking().Where(p => p.Keepers.Any(k => k.UserId == keeper)).OrderBy(p => p.Name)
                .Select(p => new MyPoint(p.Name, p.Street, p.OpeningHours)).ToListAsync(cancellationToken);
            if (points.Count == 0)
            {
                throw new NotFound();
            }

            var orders = Searched(db.Orders.AsNoTracking().KeptBy(keeper, db.PickupPoints), request.Q);
            return new MyPoints(
                points,
                await Rows(orders.Where(o => o.State == OrderState.Processing), cancellationToken),
                await Rows(orders.Where(o => o.State == OrderState.ReadyForPickup), cancellationToken),
                await Rows(orders.Where(o => o.State == OrderState.Cancelled && db.Shipments.Any(s => s.OrderId == o.Id && s.State == ShipmentState.ReturnedToSender)), cancellationToken));
        }

        async Task<IReadOnlyList<PointParcel>> Rows(IQueryable<Order> orders, CancellationToken cancellationToken) =>
            await orders.OrderBy(o => o.PlacedAt).ThenBy(o => o.Id).Take(Most)
                .Select(o => new PointParcel(
                    o.Number, o.StoreName, o.Destination.Recipient, o.Shipping.Service, o.Lines.Sum(l => l.Quantity), o.PickupFailures >= Order.PickupTries,
                    o.Timers.Where(t => t.EndedAt == null && t.Action == OrderTimerAction.CancelUncollected).Select(t => (DateTimeOffset?)t.DueAt).FirstOrDefault()))
                .ToListAsync(cancellationToken);

#pragma warning disable CA1304, CA1311, CA1862 // The database folds the case.
        static IQueryable<Order> Searched(IQueryable<Order> orders, string? q)
        {
            if (q?.Trim() is not { Length: > 0 and <= 100 } words)
            {
                return orders;
            }

            var folded = words.ToLowerInvariant();
            return orders.Where(o => o.Number.ToLower().Contains(folded) || o.Destination.Recipient.ToLower().Contains(folded) || o.StoreName.ToLower().Contains(folded));
        }
#pragma warning restore CA1304, CA1311, CA1862
    }
}

/// <param name="Coming">Being packed; the shop brings them.</param>
/// <param name="Waiting">For their buyers.</param>
/// <param name="Returning">Not collected; the shop fetches them.</param>
public sealed record MyPoints(IReadOnlyList<MyPoint> Points, IReadOnlyList<PointParcel> Coming, IReadOnlyList<PointParcel> Waiting, IReadOnlyList<PointParcel> Returning);

public sealed record MyPoint(string Name, string Street, string OpeningHours);

/// <param name="Locked">Five wrong codes; only an operator helps.</param>
/// <param name="Until">When it is cancelled by itself.</param>
public sealed record PointParcel(string Number, string StoreName, string Recipient, string Point, int Pieces, bool Locked, DateTimeOffset? Until);
