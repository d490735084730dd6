using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping;

/// <summary>The parcel follows its order: packed when the shop accepts, ended when the order arrives, comes back or is cancelled.</summary>
sealed class WhenOrderMoves(IKomejiDb db, TimeProvider clock)
    : IReaction<OrderAccepted>, IReaction<OrderDelivered>, IReaction<OrderReturnedToSender>, IReaction<OrderCancelled>
{
    public async Task Handle(Happened<OrderAccepted> notification, CancellationToken cancellationToken)
    {
        var order = await db.Orders.SingleAsync(o => o.Id == notification.Fact.OrderId, cancellationToken);
        if (order.Appointment is null)
        {
            await db.ParcelOf(order, clock.GetUtcNow(), cancellationToken);
        }
    }

    public async Task Handle(Happened<OrderDelivered> notification, CancellationToken cancellationToken) =>
        (await Open(notification.Fact.OrderId, cancellationToken))?.Deliver(Actor.System, clock.GetUtcNow());

    public async Task Handle(Happened<OrderReturnedToSender> notification, CancellationToken cancellationToken) =>
        (await Open(notification.Fact.OrderId, cancellationToken))?.ComeBack(Actor.System, clock.GetUtcNow());

    public async Task Handle(Happened<OrderCancelled> notification, CancellationToken cancellationToken) =>
        (await Open(notification.Fact.OrderId, cancellationToken))?.Cancel(Actor.System, clock.GetUtcNow());

    Task<Shipment?> Open(OrderId orderId, CancellationToken cancellationToken) =>
        db.Shipments.SingleOrDefaultAsync(s => s.OrderId == orderId && s.EndedAt == null, cancellationToken);
}
