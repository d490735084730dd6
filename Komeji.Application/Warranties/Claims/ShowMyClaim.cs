using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Shipping;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Claims;

/// <summary>One claim as its buyer sees it, with where the thing goes and the points it may be left at.</summary>
public sealed record ShowMyClaim(string Claim) : IQuery<MyClaim>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ShowMyClaim, MyClaim>
    {
        public async Task<MyClaim> Handle(ShowMyClaim request, CancellationToken cancellationToken)
        {
            var mine = db.WarrantyClaims.AsNoTracking().MadeBy(user.Require());
            var page = await ClaimPage.Read(db, mine, request.Claim, cancellationToken);
            if (!page.CanBeSent)
            {
                return new MyClaim(page, null, null, [], null, false);
            }

            var claim = await mine.Load(request.Claim, cancellationToken);
            var shop = await db.Stores.AsNoTracking().Where(s => s.Id == claim.StoreId)
                .Select(s => new SendTo(s.Name, s.Street, db.Regions.Where(r => r.Code == s.VillageCode).Select(r => r.FullName).FirstOrDefault() ?? "")).SingleAsync(cancellationToken);
            var points = await Shown(db.DropPoints(claim).OrderBy(p => p.Name).ThenBy(p => p.Id)).ToListAsync(cancellationToken);
            return new MyClaim(page, shop, await Chosen(claim.PointId, cancellationToken), points, claim.DropCode, claim.IsLocked);
        }

        async Task<DropPoint?> Chosen(PointId? point, CancellationToken cancellationToken) =>
            point is { } id ? await Shown(db.PickupPoints.Where(p => p.Id == id)).SingleOrDefaultAsync(cancellationToken) : null;

        static IQueryable<DropPoint> Shown(IQueryable<PickupPoint> points) => points.AsNoTracking().Select(p => new DropPoint(p.Id.Value, p.Name, p.Street, p.OpeningHours));
    }
}

/// <param name="SendTo">Null while nothing is to be sent.</param>
/// <param name="DropOff">Where the buyer said it will be left; null where she has not.</param>
/// <param name="Code">What she shows at the chosen point; null where none is chosen.</param>
/// <param name="IsLocked">It was typed wrong too often: she chooses the point once more.</param>
public sealed record MyClaim(ClaimPage Claim, SendTo? SendTo, DropPoint? DropOff, IReadOnlyList<DropPoint> Points, string? Code, bool IsLocked);

public sealed record SendTo(string Name, string Street, string Region);

public sealed record DropPoint(Guid Id, string Name, string Street, string OpeningHours);
