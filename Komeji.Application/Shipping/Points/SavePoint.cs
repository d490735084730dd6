using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Regions;
using Komeji.Domain.Shipping;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping.Points;

/// <summary>The operator opens a community point, or changes what it says about itself. A new one is offered once it has a keeper.</summary>
/// <param name="Id">Null for a new one.</param>
/// <exception cref="RuleBroken"><c>point.phone</c>, <c>point.village</c>, <c>point.texts</c></exception>
public sealed record SavePoint(PointId? Id, PointFacts Facts) : ICommand<PointId>
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<SavePoint, PointId>
    {
        public async Task<PointId> Handle(SavePoint request, CancellationToken cancellationToken)
        {
            var phone = PhoneNumber.Normalise(request.Facts.Phone) ?? throw new RuleBroken("point.phone", "Tulis nomor ponsel titik ambil seperti 0812-3456-7890.");
            if (!await db.Regions.AnyAsync(r => r.Code == request.Facts.VillageCode && r.Level == RegionLevel.Village, cancellationToken))
            {
                throw new RuleBroken("point.village", "Pilih kelurahan atau desa: ketik namanya lalu pilih dari hasilnya, atau telusuri dari provinsi.");
            }

            var facts = request.Facts with { Phone = phone };
            if (request.Id is { } id)
            {
                (await db.PickupPoints.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) ?? throw new NotFound()).Describe(facts);
                return id;
            }

            var point = PickupPoint.Open(facts, clock.GetUtcNow());
            point.Close();
            db.PickupPoints.Add(point);
            return point.Id;
        }
    }
}
