using Komeji.Application.Common;
using Komeji.Application.Complaints;
using Komeji.Application.Legal.Office;
using Komeji.Domain.Ordering;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Staff;

/// <summary>All orders, newest first, for the cooperative's staff. The page's policy says who that is.</summary>
/// <param name="Search">The beginning of an order's or purchase's number, or words of a shop's name.</param>
public sealed record ListOrders(OrderGroup Group, string? Search, int Page) : IQuery<PageOf<OrderRow>>
{
    const int PageSize = 30;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListOrders, PageOf<OrderRow>>
    {
        public Task<PageOf<OrderRow>> Handle(ListOrders request, CancellationToken cancellationToken)
        {
            var orders = db.Orders.AsNoTracking();
            if (OrderGroups.StatesOf(request.Group) is { Count: > 0 } states)
            {
                orders = orders.Where(o => states.Contains(o.State));
            }

            if (request.Search?.Trim() is { Length: > 0 and <= 100 } words)
            {
                orders = Named(orders, words);
            }

            var complaints = db.Complaints.Open();
            return orders.OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Id)
                .Select(o => new OrderRow(
                    o.Number, o.StoreName, o.Destination.Recipient,
                    o.State, o.PlacedAt, (long)o.Goods + (long)o.Shipping.Fee - (long)o.CooperativeDiscount, o.Appointment != null, o.Appointment == null ? null : o.Appointment.StartedAt)
                {
                    Complained = complaints.Any(c => c.OrderId == o.Id),
                })
                .ToPage(request.Page, PageSize, cancellationToken);
        }

        /// <summary>Numbers are looked up from their beginning; other words are a shop's, of which there are few beside its orders.</summary>
        IQueryable<Order> Named(IQueryable<Order> orders, string words)
        {
            var number = words.ToUpperInvariant();
            if (number.StartsWith("KMJ-", StringComparison.Ordinal))
            {
                return number.Length == Order.NumberLength ? orders.Where(o => o.Number == number) : orders.Where(o => o.Number.StartsWith(number));
            }

            if (number.StartsWith("BLJ-", StringComparison.Ordinal))
            {
                return orders.Where(o => db.Purchases.Any(p => p.Id == o.PurchaseId && p.Number.StartsWith(number)));
            }

            var shops = db.StoresNamed(words);
            return orders.Where(o => shops.Any(s => s.Id == o.StoreId));
        }
    }
}

public sealed record OrderRow(string Number, string StoreName, string Recipient, OrderState State, DateTimeOffset PlacedAt, long Total, bool IsService, DateTimeOffset? StartedAt)
{
    /// <summary>A complaint is open.</summary>
    public bool Complained { get; init; }

    public Enum Shown => ServiceStages.Shown(State, IsService, StartedAt is not null);
}
