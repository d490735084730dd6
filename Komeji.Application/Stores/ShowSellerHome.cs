using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Stores.Fees;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores;

/// <summary>What waits for the seller today, and how the shop stands.</summary>
public sealed record ShowSellerHome : IQuery<SellerHome>
{
    internal sealed class Handler(IKomejiDb db, FeesInForce fees, ShopDesk desk, TimeProvider clock) : IRequestHandler<ShowSellerHome, SellerHome>
    {
        public async Task<SellerHome> Handle(ShowSellerHome request, CancellationToken cancellationToken)
        {
            var post = await desk.At(ShopRights.None, cancellationToken);
            var store = await db.Stores.AsNoTracking().SingleAsync(s => s.Id == post.Id, cancellationToken);
            var handles = post.May(ShopRights.Orders);
            var orders = db.Orders.AsNoTracking().Where(o => handles && o.StoreId == store.Id && o.PaidAt != null);
            var waiting = await orders.Where(o => o.State == OrderState.AwaitingSeller || o.State == OrderState.Processing || o.State == OrderState.PartiallyShipped
                    || o.State == OrderState.ReadyForPickup || o.State == OrderState.ReturnedToSender)
                .GroupBy(o => new { o.State, Asked = o.CancellationAskedAt != null })
                .Select(g => new { g.Key.State, g.Key.Asked, Count = g.Count() })
                .ToListAsync(cancellationToken);
            int Waiting(OrderState state, bool asked) => waiting.Where(w => w.State == state && (w.Asked == asked || state != OrderState.Processing)).Sum(w => w.Count);
            var products = db.Products.AsNoTracking().Where(p => p.StoreId == store.Id && p.State == ProductState.Published);
            return new SellerHome(
                store.Name,
                store.Slug,
                store.State,
                store.OnHoliday,
                post.Rights,
                Waiting(OrderState.AwaitingSeller, false),
                await NearestDeadline(orders, cancellationToken),
                Waiting(OrderState.Processing, true),
                Waiting(OrderState.Processing, false) + Waiting(OrderState.PartiallyShipped, false),
                Waiting(OrderState.ReadyForPickup, false),
                Waiting(OrderState.ReturnedToSender, false),
                await products.CountAsync(p => p.Kind == ProductKind.Goods && p.Variants.Any(v => v.IsOnSale && v.Stock <= ListMyProducts.FewPieces), cancellationToken),
                await products.CountAsync(cancellationToken),
                post.May(ShopRights.Money) ? await Available(store.Id, cancellationToken) : Rupiah.Zero,
                post.May(ShopRights.Money) ? await Held(store.Id, cancellationToken) : Rupiah.Zero,
                post.May(ShopRights.Money) ? await db.Orders.CountAsync(o => o.StoreId == store.Id && o.State == OrderState.Completed, cancellationToken) : 0,
                post.May(ShopRights.Own) ? await AnswerFeeBy(store.Id, cancellationToken) : null)
            {
                QuestionsWaiting = handles ? await db.ChatWaits.CountAsync(w => w.StoreId == store.Id && w.Counts && w.AnsweredAt == null, cancellationToken) : 0,
                RestrictOn = handles ? await db.ShopHealths.Where(h => h.StoreId == store.Id && h.Standing == HealthStanding.Warned).Select(h => h.RestrictOn).SingleOrDefaultAsync(cancellationToken) : null,
            };
        }

        async Task<DateTimeOffset?> AnswerFeeBy(StoreId store, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var schedule = await fees.Schedule(store, cancellationToken);
            return schedule.Open(now).Where(v => schedule.Standing(v, now) == FeeStanding.AwaitsAnswer).Select(v => (DateTimeOffset?)v.LapsesAt).Min();
        }

        static Task<DateTimeOffset?> NearestDeadline(IQueryable<Order> orders, CancellationToken cancellationToken) =>
            orders.Where(o => o.State == OrderState.AwaitingSeller)
                .SelectMany(o => o.Timers).Where(t => t.EndedAt == null).MinAsync(t => (DateTimeOffset?)t.DueAt, cancellationToken);

        /// <summary>The ledger's word; the account is a liability, so what the seller has is its negative.</summary>
        async Task<Rupiah> Available(StoreId store, CancellationToken cancellationToken)
        {
            var key = store.Value.ToString();
            var code = Chart.SellerBalance.Code;
            return new Rupiah(-await db.Entries.Where(e => e.Account == code && e.AccountKey == key).SumAsync(e => (long)e.Amount, cancellationToken));
        }

        async Task<Rupiah> Held(StoreId store, CancellationToken cancellationToken) => new(await db.EscrowShares
            .Where(s => db.Orders.Any(o => o.Id == s.OrderId && o.StoreId == store)).SumAsync(s => (long)s.Remaining, cancellationToken));
    }
}

/// <param name="Rights">What the person may do; numbers of the rest are zero.</param>
/// <param name="AcceptBy">When the first of the orders that wait for acceptance is cancelled by itself.</param>
/// <param name="ToShip">All of it, or the rest of it.</param>
/// <param name="CameBack">Returned or lost; to be sent again, or its money given back.</param>
/// <param name="LowStock">Published products of which a variant is nearly sold out.</param>
/// <param name="Available">Balance by the ledger, rupiah.</param>
/// <param name="AnswerFeeBy">A raised fee waits for the shop's answer; afterwards silence counts as agreement.</param>
/// <param name="Held">Buyers' money of open orders, before the fee.</param>
public sealed record SellerHome(
    string StoreName,
    string StoreSlug,
    StoreState State,
    bool OnHoliday,
    ShopRights Rights,
    int ToAccept,
    DateTimeOffset? AcceptBy,
    int CancellationsAsked,
    int ToShip,
    int ToHandOver,
    int CameBack,
    int LowStock,
    int Published,
    Rupiah Available,
    Rupiah Held,
    int Completed,
    DateTimeOffset? AnswerFeeBy)
{
    /// <summary>Buyers that wait for an answer.</summary>
    public int QuestionsWaiting { get; init; }

    /// <summary>The day from which new orders stop unless the figures get better; null where no warning stands.</summary>
    public DateOnly? RestrictOn { get; init; }
}
