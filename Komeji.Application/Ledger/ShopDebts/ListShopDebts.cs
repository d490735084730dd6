using Komeji.Application.Common;
using Komeji.Application.Ledger.Positions;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.ShopDebts;

/// <summary>Shops that owe the cooperative something of one kind, who owes most first.</summary>
public sealed record ListShopDebts(ShopDebt Debt, int Page) : IQuery<PageOf<ShopDebtRow>>
{
    public const int PageSize = 30;

    internal sealed class Handler(IKomejiDb db, Balances balances, TimeProvider clock) : IRequestHandler<ListShopDebts, PageOf<ShopDebtRow>>
    {
        public async Task<PageOf<ShopDebtRow>> Handle(ListShopDebts request, CancellationToken cancellationToken)
        {
            var account = request.Debt == ShopDebt.CashFees ? Chart.CashFeesOwed : Chart.SellerBalance;
            await using var moment = await db.BeginSnapshot(cancellationToken);
            var owing = (await balances.KeysAt(account.Code, Wib.DayOf(clock.GetUtcNow()), cancellationToken)).Where(k => k.Sum > 0);
            var page = await owing.OrderByDescending(k => k.Sum).ThenBy(k => k.Key).ToPage(request.Page, PageSize, cancellationToken);
            var names = await db.NamesOf(account, [.. page.Rows.Select(r => r.Key)], cancellationToken);
            return new PageOf<ShopDebtRow>(
                [.. page.Rows.Select(r => new ShopDebtRow(new StoreId(Guid.Parse(r.Key)), names.GetValueOrDefault(r.Key, ""), new Rupiah(r.Sum)))],
                page.Number, page.Size, page.Total);
        }
    }
}

public sealed record ShopDebtRow(StoreId Store, string Shop, Rupiah Owed);
