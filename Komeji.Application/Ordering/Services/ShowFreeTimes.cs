using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Services;

/// <summary>The times the shop can propose instead of an order's.</summary>
public sealed record ShowFreeTimes(string Number) : IQuery<FreeTimesPage>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ShowFreeTimes, FreeTimesPage>
    {
        /// <exception cref="NotFound">No such order in this person's shop, or one of goods.</exception>
        public async Task<FreeTimesPage> Handle(ShowFreeTimes request, CancellationToken cancellationToken)
        {
            var order = await db.Orders.AsNoTracking().SoldBy(await desk.At(ShopRights.Orders, cancellationToken)).Where(o => o.PaidAt != null).Load(request.Number, cancellationToken);
            var appointment = order.Appointment ?? throw new NotFound();
            return new FreeTimesPage(order.Number, appointment.StartsAt, await db.TimesFor(order, await settings.Calendar(cancellationToken), clock.GetUtcNow(), cancellationToken));
        }
    }
}

public sealed record FreeTimesPage(string Number, DateTimeOffset Agreed, IReadOnlyList<FreeDay> Days);

static class TimesOfOrder
{
    /// <summary>None when the service is no longer offered.</summary>
    public static async Task<IReadOnlyList<FreeDay>> TimesFor(this IKomejiDb db, Order order, WorkingCalendar calendar, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var product = order.Appointment?.ProductId;
        var terms = await db.Products.AsNoTracking().Where(p => p.Id == product).Select(p => p.Service).SingleOrDefaultAsync(cancellationToken);
        var shop = await db.Stores.AsNoTracking().SingleAsync(s => s.Id == order.StoreId, cancellationToken);
        return terms is null ? [] : await db.Of(product!.Value, terms, new ClosedDays(shop, calendar), order.Id, now, cancellationToken);
    }
}
