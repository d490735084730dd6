using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger;

/// <summary>What the books say of one order ("Ke mana uang Anda pergi"), for its buyer and its seller. Nothing is recomputed.</summary>
public sealed record ShowOrderMoney(string OrderNumber) : IQuery<OrderMoney>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ShopDesk desk) : IRequestHandler<ShowOrderMoney, OrderMoney>
    {
        public async Task<OrderMoney> Handle(ShowOrderMoney request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var shop = (await desk.Find(ShopRights.Money, cancellationToken))?.Id;
            var order = await db.Orders
                .Where(o => o.Number == request.OrderNumber && (o.BuyerId == me || o.StoreId == shop))
                .Select(o => new { o.Id, o.Goods, Shipping = o.Shipping.Fee, o.CooperativeDiscount, o.VoucherCode }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            var escrowKey = order.Id.Value.ToString();
            var held = -await db.Entries.Where(e => e.Account == Chart.Escrow.Code && e.AccountKey == escrowKey).SumAsync(e => (long)e.Amount, cancellationToken);
            var rows = await db.Journals.Where(j => j.OrderId == order.Id)
                .SelectMany(j => j.Entries, (j, e) => new { j.Rule, j.EventAt, j.Memo, e.Account, Amount = (long)e.Amount, e.Id })
                .OrderBy(r => r.Id).ToListAsync(cancellationToken);

            // One transfer may pay fees of several orders, so its journal is of none of them.
            var fee = await db.CashFees.AsNoTracking().SingleOrDefaultAsync(f => f.OrderId == order.Id, cancellationToken);
            Rupiah Credited(Account account) => new(-rows.Where(r => r.Account == account.Code && r.Rule == "P5").Sum(r => r.Amount));
            Rupiah Back(Account account) => new(-rows.Where(r => r.Account == account.Code && r.Rule is "P6" or "P7" or "P8").Sum(r => r.Amount));
            return new OrderMoney(
                order.Goods + order.Shipping - order.CooperativeDiscount,
                new Rupiah(held),
                rows.Any(r => r.Rule == "P5")
                    ? new OrderShares(Credited(Chart.SellerBalance), Credited(Chart.ProfitPool), Credited(Chart.ProviderCost), Credited(Chart.VatPayable), Credited(Chart.IncomeTaxWithheld))
                    : null,
                Back(Chart.BuyerRefund),
                [.. rows.Select(r => new BookedLine(r.EventAt, r.Rule, r.Memo, r.Account, Chart.Find(r.Account).Name, new Rupiah(r.Amount)))])
            {
                FromVoucher = order.CooperativeDiscount,
                BackToVoucher = Back(Chart.PromotionFund),
                VoucherCode = order.VoucherCode,
                Cash = fee is null ? null : new CashOwed(fee.Owed, fee.Open),
            };
        }
    }
}

/// <param name="Paid">What the buyer pays for the order.</param>
/// <param name="Held">What of it is held now.</param>
/// <param name="Released">Where it went when the order was completed; null before.</param>
/// <param name="Refunded">What of it went back to the buyer.</param>
public sealed record OrderMoney(Rupiah Paid, Rupiah Held, OrderShares? Released, Rupiah Refunded, IReadOnlyList<BookedLine> Lines)
{
    /// <summary>What the shop owes of an order that was paid to it in cash; null of others, and before it is complete.</summary>
    public CashOwed? Cash { get; init; }

    /// <summary>What the cooperative pays beside the buyer by a voucher, and what of that went back to its fund.</summary>
    public Rupiah FromVoucher { get; init; }
    public Rupiah BackToVoucher { get; init; }
    public string VoucherCode { get; init; } = "";
}

/// <param name="Owed">Fee and PPN.</param>
/// <param name="Open">What of it has not been paid yet, out of the balance or by transfer.</param>
public sealed record CashOwed(Rupiah Owed, Rupiah Open);

/// <param name="Pool">The net fee, which is shared with the communities.</param>
/// <param name="ProviderCost">What of the fee the payment provider took.</param>
public sealed record OrderShares(Rupiah Seller, Rupiah Pool, Rupiah ProviderCost, Rupiah Vat, Rupiah IncomeTax)
{
    public Rupiah Total => Seller + Pool + ProviderCost + Vat + IncomeTax;
}

/// <param name="Amount">Debit positive, credit negative.</param>
public sealed record BookedLine(DateTimeOffset At, string Rule, string Memo, int Account, string AccountName, Rupiah Amount);
