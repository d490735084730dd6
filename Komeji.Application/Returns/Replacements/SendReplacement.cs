using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Ordering;
using Komeji.Domain.Returns;
using Komeji.Domain.Shipping;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns.Replacements;

/// <summary>The shop sends it, or has it ready to be collected. What was not in stock when it was agreed is taken from the stock now.</summary>
/// <param name="TrackingNumber">Nomor resi; not asked where the shop hands it over itself.</param>
public sealed record SendReplacement(string Replacement, string TrackingNumber) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, Stock stock, SettingsInForce settings, ICodes codes, TimeProvider clock) : IRequestHandler<SendReplacement>
    {
        public async Task<Unit> Handle(SendReplacement request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var replacement = await db.Replacements.SoldBy(shop).Load(request.Replacement, cancellationToken);
            replacement.CheckSending();
            await stock.SetAsideFor(replacement, cancellationToken);
            var way = (await db.Orders.AsNoTracking().SingleAsync(o => o.Id == replacement.OrderId, cancellationToken)).Shipping;
            replacement.Send(shop.Actor, codes.SixDigits(), way.EtaMaxDays, await settings.ReturnTerms(cancellationToken), now);
            db.Shipments.Add(Parcel(replacement, way, request.TrackingNumber, shop, now));
            return Unit.Value;
        }

        static Shipment Parcel(Replacement replacement, ShippingChoice way, string trackingNumber, ShopPost shop, DateTimeOffset now)
        {
            var isCollected = replacement.Way == ShipmentKind.Pickup;
            var parcel = Shipment.Prepare(replacement.OrderId, replacement.Way, isCollected ? "" : way.Courier, isCollected ? "Ambil di toko" : way.Service, now, replacement.Id);
            parcel.Pack(replacement.Lines.Select(l => (l.OrderLineId, l.Pieces)));
            switch (replacement.Way)
            {
                case ShipmentKind.Courier:
                    parcel.HandToCourier(trackingNumber, shop.Actor, now);
                    break;
                case ShipmentKind.SellerDelivery:
                    parcel.SetOut(shop.Actor, now);
                    break;
                default:
                    parcel.WaitForPickup(shop.Actor, now);
                    break;
            }

            return parcel;
        }
    }
}
