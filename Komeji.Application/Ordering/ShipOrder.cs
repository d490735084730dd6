using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Shipping;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>A parcel leaves the shop: all that is left to send, or some pieces of it; also once more after one came back.</summary>
/// <param name="TrackingNumber">Nomor resi; not asked where the shop brings the goods itself.</param>
/// <param name="Pieces">For each line how many leave now; null for all that is left.</param>
public sealed record ShipOrder(string Number, string TrackingNumber, IReadOnlyDictionary<OrderLineId, int>? Pieces = null) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, ICodes codes, TimeProvider clock) : IRequestHandler<ShipOrder>
    {
        public async Task<Unit> Handle(ShipOrder request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var seller = shop.Actor;
            var order = await db.Orders.SoldBy(shop).Load(request.Number, cancellationToken);
            var parcel = await db.ParcelOf(order, now, cancellationToken);
            parcel.Pack(order.State == OrderState.ReturnedToSender
                ? await CameBack(order, cancellationToken)
                : order.Lines.Select(l => (l.Id, request.Pieces?.GetValueOrDefault(l.Id) ?? l.Open)));
            if (order.Shipping.Kind == ShipmentKind.SellerDelivery)
            {
                parcel.SetOut(seller, now);
                order.PromiseCode(codes.SixDigits());
            }
            else
            {
                parcel.HandToCourier(request.TrackingNumber, seller, now);
            }

            var terms = await settings.OrderTerms(cancellationToken);
            if (request.Pieces is { } pieces && order.State != OrderState.ReturnedToSender)
            {
                order.ShipPart(seller, pieces, terms, now);
            }
            else
            {
                order.Ship(seller, terms, now);
            }

            return Unit.Value;
        }

        /// <summary>What was in the parcel that came back or was lost.</summary>
        async Task<IEnumerable<(OrderLineId, int)>> CameBack(Order order, CancellationToken cancellationToken)
        {
            var last = await db.Shipments.AsNoTracking().Include(s => s.Lines)
                .Where(s => s.OrderId == order.Id && s.ReplacementId == null && (s.State == ShipmentState.ReceivedBack || s.State == ShipmentState.Lost))
                .OrderByDescending(s => s.EndedAt).FirstOrDefaultAsync(cancellationToken);
            return last?.Lines.Select(l => (l.OrderLineId, l.Pieces)) ?? [];
        }
    }
}
