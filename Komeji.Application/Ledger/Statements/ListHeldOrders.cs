using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Statements;

/// <summary>A shop's orders whose money is held: how much, since when, and when each is released at the latest. Those held longest first.</summary>
public sealed record ListHeldOrders(int Page) : IQuery<HeldOrdersPage>
{
    public const int PageSize = 20;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings) : IRequestHandler<ListHeldOrders, HeldOrdersPage>
    {
        public async Task<HeldOrdersPage> Handle(ListHeldOrders request, CancellationToken cancellationToken)
        {
            var store = (await desk.At(ShopRights.Money, cancellationToken)).Id;
            var held = from s in db.EscrowShares
                       join o in db.Orders on s.OrderId equals o.Id
                       where o.StoreId == store && (s.State == EscrowState.Held || s.State == EscrowState.Frozen)
                       orderby s.HeldAt, s.Id
                       select new Row(
                           o.Id, o.Number, o.State, s.HeldAt, s.State == EscrowState.Frozen, o.CheckingExtended,
                           o.Timers.Where(t => t.EndedAt == null && t.Action == OrderTimerAction.Complete).Min(t => (DateTimeOffset?)t.DueAt),
                           o.Timers.Where(t => t.EndedAt == null && t.Action == OrderTimerAction.AssumeDelivered).Min(t => (DateTimeOffset?)t.DueAt));
            var page = await held.ToPage(request.Page, PageSize, cancellationToken);
            var booked = await Booked([.. page.Rows.Select(r => r.Id.Value.ToString())], cancellationToken);
            var terms = await settings.OrderTerms(cancellationToken);
            var sum = await db.EscrowShares.Where(s => (s.State == EscrowState.Held || s.State == EscrowState.Frozen) && db.Orders.Any(o => o.Id == s.OrderId && o.StoreId == store))
                .SumAsync(s => (long)s.Remaining, cancellationToken);
            return new HeldOrdersPage(new Rupiah(sum), await Disputed(store, cancellationToken), new PageOf<HeldOrder>(
                [.. page.Rows.Select(r => new HeldOrder(r.Number, r.State, booked.GetValueOrDefault(r.Id.Value.ToString()), r.HeldAt, r.IsFrozen, Latest(r, terms)))],
                page.Number, page.Size, page.Total));
        }

        /// <summary>What was set apart from the balance for each completed order (account 2035) while a buyer's bank decides; there are few.</summary>
        async Task<IReadOnlyList<DisputedOrder>> Disputed(StoreId store, CancellationToken cancellationToken) => await (
            from dispute in db.Disputes
            from claim in dispute.Claims
            where claim.StoreId == store && claim.State == DisputeClaimState.Held
            join order in db.Orders on claim.OrderId equals order.Id
            orderby dispute.OpenedAt, order.Number
            select new DisputedOrder(order.Number, dispute.OpenedAt, new Rupiah((long)claim.Amount - (long)claim.Fee - (long)claim.Vat - (long)claim.IncomeTax))).ToListAsync(cancellationToken);

        /// <summary>What account 2010 says of each.</summary>
        async Task<Dictionary<string, Rupiah>> Booked(List<string> keys, CancellationToken cancellationToken)
        {
            var sums = await db.Entries.Where(e => e.Account == Chart.Escrow.Code && keys.Contains(e.AccountKey)).GroupBy(e => e.AccountKey)
                .Select(g => new { g.Key, Sum = g.Sum(e => (long)e.Amount) }).ToListAsync(cancellationToken);
            return sums.ToDictionary(s => s.Key, s => new Rupiah(-s.Sum));
        }

        /// <summary>The buyer's time for checking, with what she may still add to it; a parcel under way has until it counts as delivered, and then that time.</summary>
        static DateTimeOffset? Latest(Row row, OrderTerms terms)
        {
            if (row.IsFrozen || (row.CompletesAt ?? row.AssumedAt) is null)
            {
                return null;
            }

            var completes = row.CompletesAt ?? terms.CompleteAt(row.AssumedAt!.Value);
            return row.IsExtended ? completes : completes.AddDays(terms.ExtendDays);
        }

        sealed record Row(OrderId Id, string Number, OrderState State, DateTimeOffset HeldAt, bool IsFrozen, bool IsExtended, DateTimeOffset? CompletesAt, DateTimeOffset? AssumedAt);
    }
}

/// <param name="Total">Of all of them.</param>
/// <param name="Disputed">Completed orders of which a part of the balance is set apart.</param>
public sealed record HeldOrdersPage(Rupiah Total, IReadOnlyList<DisputedOrder> Disputed, PageOf<HeldOrder> Orders);

/// <param name="Amount">Of the balance.</param>
public sealed record DisputedOrder(string Number, DateTimeOffset Since, Rupiah Amount);

/// <param name="Amount">As booked, before the service fee.</param>
/// <param name="IsFrozen">No clock runs while it is looked into.</param>
/// <param name="ReleasedBy">Null while the order has not left the shop, and where no clock runs.</param>
public sealed record HeldOrder(string Number, OrderState State, Rupiah Amount, DateTimeOffset Since, bool IsFrozen, DateTimeOffset? ReleasedBy);
