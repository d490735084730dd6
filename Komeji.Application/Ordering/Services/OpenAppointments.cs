using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Services;

static class OpenAppointments
{
    static readonly OrderState[] Open = [OrderState.AwaitingPayment, OrderState.AwaitingSeller, OrderState.Processing];

    /// <summary>When a service is at work for orders that are not done, from some moment on.</summary>
    /// <param name="except">An order whose time is being moved: where it is now does not stand in its way.</param>
    public static async Task<IReadOnlyList<BusyTime>> TimesAtWork(this IKomejiDb db, ProductId product, DateTimeOffset from, OrderId? except, CancellationToken cancellationToken)
    {
        var orders = db.Orders.AsNoTracking().Where(o => o.Appointment != null && o.Appointment.ProductId == product && o.Appointment.EndsAt > from && Open.Contains(o.State));
        if (except is { } moved)
        {
            orders = orders.Where(o => o.Id != moved);
        }

        var times = await orders.Select(o => new { o.Appointment!.StartsAt, o.Appointment.EndsAt }).ToListAsync(cancellationToken);
        return [.. times.Select(t => new BusyTime(t.StartsAt, t.EndsAt))];
    }
}
