using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Shipping;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping;

/// <summary>The districts the seller's shop brings goods to, by name.</summary>
public sealed record ListDeliveryAreas : IQuery<IReadOnlyList<DeliveryAreaRow>>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ListDeliveryAreas, IReadOnlyList<DeliveryAreaRow>>
    {
        public async Task<IReadOnlyList<DeliveryAreaRow>> Handle(ListDeliveryAreas request, CancellationToken cancellationToken)
        {
            var shop = (await desk.At(ShopRights.Page, cancellationToken)).Id;
            var rows = await db.DeliveryAreas.AsNoTracking()
                .Where(a => a.StoreId == shop)
                .Select(a => new { Area = a, Name = db.Regions.Where(r => r.Code == a.DistrictCode).Select(r => r.FullName).FirstOrDefault() ?? a.DistrictCode })
                .OrderBy(a => a.Name).ToListAsync(cancellationToken);
            return [.. rows.Select(r => new DeliveryAreaRow(r.Area.DistrictCode, r.Name, new DeliveryTerms(r.Area.Fee, r.Area.FreeFrom, r.Area.Schedule, r.Area.EtaMinDays, r.Area.EtaMaxDays)))];
        }
    }
}

/// <param name="District">Name with regency and province.</param>
public sealed record DeliveryAreaRow(string Code, string District, DeliveryTerms Terms);
