using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Shipping;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>The parcel is with the courier; also once more after it came back.</summary>
/// <param name="TrackingNumber">Nomor resi.</param>
public sealed record ShipOrder(string Number, string TrackingNumber) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ShipOrder>
    {
        public async Task<Unit> Handle(ShipOrder request, CancellationToken cancellationToken)
        {
            var seller = user.Require();
            var order = await db.Orders.SoldBy(seller, db.Stores).Load(request.Number, cancellationToken);
            var parcel = await db.ParcelOf(order, clock.GetUtcNow(), cancellationToken);
            parcel.HandToCourier(request.TrackingNumber, Actor.Seller(seller.Value), clock.GetUtcNow());
            order.Ship(Actor.Seller(seller.Value), await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
