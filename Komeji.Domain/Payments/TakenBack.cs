using Komeji.Domain.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Domain.Payments;

/// <summary>What disputes and decided refunds have taken back of completed orders so far: the one memory both reckon on.</summary>
public sealed class TakenBack
{
    public static readonly TakenBack Nothing = new([], []);

    readonly List<DisputeClaim> standing;
    readonly List<RefundDecision> decided;

    /// <param name="claims">Those given back are passed over.</param>
    /// <param name="decisions">Those made while the money was held are passed over: the order itself remembers them.</param>
    public TakenBack(IEnumerable<DisputeClaim> claims, IEnumerable<RefundDecision> decisions)
    {
        standing = [.. claims.Where(c => c.State != DisputeClaimState.Returned)];
        decided = [.. decisions.Where(d => d.AfterRelease)];
    }

    /// <summary>For each order what refunds gave back so far.</summary>
    public IReadOnlyDictionary<OrderId, PaidBack> Refunds { get; init; } = new Dictionary<OrderId, PaidBack>();

    /// <summary>What was taken from the shop, the pool and the State.</summary>
    public Reversal Of(Order order) =>
        Reversal.Sum(ClaimsOf(order).Select(c => c.Taken).Concat(decided.Where(d => d.OrderId == order.Id).Select(d => d.Reversed)));

    /// <summary>What of the goods the buyer has got back neither by a refund nor by her bank.</summary>
    public Rupiah LeftGoods(Order order) => order.LeftGoods - Rupiah.Sum(ClaimsOf(order).Select(c => c.Goods));

    public Rupiah LeftShipping(Order order) => order.LeftShipping - Rupiah.Sum(ClaimsOf(order).Select(c => c.Amount - c.Goods));

    public Rupiah Left(Order order) => LeftGoods(order) + LeftShipping(order);

    /// <summary>What the buyer herself paid for it and has got back neither by a refund nor by her bank.</summary>
    public Rupiah CashLeft(Order order) => order.Total - Refunds.GetValueOrDefault(order.Id).Cash - Rupiah.Sum(ClaimsOf(order).Select(c => c.Amount));

    /// <summary>
    /// What of the next refund goes to the promotion fund. By cumulative target: of all that refunds gave back the buyer has the part she had
    /// paid (largest remainder), so the sum does not depend on how it was cut. She never gets more than she paid; a bank gives her cash alone.
    /// </summary>
    public Rupiah VoucherPart(Order order, Rupiah back)
    {
        if (order.CooperativeDiscount.IsZero)
        {
            return Rupiah.Zero;
        }

        var before = Refunds.GetValueOrDefault(order.Id);
        var target = Allocation.Allocate(before.Cash + before.Voucher + back, [order.Total.Amount, order.CooperativeDiscount.Amount], order.Sequence)[0];
        return back - Rupiah.Min(back, Rupiah.Min(target - before.Cash, CashLeft(order)));
    }

    IEnumerable<DisputeClaim> ClaimsOf(Order order) => standing.Where(c => c.OrderId == order.Id);
}

/// <summary>What refunds gave back of an order: to its buyer, and to the promotion fund.</summary>
public readonly record struct PaidBack(Rupiah Cash, Rupiah Voucher);
