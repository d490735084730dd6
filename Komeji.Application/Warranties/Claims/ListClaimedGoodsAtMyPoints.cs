using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Claims;

/// <summary>Claimed things that come to the points a keeper keeps, and those that wait there for the shop. Whoever keeps none has none.</summary>
public sealed record ListClaimedGoodsAtMyPoints : IQuery<IReadOnlyList<ClaimedGoods>>
{
    const int Most = 200;

    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ListClaimedGoodsAtMyPoints, IReadOnlyList<ClaimedGoods>>
    {
        public async Task<IReadOnlyList<ClaimedGoods>> Handle(ListClaimedGoodsAtMyPoints request, CancellationToken cancellationToken) =>
            await db.WarrantyClaims.AsNoTracking().BroughtTo(user.Require(), db.PickupPoints).OrderBy(c => c.SubmittedAt).ThenBy(c => c.Id).Take(Most)
                .Select(c => new ClaimedGoods(
                    c.Number,
                    db.WarrantyCards.Where(k => k.Id == c.CardId).Select(k => k.ProductName).First(),
                    db.WarrantyCards.Where(k => k.Id == c.CardId).Select(k => k.StoreName).First(),
                    db.PickupPoints.Where(p => p.Id == c.PointId).Select(p => p.Name).First(),
                    c.SentAt))
                .ToListAsync(cancellationToken);
    }
}

/// <param name="TakenInAt">Null while it is still to come.</param>
public sealed record ClaimedGoods(string Number, string ProductName, string StoreName, string Point, DateTimeOffset? TakenInAt);
