using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping;

/// <summary>The seller no longer brings goods to a district; orders placed before keep their way.</summary>
public sealed record RemoveDeliveryArea(string District) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<RemoveDeliveryArea>
    {
        public async Task<Unit> Handle(RemoveDeliveryArea request, CancellationToken cancellationToken)
        {
            var owner = user.Require();
            var area = await db.DeliveryAreas.SingleOrDefaultAsync(
                a => a.DistrictCode == request.District && db.Stores.Any(s => s.Id == a.StoreId && s.OwnerId == owner), cancellationToken) ?? throw new NotFound();
            db.DeliveryAreas.Remove(area);
            return Unit.Value;
        }
    }
}
