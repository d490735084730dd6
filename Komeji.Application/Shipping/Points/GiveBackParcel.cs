using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Domain.Common;
using Komeji.Domain.Shipping;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping.Points;

/// <summary>The shop has fetched a parcel that nobody collected.</summary>
public sealed record GiveBackParcel(string Number) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<GiveBackParcel>
    {
        public async Task<Unit> Handle(GiveBackParcel request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var order = await db.Orders.KeptBy(me, db.PickupPoints).Load(request.Number, cancellationToken);
            var parcel = await db.Shipments.SingleOrDefaultAsync(s => s.OrderId == order.Id && s.ReplacementId == null && s.State == ShipmentState.ReturnedToSender, cancellationToken)
                ?? throw new RuleBroken("shipment.illegal_move", "Paket ini tidak menunggu diambil penjual. Muat ulang halaman.");
            parcel.FetchBack(Actor.Keeper(me.Value), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
