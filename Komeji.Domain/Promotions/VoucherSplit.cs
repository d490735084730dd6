using Komeji.Domain.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Domain.Promotions;

/// <summary>A discount over the orders and lines it is for, and over who pays for it: largest remainder all the way, so that all parts sum to it.</summary>
public static class VoucherSplit
{
    /// <param name="orders">For each order what each of its lines costs; none of them costs nothing as a whole.</param>
    /// <param name="discount">At most <see cref="Most"/>.</param>
    /// <param name="ofShop">The part the shop pays.</param>
    /// <returns>In the same order; no line gets more off than it costs, and no order all of it.</returns>
    public static IReadOnlyList<IReadOnlyList<LineDiscount>> Over(IReadOnlyList<IReadOnlyList<Rupiah>> orders, Rupiah discount, BasisPoints ofShop)
    {
        if (discount.IsZero)
        {
            return [.. orders.Select(o => OverLines(o, discount, ofShop))];
        }

        // The page that shows it and the purchase that has it must agree to the rupiah, and the order's own number is drawn only at the end: ties have a fixed order.
        var parts = Allocation.Allocate(discount, [.. orders.Select(o => OffAtMost(o).Amount)], 0);
        return [.. orders.Zip(parts).Select(x => OverLines(x.First, x.Second, ofShop))];
    }

    /// <summary>Each order keeps a rupiah: of nothing nothing could be held, released or given back.</summary>
    public static Rupiah Most(IEnumerable<IReadOnlyList<Rupiah>> orders) => Rupiah.Sum(orders.Select(OffAtMost));

    static Rupiah OffAtMost(IReadOnlyList<Rupiah> lines) => Rupiah.Sum(lines) - new Rupiah(1);

    static IReadOnlyList<LineDiscount> OverLines(IReadOnlyList<Rupiah> lines, Rupiah discount, BasisPoints ofShop)
    {
        if (discount.IsZero)
        {
            return [.. lines.Select(_ => default(LineDiscount))];
        }

        var shops = Allocation.Allocate(discount, [ofShop.Value, BasisPoints.Whole - ofShop.Value], 0)[0];
        var shop = Allocation.Allocate(shops, [.. lines.Select(l => l.Amount)], 0);
        var rest = lines.Zip(shop).Select(x => (x.First - x.Second).Amount).ToList();
        var cooperative = rest.All(r => r == 0) ? new Rupiah[lines.Count] : Allocation.Allocate(discount - shops, rest, 0);
        return [.. shop.Zip(cooperative).Select(x => new LineDiscount(x.First, x.Second))];
    }
}
