using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Claims;

/// <summary>One claim as its buyer sees it, with the points it may be left at.</summary>
public sealed record ShowMyClaim(string Claim) : IQuery<MyClaim>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ShowMyClaim, MyClaim>
    {
        public async Task<MyClaim> Handle(ShowMyClaim request, CancellationToken cancellationToken)
        {
            var mine = db.WarrantyClaims.AsNoTracking().MadeBy(user.Require());
            var page = await ClaimPage.Read(db, mine, request.Claim, cancellationToken);
            var claim = await mine.Load(request.Claim, cancellationToken);
            return new MyClaim(page, page.CanBeSent
                ? await db.DropPoints(claim).AsNoTracking().OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new DropPoint(p.Id.Value, p.Name, p.Street, p.OpeningHours)).ToListAsync(cancellationToken)
                : []);
        }
    }
}

public sealed record MyClaim(ClaimPage Claim, IReadOnlyList<DropPoint> Points);

public sealed record DropPoint(Guid Id, string Name, string Street, string OpeningHours);
