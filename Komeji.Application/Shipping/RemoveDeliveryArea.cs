using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping;

/// <summary>The seller no longer brings goods to a district; orders placed before keep their way.</summary>
public sealed record RemoveDeliveryArea(string District) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<RemoveDeliveryArea>
    {
        public async Task<Unit> Handle(RemoveDeliveryArea request, CancellationToken cancellationToken)
        {
            var shop = (await desk.At(ShopRights.Page, cancellationToken)).Id;
            var area = await db.DeliveryAreas.SingleOrDefaultAsync(
                a => a.DistrictCode == request.District && a.StoreId == shop, cancellationToken) ?? throw new NotFound();
            db.DeliveryAreas.Remove(area);
            return Unit.Value;
        }
    }
}
