using Komeji.Application.Common;
using Komeji.Application.Ordering.Checkouts;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Cash;

/// <summary>What the shop owes of orders that were paid to it in cash, order by order: what is open first, then what was taken, the newest first.</summary>
/// <param name="Page">From 1.</param>
public sealed record ListMyCashFees(int Page) : IQuery<MyCashFeesPage>
{
    public const int PageSize = 20;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk, CashOffers offers) : IRequestHandler<ListMyCashFees, MyCashFeesPage>
    {
        public async Task<MyCashFeesPage> Handle(ListMyCashFees request, CancellationToken cancellationToken)
        {
            var store = (await desk.At(ShopRights.Money, cancellationToken)).Id;
            var rows = from fee in db.CashFees
                       join order in db.Orders on fee.OrderId equals order.Id
                       where fee.StoreId == store
                       orderby fee.State, fee.DueAt descending, fee.OrderId
                       select new CashFeeRow(order.Number, fee.DueAt, fee.Fee, fee.Vat, fee.Collected, fee.PaidAt, fee.State == CashFeeState.WrittenOff);
            return new MyCashFeesPage(
                await db.CashDebtOf(store, cancellationToken),
                await offers.DebtLimit(cancellationToken),
                await offers.IsOverDebtLimit(store, cancellationToken),
                await rows.ToPage(request.Page, PageSize, cancellationToken));
        }
    }
}

/// <param name="Debt">All that is open, as the books say.</param>
/// <param name="Limit">From so much on buyers cannot pay the shop in cash.</param>
public sealed record MyCashFeesPage(Rupiah Debt, Rupiah Limit, bool IsOverLimit, PageOf<CashFeeRow> Fees);

/// <param name="DueAt">When the order was complete.</param>
/// <param name="Collected">Out of the balance, or by transfer.</param>
/// <param name="PaidAt">When the last of it was paid; null while some is open.</param>
/// <param name="IsWrittenOff">The cooperative bears the rest.</param>
public sealed record CashFeeRow(string OrderNumber, DateTimeOffset DueAt, Rupiah Fee, Rupiah Vat, Rupiah Collected, DateTimeOffset? PaidAt, bool IsWrittenOff)
{
    public Rupiah Owed => Fee + Vat;
    public Rupiah Open => Owed - Collected;
}
