using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;

namespace Komeji.Domain.Payments;

/// <summary>
/// What is taken back of an order that was completed: of the buyer's money, and of it the parts that pool and State had got. Disputes
/// and decided refunds reckon it by this one function.
/// </summary>
public readonly record struct Reversal(Rupiah Goods, Rupiah Shipping, Rupiah Fee, Rupiah NetFee, Rupiah Vat, Rupiah IncomeTax)
{
    public Rupiah Amount => Goods + Shipping;

    /// <summary>What the shop had got of it.</summary>
    public Rupiah OfShop => Amount - Fee - Vat - IncomeTax;

    /// <summary>
    /// By cumulative target: of fee, net fee and taxes so much is taken back that all of it together is their part of all goods taken
    /// back, rounded down. So the sum does not depend on how it was cut, and at the end exactly all of them is back.
    /// </summary>
    /// <param name="soFar">What was taken back of this order before.</param>
    public static Reversal Next(Order order, Rupiah goods, Rupiah shipping, Reversal soFar)
    {
        var target = soFar.Goods + goods;
        Rupiah Part(Rupiah whole, Rupiah before) => Rupiah.Max(Rupiah.Zero, PartOf(whole, target, order.KeptGoods) - before);
        return new Reversal(
            goods,
            shipping,
            Part(order.Fee, soFar.Fee),
            Part(PostingRules.NetFee(order), soFar.NetFee),
            Part(order.Vat, soFar.Vat),
            Part(order.IncomeTax, soFar.IncomeTax));
    }

    public static Reversal Sum(IEnumerable<Reversal> parts) => parts.Aggregate(default(Reversal), (a, b) =>
        new Reversal(a.Goods + b.Goods, a.Shipping + b.Shipping, a.Fee + b.Fee, a.NetFee + b.NetFee, a.Vat + b.Vat, a.IncomeTax + b.IncomeTax));

    static Rupiah PartOf(Rupiah whole, Rupiah goods, Rupiah allGoods) =>
        allGoods.IsZero ? Rupiah.Zero : new Rupiah((long)((Int128)whole.Amount * goods.Amount / allGoods.Amount));
}
