using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Stores;
using Komeji.Domain.Taxes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Taxes.Shops;

/// <summary>The slip of a month: what a shop paid and what was withheld from it, order by order.</summary>
/// <param name="Month"><c>yyyy-MM</c>.</param>
/// <exception cref="NotFound">There is no such month.</exception>
public sealed record ShowMyTaxMonth(string Month, int Page) : IQuery<MyTaxSlip>
{
    /// <summary>So many fit a slip's pages; a larger shop turns over or takes the CSV.</summary>
    public const int PageSize = 200;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ShowMyTaxMonth, MyTaxSlip>
    {
        public async Task<MyTaxSlip> Handle(ShowMyTaxMonth request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Money, cancellationToken);
            if (!TaxMonth.IsMonth(request.Month))
            {
                throw new NotFound();
            }

            var sums = await db.MyTaxMonths(shop.Id, request.Month, cancellationToken) is [var booked] ? booked : new MyTaxMonth(request.Month, Rupiah.Zero, Rupiah.Zero, Rupiah.Zero);
            var seller = await db.Stores.Where(s => s.Id == shop.Id).Select(s => s.Name).SingleAsync(cancellationToken);
            return new MyTaxSlip(seller, sums, await Orders(shop.Id, request, cancellationToken));
        }

        /// <summary>Each journal of the month with what it moved; the order says by which rate.</summary>
        async Task<PageOf<MyTaxOrder>> Orders(StoreId store, ShowMyTaxMonth request, CancellationToken cancellationToken)
        {
            var rules = MyTaxMonthsOf.Rules;
            int[] fee = [Chart.ProfitPool.Code, Chart.ProviderCost.Code, Chart.CashFeesUncollected.Code];
            var (vat, incomeTax, back) = (Chart.VatPayable.Code, Chart.IncomeTaxWithheld.Code, Chart.TaxRecoverable.Code);
            var (vatBack, incomeTaxBack) = (TaxKind.ServiceFeeVat.Word() + ":", TaxKind.MarketplaceIncomeTax.Word() + ":");
            var month = request.Month;
            var rows = from journal in db.Journals
                       from order in db.Orders
                       where journal.OrderId == order.Id && order.StoreId == store && journal.Period == month && (rules.Contains(journal.Rule) || journal.Key.StartsWith(PostingRules.CashDueKeys))
                           && journal.Entries.Any(e => fee.Contains(e.Account) || e.Account == vat || e.Account == incomeTax || e.Account == back)
                       orderby journal.BookedAt, journal.Id
                       select new
                       {
                           journal.BookedAt,
                           order.Number,
                           journal.Memo,
                           Goods = (long)order.Goods - (long)order.CancelledGoods - (long)order.ChargedGoods,
                           Fee = journal.Entries.Where(e => fee.Contains(e.Account)).Sum(e => (long)e.Amount),
#pragma warning disable CA1310 // The database compares.
                           Vat = journal.Entries.Where(e => e.Account == vat || (e.Account == back && e.AccountKey.StartsWith(vatBack))).Sum(e => (long)e.Amount),
                           IncomeTax = journal.Entries.Where(e => e.Account == incomeTax || (e.Account == back && e.AccountKey.StartsWith(incomeTaxBack))).Sum(e => (long)e.Amount),
#pragma warning restore CA1310
                           order.IncomeTaxRate,
                           order.IncomeTaxStanding,
                       };
            var page = await rows.ToPage(request.Page, PageSize, cancellationToken);
            return new PageOf<MyTaxOrder>(
                [.. page.Rows.Select(r => new MyTaxOrder(r.BookedAt, r.Number, r.Memo, new Rupiah(r.Goods), new Rupiah(-r.Fee), new Rupiah(-r.Vat), new Rupiah(-r.IncomeTax), r.IncomeTaxRate, r.IncomeTaxStanding))],
                page.Number, page.Size, page.Total);
        }
    }
}

public sealed record MyTaxSlip(string StoreName, MyTaxMonth Sums, PageOf<MyTaxOrder> Orders);

/// <param name="Goods">Of what the buyer paid for goods, what was the shop's when it was released: the base of PPh 22.</param>
/// <param name="Fee">Negative where it was given back.</param>
/// <param name="Standing">Why PPh 22 was withheld, or not.</param>
public sealed record MyTaxOrder(DateTimeOffset At, string Number, string Memo, Rupiah Goods, Rupiah Fee, Rupiah Vat, Rupiah IncomeTax, BasisPoints IncomeTaxRate, WithholdingStanding Standing);
