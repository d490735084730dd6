using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>One order as its seller sees it: what to pack, where it goes, what waits, and what she will receive.</summary>
public sealed record ShowSellerOrder(string Number) : IQuery<SellerOrderPage>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ShowSellerOrder, SellerOrderPage>
    {
        /// <exception cref="NotFound">No such paid order in this person's shop.</exception>
        public async Task<SellerOrderPage> Handle(ShowSellerOrder request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var mine = db.Orders.SoldBy(shop).Where(o => o.PaidAt != null);
            var order = await OrderPage.Read(db, mine, request.Number, cancellationToken);
            var more = await mine.Where(o => o.Number == request.Number).Select(o => new
            {
                Money = new SellerOrderMoney(o.Goods, o.CancelledGoods, o.ChargedGoods, o.ChargedShipping, o.Shipping.Fee, o.Fee, o.Vat, o.IncomeTax, o.Lines.Select(l => l.FeeRate).First(), o.Lines.Select(l => l.FeeScheduleVersion).First()),
                Grams = o.Lines.Sum(l => (long)l.WeightGrams * l.Quantity),
            }).SingleAsync(cancellationToken);
            return new SellerOrderPage(order, shop.May(ShopRights.Money) ? more.Money : null, more.Grams);
        }
    }
}

/// <param name="Money">Null for staff who may not see what an order brings.</param>
/// <param name="Grams">Weight of the whole parcel.</param>
public sealed record SellerOrderPage(OrderPage Order, SellerOrderMoney? Money, long Grams);

/// <summary>Rates are frozen when the order is paid; the ledger books the amounts when it is complete.</summary>
/// <param name="FeeVersion">The version of the fee schedule that priced it.</param>
/// <param name="Cancelled">Price of pieces that were never sent.</param>
/// <param name="Charged">What of the goods went back to the buyer at the shop's cost while the money was held.</param>
/// <param name="ChargedShipping">The same of shipping.</param>
public sealed record SellerOrderMoney(Rupiah Goods, Rupiah Cancelled, Rupiah Charged, Rupiah ChargedShipping, Rupiah Shipping, Rupiah Fee, Rupiah Vat, Rupiah IncomeTax, BasisPoints FeeRate, string FeeVersion)
{
    /// <summary>What becomes the seller's balance when the order is complete.</summary>
    public Rupiah Yours => Goods - Cancelled - Charged + Shipping - ChargedShipping - Fee - Vat - IncomeTax;
}
