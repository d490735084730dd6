using Komeji.Application.Common;
using Komeji.Application.Complaints;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>The views of a seller's order list.</summary>
public enum SellerOrderTab
{
    ToDo,
    All,
    New,
    Processing,
    Travelling,
    Completed,
    Cancelled,
}

/// <summary>A seller's orders: what waits with the nearest deadline on top and what has none below, the rest with the newest on top.</summary>
/// <param name="Words">Part of an order number, a recipient or a product.</param>
public sealed record ListSellerOrders(SellerOrderTab Tab, string? Words, int Page) : IQuery<SellerOrderList>
{
    public const int PageSize = 20;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ListSellerOrders, SellerOrderList>
    {
        public async Task<SellerOrderList> Handle(ListSellerOrders request, CancellationToken cancellationToken)
        {
            var mine = db.Orders.AsNoTracking().SoldBy(await desk.At(ShopRights.Orders, cancellationToken)).Where(o => o.PaidAt != null);
            var counts = await CountTabs(mine, cancellationToken);
            var chosen = Search(InTab(mine, request.Tab), request.Words);
            var complaints = db.Complaints.Open();
            var rows = await InOrder(chosen, request.Tab).Select(o => new SellerOrderRow(
                o.Number,
                o.State,
                o.Destination.Recipient,
                o.Lines.OrderBy(l => l.Id).Select(l => l.ProductName).First(),
                o.Lines.Count,
                o.Goods,
                o.CancellationAskedAt != null && o.State == OrderState.Processing,
                o.Timers.Where(t => t.EndedAt == null && t.Action != OrderTimerAction.RemindPickup && t.Action != OrderTimerAction.RemindAppointment).Min(t => (DateTimeOffset?)t.DueAt),
                o.Appointment == null ? null : o.Appointment.StartsAt,
                o.Appointment == null ? null : o.Appointment.StartedAt)
            {
                Complained = complaints.Any(c => c.OrderId == o.Id),
            })
                .ToPage(request.Page, PageSize, cancellationToken);
            return new SellerOrderList(rows, counts);
        }

        static async Task<IReadOnlyDictionary<SellerOrderTab, int>> CountTabs(IQueryable<Order> mine, CancellationToken cancellationToken)
        {
            var states = await mine.GroupBy(o => o.State).Select(g => new { g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            return Enum.GetValues<SellerOrderTab>().ToDictionary(tab => tab, tab => StatesOf(tab).Sum(s => states.GetValueOrDefault(s)));
        }

        static IQueryable<Order> InTab(IQueryable<Order> orders, SellerOrderTab tab)
        {
            var states = StatesOf(tab).ToList();
            return orders.Where(o => states.Contains(o.State));
        }

#pragma warning disable CA1304, CA1311, CA1862 // The database folds the case.
        static IQueryable<Order> Search(IQueryable<Order> orders, string? words)
        {
            if (words?.Trim() is not { Length: > 0 and <= 100 } text)
            {
                return orders;
            }

            var folded = text.ToLowerInvariant();
            return orders.Where(o => o.Number.ToLower().Contains(folded) || o.Destination.Recipient.ToLower().Contains(folded)
                || o.Lines.Any(l => l.ProductName.ToLower().Contains(folded)));
        }
#pragma warning restore CA1304, CA1311, CA1862

        static IQueryable<Order> InOrder(IQueryable<Order> orders, SellerOrderTab tab) => tab == SellerOrderTab.ToDo
            ? orders.OrderBy(o => !o.Timers.Any(t => t.EndedAt == null)).ThenBy(o => o.Timers.Where(t => t.EndedAt == null).Min(t => (DateTimeOffset?)t.DueAt)).ThenBy(o => o.Id)
            : orders.OrderByDescending(o => o.PaidAt).ThenByDescending(o => o.Id);

        static IEnumerable<OrderState> StatesOf(SellerOrderTab tab) => tab switch
        {
            SellerOrderTab.ToDo => [OrderState.AwaitingSeller, OrderState.Processing, OrderState.PartiallyShipped, OrderState.ReadyForPickup, OrderState.ReturnedToSender],
            SellerOrderTab.New => [OrderState.AwaitingSeller],
            SellerOrderTab.Processing => [OrderState.Processing, OrderState.PartiallyShipped, OrderState.ReadyForPickup],
            SellerOrderTab.Travelling => [OrderState.Shipped, OrderState.ReturnedToSender, OrderState.Delivered],
            SellerOrderTab.Completed => [OrderState.Completed],
            SellerOrderTab.Cancelled => [OrderState.Cancelled, OrderState.Refunded],
            _ => Enum.GetValues<OrderState>(),
        };
    }
}

public sealed record SellerOrderList(PageOf<SellerOrderRow> Rows, IReadOnlyDictionary<SellerOrderTab, int> Counts);

/// <param name="CancellationAsked">The buyer wants to cancel and waits for an answer.</param>
/// <param name="Deadline">When the next thing happens by itself.</param>
/// <param name="AppointmentAt">When a service begins; null for goods.</param>
public sealed record SellerOrderRow(string Number, OrderState State, string Recipient, string FirstProduct, int Lines, Rupiah Goods, bool CancellationAsked, DateTimeOffset? Deadline, DateTimeOffset? AppointmentAt, DateTimeOffset? StartedAt)
{
    /// <summary>A complaint is open: meanwhile the order's clocks stand still.</summary>
    public bool Complained { get; init; }

    public Enum Shown => ServiceStages.Shown(State, AppointmentAt is not null, StartedAt is not null);
}
