using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Settings;
using Komeji.Application.Shipping;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>
/// The shop shows that a parcel came: who took it, and a photo, which is cleaned before the transaction. The order has arrived
/// with the last of its parcels.
/// </summary>
/// <param name="Parcel">Which of several; null when only one is under way.</param>
public sealed record ProveDelivery(string Number, string Receiver, Stream Photo, ShipmentId? Parcel = null) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, IPictures pictures, IPrivateFiles files, SettingsInForce settings, UnitOfWork unitOfWork, TimeProvider clock)
        : IRequestHandler<ProveDelivery>
    {
        public async Task<Unit> Handle(ProveDelivery request, CancellationToken cancellationToken)
        {
            // Before any work is done for a photo that would be refused.
            (await db.Orders.AsNoTracking().SoldBy(await desk.At(ShopRights.Orders, cancellationToken)).Load(request.Number, cancellationToken)).CheckProof(request.Receiver);
            var photo = await pictures.Clean(request.Photo, cancellationToken);
            await files.SaveFor(
                [photo],
                keys => unitOfWork.Run(() => Prove(request, keys[0], cancellationToken), cancellationToken),
                key => db.Shipments.AnyAsync(s => s.Proof == key, CancellationToken.None),
                cancellationToken);
            return Unit.Value;
        }

        async Task Prove(ProveDelivery request, string key, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var (seller, order) = (shop.Actor, await db.Orders.SoldBy(shop).Load(request.Number, cancellationToken));
            var parcels = await db.ParcelsUnderWay(order, cancellationToken);
            if (parcels.Count <= 1 && order.State != OrderState.PartiallyShipped)
            {
                order.ProveDelivery(seller, request.Receiver, key, await settings.OrderTerms(cancellationToken), now);
            }
            else
            {
                order.ProvePart(seller, request.Receiver, key, now);
            }

            parcels.Named(request.Parcel).Deliver(seller, now, key);
        }
    }
}
