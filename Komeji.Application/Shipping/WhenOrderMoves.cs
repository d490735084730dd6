using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping;

/// <summary>Parcels follow their order: packed when the shop accepts, ended when the order has arrived or is cancelled.</summary>
sealed class WhenOrderMoves(IKomejiDb db, SettingsInForce settings, TimeProvider clock)
    : IReaction<OrderAccepted>, IReaction<OrderDelivered>, IReaction<OrderCancelled>, IReaction<OrderRestCancelled>
{
    public async Task Handle(Happened<OrderAccepted> notification, CancellationToken cancellationToken)
    {
        var order = await db.Orders.SingleAsync(o => o.Id == notification.Fact.OrderId, cancellationToken);
        if (order.Appointment is null)
        {
            await db.ParcelOf(order, clock.GetUtcNow(), cancellationToken);
        }
    }

    public async Task Handle(Happened<OrderDelivered> notification, CancellationToken cancellationToken)
    {
        foreach (var parcel in await Open(notification.Fact.OrderId, cancellationToken))
        {
            if (parcel.State == ShipmentState.Prepared)
            {
                parcel.Cancel(Actor.System, clock.GetUtcNow());
            }
            else
            {
                parcel.Deliver(Actor.System, clock.GetUtcNow());
            }
        }
    }

    /// <summary>What waits at a community point goes back to the shop.</summary>
    public async Task Handle(Happened<OrderCancelled> notification, CancellationToken cancellationToken)
    {
        foreach (var parcel in await Open(notification.Fact.OrderId, cancellationToken))
        {
            if (parcel is { Kind: ShipmentKind.CommunityPoint, State: ShipmentState.ReadyForPickup })
            {
                parcel.SendBack(Actor.System, clock.GetUtcNow());
            }
            else
            {
                parcel.Cancel(Actor.System, clock.GetUtcNow());
            }
        }
    }

    /// <summary>What was sent may all have arrived before: then the order has arrived with the end of the waiting.</summary>
    public async Task Handle(Happened<OrderRestCancelled> notification, CancellationToken cancellationToken)
    {
        var open = await Open(notification.Fact.OrderId, cancellationToken);
        open.Where(p => p.State == ShipmentState.Prepared).ToList().ForEach(parcel => parcel.Cancel(Actor.System, clock.GetUtcNow()));
        if (!open.Any(p => p.IsUnderWay))
        {
            var order = await db.Orders.Include(o => o.Timers).SingleAsync(o => o.Id == notification.Fact.OrderId, cancellationToken);
            order.ArriveWhole(await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
        }
    }

    /// <summary>Parcels changed in this transaction are asked as they are now, not as they were stored.</summary>
    async Task<List<Shipment>> Open(OrderId orderId, CancellationToken cancellationToken) =>
        [.. (await db.Shipments.Where(s => s.OrderId == orderId && s.ReplacementId == null && s.EndedAt == null).ToListAsync(cancellationToken)).Where(s => s.EndedAt is null)];
}
