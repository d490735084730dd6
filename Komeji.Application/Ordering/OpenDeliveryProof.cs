using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>On whose page an order is looked at.</summary>
public enum OrderOnlooker
{
    Buyer,
    Seller,
    Staff,
}

/// <summary>The photo a delivery was proved with. It shows a stranger's door, so only the two sides and the staff see it.</summary>
/// <param name="Parcel">Of one of several parcels; null for the last photo of the order.</param>
public sealed record OpenDeliveryProof(string Number, OrderOnlooker Onlooker, ShipmentId? Parcel = null) : IQuery<DeliveryProof>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ShopDesk desk, IPrivateFiles files) : IRequestHandler<OpenDeliveryProof, DeliveryProof>
    {
        /// <exception cref="NotFound">No such order of theirs, or none with a photo.</exception>
        public async Task<DeliveryProof> Handle(OpenDeliveryProof request, CancellationToken cancellationToken)
        {
            var orders = (await Visible(request.Onlooker, cancellationToken)).Where(o => o.Number == request.Number);
            var key = request.Parcel is { } parcel
                ? await orders.SelectMany(o => db.Shipments.Where(s => s.OrderId == o.Id && s.Id == parcel)).Select(s => s.Proof).SingleOrDefaultAsync(cancellationToken)
                : await orders.Select(o => o.DeliveryProof).SingleOrDefaultAsync(cancellationToken);
            return key is not null && await files.Open(key, cancellationToken) is { } photo ? new DeliveryProof(key, photo) : throw new NotFound();
        }

        async Task<IQueryable<Order>> Visible(OrderOnlooker onlooker, CancellationToken cancellationToken) => onlooker switch
        {
            OrderOnlooker.Buyer => db.Orders.BoughtBy(user.Require()),
            OrderOnlooker.Seller => db.Orders.SoldBy(await desk.At(ShopRights.Orders, cancellationToken)),
            OrderOnlooker.Staff when user.IsIn(Roles.Operator) || user.IsIn(Roles.CallCentre) => db.Orders,
            _ => throw new NotFound(),
        };
    }
}

/// <param name="Key">Its ending says what kind of picture it is.</param>
public sealed record DeliveryProof(string Key, Stream Photo);
