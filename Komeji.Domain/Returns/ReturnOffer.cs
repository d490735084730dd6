using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;

namespace Komeji.Domain.Returns;

/// <summary>
/// What a return that was received offers to give back, as a decided refund can take it: never more than what came back, nor than is left
/// of what was paid. What a refund gave back of it is offered no more.
/// </summary>
/// <param name="Freight">What the buyer laid out for bringing it back, as far as what she paid for shipping covers it.</param>
/// <param name="Uncovered">What of that it does not cover; the office decides about it apart.</param>
public sealed record ReturnOffer(string Number, IReadOnlyDictionary<OrderLineId, Rupiah> Lines, Rupiah Freight, Rupiah Uncovered)
{
    public Rupiah Amount => Rupiah.Sum(Lines.Values) + Freight;

    /// <param name="order">With its lines, as it is now.</param>
    public static ReturnOffer Of(GoodsReturn received, Order order)
    {
        var left = order.Lines.ToDictionary(l => l.Id, l => l.Left);
        var freight = Rupiah.Min(received.FreightOwed, order.LeftShipping);
        return new ReturnOffer(
            received.Number,
            received.Lines.Where(l => received.RefundId is null && l.Offered.IsPositive).ToDictionary(l => l.OrderLineId, l => Rupiah.Min(l.Offered, left[l.OrderLineId])),
            freight,
            received.FreightOwed - freight);
    }

    /// <summary>The same as a plan of who bears how much of it.</summary>
    public RefundPlan Plan(IReadOnlyDictionary<RefundBearer, int> percents) => new(Lines, Freight, percents);
}
