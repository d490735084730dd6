using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>Whoever acts on an order finds it only through what is theirs: a foreign one is not there.</summary>
public static class OrdersOf
{
    public static IQueryable<Order> BoughtBy(this IQueryable<Order> orders, UserId buyer) => orders.Where(o => o.BuyerId == buyer);

    /// <summary>What staff bought there before they worked there is another's matter.</summary>
    public static IQueryable<Order> SoldBy(this IQueryable<Order> orders, ShopPost shop)
    {
        var (store, person) = (shop.Id, new UserId(shop.Actor.UserId!.Value));
        return orders.Where(o => o.StoreId == store && o.BuyerId != person);
    }

    /// <summary>Paid orders that come or came to a community point this person keeps.</summary>
    public static IQueryable<Order> KeptBy(this IQueryable<Order> orders, UserId keeper, IQueryable<PickupPoint> points) =>
        orders.Where(o => o.PaidAt != null && o.Shipping.PointId != null && points.Any(p => p.Id == o.Shipping.PointId && p.Keepers.Any(k => k.UserId == keeper)));

    /// <summary>One order with its lines and clocks, to be changed.</summary>
    /// <exception cref="Common.NotFound">It is not there, or not theirs.</exception>
    public static async Task<Order> Load(this IQueryable<Order> orders, string number, CancellationToken cancellationToken) =>
        await orders.Include(o => o.Lines).Include(o => o.Timers).SingleOrDefaultAsync(o => o.Number == number, cancellationToken)
        ?? throw new Common.NotFound();
}
