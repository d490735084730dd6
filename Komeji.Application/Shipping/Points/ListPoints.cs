using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping.Points;

/// <summary>All community points, by name, for the operator. The page's policy says who that is.</summary>
/// <param name="Q">Part of a name or a street.</param>
public sealed record ListPoints(string? Q, int Page) : IQuery<PageOf<PointRow>>
{
    const int PageSize = 30;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListPoints, PageOf<PointRow>>
    {
        public Task<PageOf<PointRow>> Handle(ListPoints request, CancellationToken cancellationToken)
        {
            var points = db.PickupPoints.AsNoTracking();
            if (request.Q?.Trim() is { Length: > 0 and <= 100 } words)
            {
                points = Named(points, words);
            }

            return points.OrderBy(p => p.Name).ThenBy(p => p.Id)
                .Select(p => new PointRow(
                    p.Id, p.Name, p.Street, db.Regions.Where(r => r.Code == p.VillageCode).Select(r => r.FullName).FirstOrDefault() ?? "",
                    p.IsOpen, p.Keepers.Count, db.ServedPoints.Count(s => s.PointId == p.Id),
                    db.Orders.Count(o => o.Shipping.PointId == p.Id && o.State == OrderState.ReadyForPickup)))
                .ToPage(request.Page, PageSize, cancellationToken);
        }

#pragma warning disable CA1304, CA1311, CA1862 // The database folds the case.
        static IQueryable<PickupPoint> Named(IQueryable<PickupPoint> points, string words)
        {
            var folded = words.ToLowerInvariant();
            return points.Where(p => p.Name.ToLower().Contains(folded) || p.Street.ToLower().Contains(folded));
        }
#pragma warning restore CA1304, CA1311, CA1862
    }
}

/// <param name="Shops">How many shops bring parcels there.</param>
/// <param name="Waiting">Parcels that wait there now.</param>
public sealed record PointRow(PointId Id, string Name, string Street, string Region, bool IsOpen, int Keepers, int Shops, int Waiting);
