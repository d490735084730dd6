using Komeji.Domain.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Payments.Desk;

/// <summary>What others have found is to go back of an order and nobody has decided yet, such as for goods that came back.</summary>
public interface IRefundOffers
{
    /// <param name="order">With its lines.</param>
    Task<IReadOnlyList<RefundOffer>> Of(Order order, CancellationToken cancellationToken);
}

/// <param name="From">Who offers it, in words.</param>
/// <param name="Link">Local address of the page that tells why.</param>
/// <param name="Lines">At most so much of each line; what is left out gets nothing.</param>
/// <param name="Uncovered">What the buyer laid out and what she paid for the order does not cover.</param>
public sealed record RefundOffer(string From, string Link, IReadOnlyDictionary<OrderLineId, Rupiah> Lines, Rupiah Shipping, Rupiah Uncovered);
