using Komeji.Application.Common;
using Komeji.Application.Ledger.Positions;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Cash;

/// <summary>Shops that owe fees of orders paid to them in cash, as account 1210 says: who owes most first.</summary>
public sealed record ListCashDebts(int Page) : IQuery<CashDebtsPage>
{
    public const int PageSize = 25;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListCashDebts, CashDebtsPage>
    {
        public async Task<CashDebtsPage> Handle(ListCashDebts request, CancellationToken cancellationToken)
        {
            await using var moment = await db.BeginSnapshot(cancellationToken);
            var owed = db.Entries.Where(e => e.Account == Chart.CashFeesOwed.Code);
            var page = await owed.GroupBy(e => e.AccountKey).Select(g => new { g.Key, Sum = g.Sum(e => (long)e.Amount) }).Where(s => s.Sum != 0)
                .OrderByDescending(s => s.Sum).ThenBy(s => s.Key).ToPage(request.Page, PageSize, cancellationToken);
            var names = await db.NamesOf(Chart.CashFeesOwed, [.. page.Rows.Select(r => r.Key)], cancellationToken);
            var stores = page.Rows.Select(r => new StoreId(Guid.Parse(r.Key))).ToList();
            var open = await db.CashFees.Where(f => f.State == CashFeeState.Due && stores.Contains(f.StoreId)).GroupBy(f => f.StoreId)
                .Select(g => new { g.Key, Orders = g.Count(), Since = g.Min(f => f.DueAt) }).ToDictionaryAsync(o => o.Key.Value.ToString(), cancellationToken);
            return new CashDebtsPage(
                new Rupiah(await owed.SumAsync(e => (long)e.Amount, cancellationToken)),
                new PageOf<CashDebtRow>(
                    [.. page.Rows.Select(r => new CashDebtRow(r.Key, names.GetValueOrDefault(r.Key, ""), new Rupiah(r.Sum), open.GetValueOrDefault(r.Key)?.Orders ?? 0, open.GetValueOrDefault(r.Key)?.Since))],
                    page.Number, page.Size, page.Total));
        }
    }
}

/// <param name="Total">Of all shops.</param>
public sealed record CashDebtsPage(Rupiah Total, PageOf<CashDebtRow> Shops);

/// <param name="Key">Of account 1210; opens its entries.</param>
/// <param name="Orders">How many orders it comes from.</param>
/// <param name="Since">When the oldest of them was complete.</param>
public sealed record CashDebtRow(string Key, string Shop, Rupiah Owed, int Orders, DateTimeOffset? Since);
