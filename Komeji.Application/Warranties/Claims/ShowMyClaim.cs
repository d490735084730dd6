using Komeji.Application.Common;
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
                return new MyClaim(page, null, [], null, false);
            }

            var claim = await mine.Load(request.Claim, cancellationToken);
            var shop = await db.Stores.AsNoTracking().Where(s => s.Id == claim.StoreId)
                .Select(s => new SendTo(s.Name, s.Street, db.Regions.Where(r => r.Code == s.VillageCode).Select(r => r.FullName).FirstOrDefault() ?? "")).SingleAsync(cancellationToken);
            var points = await db.DropPoints(claim).AsNoTracking().OrderBy(p => p.Name).ThenBy(p => p.Id)
                .Select(p => new DropPoint(p.Id.Value, p.Name, p.Street, p.OpeningHours)).ToListAsync(cancellationToken);
            return new MyClaim(page, shop, points, claim.DropCode, claim.IsLocked);
        }
    }
}

/// <param name="SendTo">Null while nothing is to be sent.</param>
/// <param name="Code">What she shows at the chosen point; null where none is chosen.</param>
/// <param name="IsLocked">It was typed wrong too often: she chooses the point once more.</param>
public sealed record MyClaim(ClaimPage Claim, SendTo? SendTo, IReadOnlyList<DropPoint> Points, string? Code, bool IsLocked);

public sealed record SendTo(string Name, string Street, string Region);

public sealed record DropPoint(Guid Id, string Name, string Street, string OpeningHours);
