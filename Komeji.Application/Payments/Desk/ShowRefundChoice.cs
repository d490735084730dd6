using Komeji.Application.Common;
using Komeji.Application.Complaints;
using Komeji.Application.Ordering;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>What of an order can still go back to its buyer, for whoever decides it.</summary>
public sealed record ShowRefundChoice(string Number) : IQuery<RefundChoice>
{
    internal sealed class Handler(IKomejiDb db, IRefundOffers offers) : IRequestHandler<ShowRefundChoice, RefundChoice>
    {
        public async Task<RefundChoice> Handle(ShowRefundChoice request, CancellationToken cancellationToken)
        {
            var order = await db.Orders.AsNoTracking().Where(o => o.PaidAt != null).Load(request.Number, cancellationToken);
            var soFar = await db.ReadTakenBack(order.PurchaseId, cancellationToken);
            return new RefundChoice
            {
                Number = order.Number,
                StoreName = order.StoreName,
                State = order.State,
                MayBeRefunded = order.MayBeRefunded,
                Paid = order.Total,
                FromVoucher = order.CooperativeDiscount,
                LeftGoods = soFar.LeftGoods(order),
                LeftShipping = soFar.LeftShipping(order),
                Lines =
                [
                    .. order.Lines.OrderBy(l => l.Id.Value)
                        .Select(l => new RefundableLine(l.Id, l.VariantName.Length > 0 ? $"{l.ProductName}, {l.VariantName}" : l.ProductName, l.Quantity, l.Total, l.Left)),
                ],
                Refunds = await OrderRefunds.Read(db, order, cancellationToken),
                Waiting = await db.MoneyApprovals.AsNoTracking().Where(a => a.Act == MoneyAct.Refund && a.SubjectId == order.Id.Value && a.State == MoneyApprovalState.Waiting)
                    .Select(a => new WaitingRefund(a.Amount, a.Reason, a.AskedAt)).SingleOrDefaultAsync(cancellationToken),
                Offers = await offers.Of(order, cancellationToken),
                Complaint = await db.OpenComplaintOf(order.Id, cancellationToken),
            };
        }
    }
}

public sealed record RefundChoice
{
    public required string Number { get; init; }
    public required string StoreName { get; init; }
    public required OrderState State { get; init; }
    public required bool MayBeRefunded { get; init; }
    public required Rupiah Paid { get; init; }

    /// <summary>What a voucher paid beside the buyer: its fund gets its part of what goes back.</summary>
    public Rupiah FromVoucher { get; init; }

    /// <summary>Of all goods; a dispute may have taken some, so that it may be less than its lines together.</summary>
    public required Rupiah LeftGoods { get; init; }
    public required Rupiah LeftShipping { get; init; }
    public required IReadOnlyList<RefundableLine> Lines { get; init; }

    /// <summary>What went back before.</summary>
    public required IReadOnlyList<OrderRefund> Refunds { get; init; }

    /// <summary>A decision that waits for a second officer; null while none does.</summary>
    public required WaitingRefund? Waiting { get; init; }

    /// <summary>What others have found is to go back, such as for goods that came back.</summary>
    public required IReadOnlyList<RefundOffer> Offers { get; init; }

    /// <summary>The complaint that is open and decides what goes back; null while none is.</summary>
    public required string? Complaint { get; init; }

    public Rupiah Left => LeftGoods + LeftShipping;

    /// <summary>What is offered for a line, as far as it is left; null for nothing.</summary>
    public Rupiah? OfferedFor(RefundableLine line) =>
        Rupiah.Sum(Offers.Select(o => o.Lines.GetValueOrDefault(line.Id))) is { IsPositive: true } offered ? Rupiah.Min(offered, line.Left) : null;

    public Rupiah? OfferedForShipping => Rupiah.Sum(Offers.Select(o => o.Shipping)) is { IsPositive: true } offered ? Rupiah.Min(offered, LeftShipping) : null;
}

public sealed record WaitingRefund(Rupiah Amount, string Reason, DateTimeOffset AskedAt);

/// <param name="Left">What of it can still go back.</param>
public sealed record RefundableLine(OrderLineId Id, string Name, int Quantity, Rupiah Total, Rupiah Left);
