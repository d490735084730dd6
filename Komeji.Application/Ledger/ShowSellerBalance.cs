using Komeji.Application.Common;
using Komeji.Application.Ledger.Cash;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Komeji.Domain.Payouts;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger;

/// <summary>A seller's own balance: every entry of account 2030, opened down to its order, and what is still held.</summary>
/// <param name="Page">From 1.</param>
public sealed record ShowSellerBalance(int Page) : IQuery<SellerBalancePage>
{
    public const int PageSize = 20;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ShowSellerBalance, SellerBalancePage>
    {
        public async Task<SellerBalancePage> Handle(ShowSellerBalance request, CancellationToken cancellationToken)
        {
            var store = (await desk.At(ShopRights.Money, cancellationToken)).Id;
            var key = store.Value.ToString();
            var mine = db.Entries.Where(e => e.Account == Chart.SellerBalance.Code && e.AccountKey == key);
            var available = -await mine.SumAsync(e => (long)e.Amount, cancellationToken);
            var entries = await mine.OrderByDescending(e => e.Id)
                .Join(db.Journals, e => e.JournalId, j => j.Id, (e, j) => new EntryRow(e.Id, e.Amount, j.Memo, j.Rule, j.EventAt, j.OrderId))
                .ToPage(request.Page, PageSize, cancellationToken);
            return new SellerBalancePage(
                new Rupiah(available), await Held(store, cancellationToken), await HeldByDisputes(store, cancellationToken), await OnTheWay(store, cancellationToken),
                await Open(entries, mine, available, cancellationToken))
            {
                CashFees = await db.CashDebtOf(store, cancellationToken),
            };
        }

        /// <summary>Its part of account 2040, which is kept per payout; the ledger's check compares the two.</summary>
        async Task<Rupiah> OnTheWay(StoreId store, CancellationToken cancellationToken) =>
            new(await db.Payouts.Where(p => p.StoreId == store && PayoutMoves.OnTheWay.Contains(p.State)).SumAsync(p => (long)p.Amount, cancellationToken));

        async Task<HeldMoney> Held(StoreId store, CancellationToken cancellationToken)
        {
            var held = db.EscrowShares.Where(s => (s.State == EscrowState.Held || s.State == EscrowState.Frozen) && db.Orders.Any(o => o.Id == s.OrderId && o.StoreId == store));
            return new HeldMoney(new Rupiah(await held.SumAsync(s => (long)s.Remaining, cancellationToken)), await held.CountAsync(cancellationToken));
        }

        /// <summary>Its part of account 2035, which is kept per dispute; the ledger's check compares the two.</summary>
        async Task<Rupiah> HeldByDisputes(StoreId store, CancellationToken cancellationToken)
        {
            var claims = db.Disputes.SelectMany(d => d.Claims).Where(c => c.StoreId == store && c.State == DisputeClaimState.Held);
            return new Rupiah(await claims.SumAsync(c => (long)c.Amount - (long)c.Fee - (long)c.Vat - (long)c.IncomeTax, cancellationToken));
        }

        /// <summary>The balance after each entry is counted back from what there is now.</summary>
        async Task<PageOf<BalanceEntry>> Open(PageOf<EntryRow> page, IQueryable<Entry> mine, long available, CancellationToken cancellationToken)
        {
            var newest = page.Rows.Count > 0 ? page.Rows[0].Id : 0;
            var later = -await mine.Where(e => e.Id > newest).SumAsync(e => (long)e.Amount, cancellationToken);
            var orderIds = page.Rows.Select(r => r.OrderId).OfType<OrderId>().ToList();
            var numbers = await db.Orders.Where(o => orderIds.Contains(o.Id)).Select(o => new { o.Id, o.Number }).ToDictionaryAsync(o => o.Id, o => o.Number, cancellationToken);
            var balance = new Rupiah(available - later);
            var rows = new List<BalanceEntry>();
            foreach (var row in page.Rows)
            {
                rows.Add(new BalanceEntry(row.EventAt, row.Memo, row.Rule, -row.Amount, balance, row.OrderId is { } id ? numbers.GetValueOrDefault(id) : null));
                balance += row.Amount;
            }

            return new PageOf<BalanceEntry>(rows, page.Number, page.Size, page.Total);
        }

        sealed record EntryRow(long Id, Rupiah Amount, string Memo, string Rule, DateTimeOffset EventAt, OrderId? OrderId);
    }
}

/// <param name="Available">What the shop can be paid out.</param>
/// <param name="Held">Buyers' money of orders that are under way; it is not the shop's yet.</param>
/// <param name="Entries">Newest first.</param>
/// <param name="DisputedHold">Set apart from the balance until a buyer's bank has decided.</param>
/// <param name="OnTheWay">Asked to be paid out, and neither at the bank nor back yet.</param>
public sealed record SellerBalancePage(Rupiah Available, HeldMoney Held, Rupiah DisputedHold, Rupiah OnTheWay, PageOf<BalanceEntry> Entries)
{
    /// <summary>Owed of orders the buyers paid in cash; taken out of the balance.</summary>
    public Rupiah CashFees { get; init; }

    /// <summary>What later orders have to make up first.</summary>
    public Rupiah Debt => Available.IsNegative ? -Available : Rupiah.Zero;
}

public sealed record HeldMoney(Rupiah Amount, int Orders);

/// <param name="Amount">Positive when it raises the balance.</param>
/// <param name="Balance">After this entry.</param>
/// <param name="OrderNumber">The order it came from; <see cref="ShowOrderMoney"/> opens it.</param>
public sealed record BalanceEntry(DateTimeOffset At, string Memo, string Rule, Rupiah Amount, Rupiah Balance, string? OrderNumber);
