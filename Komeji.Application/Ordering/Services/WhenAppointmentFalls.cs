using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Services;

/// <summary>An order ended before its service was done: others can have its time.</summary>
sealed class WhenAppointmentFalls(IKomejiDb db, Bookings bookings) : IReaction<OrderExpired>, IReaction<OrderCancelled>
{
    public Task Handle(Happened<OrderExpired> notification, CancellationToken cancellationToken) => GiveBack(notification.Fact.OrderId, cancellationToken);

    public Task Handle(Happened<OrderCancelled> notification, CancellationToken cancellationToken) => GiveBack(notification.Fact.OrderId, cancellationToken);

    async Task GiveBack(OrderId id, CancellationToken cancellationToken)
    {
        var order = await db.Orders.SingleAsync(o => o.Id == id, cancellationToken);
        if (order.Appointment is { } appointment)
        {
            await bookings.GiveBack(appointment, cancellationToken);
        }
    }
}
