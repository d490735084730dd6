using Komeji.Application.Common;
using Komeji.Application.Shipping;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>A parcel came back to the shop.</summary>
/// <param name="Parcel">Which of several; null when only one is under way.</param>
public sealed record ReturnOrder(string Number, string Reason, ShipmentId? Parcel = null) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReturnOrder>
    {
        public async Task<Unit> Handle(ReturnOrder request, CancellationToken cancellationToken)
        {
            var seller = user.Require();
            var order = await db.Orders.SoldBy(seller, db.Stores).Load(request.Number, cancellationToken);
            order.ReturnToSender(Actor.Seller(seller.Value), request.Reason, clock.GetUtcNow());
            var parcels = await db.ParcelsUnderWay(order, cancellationToken);
            parcels.Named(request.Parcel).ComeBack(Actor.Seller(seller.Value), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
