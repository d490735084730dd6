using Komeji.Application.Common;
using Komeji.Application.Shipping;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>A parcel came back to the shop.</summary>
/// <param name="Parcel">Which of several; null when only one is under way.</param>
public sealed record ReturnOrder(string Number, string Reason, ShipmentId? Parcel = null) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<ReturnOrder>
    {
        public async Task<Unit> Handle(ReturnOrder request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var order = await db.Orders.SoldBy(shop).Load(request.Number, cancellationToken);
            order.ReturnToSender(shop.Actor, request.Reason, clock.GetUtcNow());
            var parcels = await db.ParcelsUnderWay(order, cancellationToken);
            parcels.Named(request.Parcel).ComeBack(shop.Actor, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
