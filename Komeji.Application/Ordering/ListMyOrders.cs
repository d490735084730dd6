using Komeji.Application.Common;
using Komeji.Application.Complaints;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>The buyer's orders, newest first.</summary>
/// <param name="Search">Words of a number, a shop's or a product's name.</param>
public sealed record ListMyOrders(OrderGroup Group, string? Search, int Page) : IQuery<MyOrders>
{
    public const int PageSize = 10;

    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ListMyOrders, MyOrders>
    {
        public async Task<MyOrders> Handle(ListMyOrders request, CancellationToken cancellationToken)
        {
            var mine = db.Orders.AsNoTracking().BoughtBy(user.Require());

            // All the buyer has, and the page chosen here: asked for the first few, the database may go through the days of the whole market until it has met so many.
            var all = await InOrder(mine).Select(o => new { o.Id, o.State }).ToListAsync(cancellationToken);
            var states = OrderGroups.StatesOf(request.Group);
            var named = request.Search?.Trim() is { Length: > 0 and <= 100 } words ? (await Named(mine, words).Select(o => o.Id).ToListAsync(cancellationToken)).ToHashSet() : null;
            var chosen = all.Where(o => (states.Count == 0 || states.Contains(o.State)) && named?.Contains(o.Id) != false).Select(o => o.Id).ToList();
            var number = Math.Clamp(request.Page, 1, Paging.LastPage);
            var rows = await Rows(mine, chosen.Skip((number - 1) * PageSize).Take(PageSize).ToList(), cancellationToken);
            return new MyOrders(new PageOf<MyOrderRow>(rows, number, PageSize, chosen.Count), all.Count(o => o.State == OrderState.AwaitingPayment));
        }

        static IOrderedQueryable<Order> InOrder(IQueryable<Order> orders) => orders.OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Id);

        async Task<IReadOnlyList<MyOrderRow>> Rows(IQueryable<Order> mine, List<OrderId> shown, CancellationToken cancellationToken)
        {
            var complaints = db.Complaints.Open();
            return shown.Count == 0 ? [] : await InOrder(mine.Where(o => shown.Contains(o.Id)))
                .Select(o => new MyOrderRow
                {
                    Number = o.Number,
                    PurchaseNumber = db.Purchases.Where(p => p.Id == o.PurchaseId).Select(p => p.Number).First(),
                    StoreName = o.StoreName,
                    State = o.State,
                    AppointmentAt = o.Appointment == null ? null : o.Appointment.StartsAt,
                    StartedAt = o.Appointment == null ? null : o.Appointment.StartedAt,
                    PlacedAt = o.PlacedAt,
                    CancellationAsked = o.CancellationAskedAt != null,
                    Total = (long)o.Goods + (long)o.Shipping.Fee - (long)o.CooperativeDiscount,
                    Lines = o.Lines.Count,
                    First = o.Lines.OrderBy(l => l.Id).Select(l => new MyOrderLine(l.ProductName, l.VariantName, l.PictureKey, l.Quantity, l.UnitPrice)).First(),
                    Next = o.Timers.Where(t => t.EndedAt == null && t.Action != OrderTimerAction.RemindPickup && t.Action != OrderTimerAction.RemindAppointment).OrderBy(t => t.DueAt)
                        .Select(t => new NextClock(t.Action, t.DueAt)).FirstOrDefault(),
                    PayBefore = db.Purchases.Where(p => p.Id == o.PurchaseId).Select(p => p.PayBefore).First(),
                    Complaint = complaints.Where(c => c.OrderId == o.Id).Select(c => c.Number).FirstOrDefault(),
                })
                .ToListAsync(cancellationToken);
        }

#pragma warning disable CA1304, CA1311, CA1862 // The database folds the case.
        static IQueryable<Order> Named(IQueryable<Order> orders, string words)
        {
            var folded = words.ToLowerInvariant();
            return orders.Where(o => o.Number.ToLower().Contains(folded) || o.StoreName.ToLower().Contains(folded)
                || o.Lines.Any(l => l.ProductName.ToLower().Contains(folded)));
        }
#pragma warning restore CA1304, CA1311, CA1862
    }
}

/// <param name="Unpaid">How many orders wait for payment, for the tab.</param>
public sealed record MyOrders(PageOf<MyOrderRow> Page, int Unpaid);

public sealed record MyOrderRow
{
    public required string Number { get; init; }
    public required string PurchaseNumber { get; init; }
    public required string StoreName { get; init; }
    public required OrderState State { get; init; }

    /// <summary>When a service begins; null for goods.</summary>
    public required DateTimeOffset? AppointmentAt { get; init; }
    public required DateTimeOffset? StartedAt { get; init; }
    public required DateTimeOffset PlacedAt { get; init; }
    public required bool CancellationAsked { get; init; }
    public required long Total { get; init; }
    public required int Lines { get; init; }
    public required MyOrderLine First { get; init; }

    public Enum Shown => ServiceStages.Shown(State, AppointmentAt is not null, StartedAt is not null);

    /// <summary>What happens by itself next.</summary>
    public required NextClock? Next { get; init; }

    /// <summary>The complaint that is open: meanwhile the order's clocks stand still. Null where none is.</summary>
    public required string? Complaint { get; init; }
    public required DateTimeOffset PayBefore { get; init; }
}

public sealed record MyOrderLine(string ProductName, string VariantName, string? PictureKey, int Quantity, Rupiah UnitPrice);

public sealed record NextClock(OrderTimerAction Action, DateTimeOffset At);
