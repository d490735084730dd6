using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Shipping;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping.Points;

/// <summary>One community point with its keepers, to be edited by the operator.</summary>
public sealed record ShowPoint(PointId Id) : IQuery<PointPage>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ShowPoint, PointPage>
    {
        public async Task<PointPage> Handle(ShowPoint request, CancellationToken cancellationToken)
        {
            var point = await db.PickupPoints.AsNoTracking().Include(p => p.Keepers).SingleOrDefaultAsync(p => p.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var ids = point.Keepers.Select(k => k.UserId.Value).ToList();
            var names = await db.Users.Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.FullName, Contact = u.Email ?? u.PhoneNumber ?? "" }).ToDictionaryAsync(u => u.Id, cancellationToken);
            return new PointPage(
                point.Id,
                new PointFacts(point.Name, point.Phone, point.VillageCode, point.Street, point.OpeningHours),
                point.IsOpen,
                [.. point.Keepers.OrderBy(k => k.Since).Select(k => new KeeperRow(k.UserId, names[k.UserId.Value].FullName, names[k.UserId.Value].Contact, k.Since))]);
        }
    }
}

public sealed record PointPage(PointId Id, PointFacts Facts, bool IsOpen, IReadOnlyList<KeeperRow> Keepers);

public sealed record KeeperRow(UserId Person, string Name, string Contact, DateTimeOffset Since);
