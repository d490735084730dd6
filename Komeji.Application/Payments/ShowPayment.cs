using Komeji.Application.Common;
using Komeji.Application.Payments.Desk;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>How the payment of one's own purchase stands.</summary>
public sealed record ShowPayment(string PurchaseNumber) : IQuery<PaymentPage>
{
    internal sealed class Handler(IKomejiDb db, Gateways gateways, ICurrentUser user, TimeProvider clock) : IRequestHandler<ShowPayment, PaymentPage>
    {
        public async Task<PaymentPage> Handle(ShowPayment request, CancellationToken cancellationToken)
        {
            var buyer = user.Require();
            var purchase = await db.Purchases.AsNoTracking().Include(p => p.Orders)
                .SingleOrDefaultAsync(p => p.Number == request.PurchaseNumber && p.BuyerId == buyer, cancellationToken)
                ?? throw new NotFound();
            var payment = await db.Payments.AsNoTracking().Include(p => p.Attempts).SingleAsync(p => p.PurchaseId == purchase.Id, cancellationToken);
            var refunds = await db.Refunds.AsNoTracking().Where(r => r.PurchaseId == purchase.Id).OrderBy(r => r.RequestedAt)
                .Select(r => new PaymentPage.RefundRow(r.Id, r.Amount, r.State, r.RequestedAt, r.OrderId == null && r.ReasonCode != DecideMoneyBack.RefundReason, r.ReasonCode == DecideRefund.ReasonCode)).ToListAsync(cancellationToken);
            return new PaymentPage(
                purchase.Number,
                payment.Amount,
                StandingOf(payment, purchase.PayBefore <= clock.GetUtcNow()),
                purchase.PayBefore,
                payment.PaidAt,
                payment.Attempts.OrderByDescending(a => a.CreatedAt).FirstOrDefault(a => a.State == AttemptState.Declined)?.DeclineReason ?? "",
                [.. purchase.Orders.OrderBy(o => o.Number).Select(o => new PaymentPage.OrderRow(o.Number, o.StoreName, o.Goods, o.Shipping.Fee, o.Total, o.State, o.CooperativeDiscount))],
                refunds)
            {
                Channels = [.. Offered.Where(c => c.Takes(payment.Amount))],
                Shown = WayOf(payment, clock.GetUtcNow()),
            };
        }

        IReadOnlyList<PayChannel> Offered => gateways.All.Count > 0 ? gateways.Chosen.Channels : [];

        PaymentPage.WayToPay? WayOf(Payment payment, DateTimeOffset now)
        {
            var begun = payment.OpenAttempt is { State: AttemptState.Started } open ? PayInstruction.Read(open.PayAddress) : null;
            return begun is not null && begun.IsUsable(now) && Offered.FirstOrDefault(c => c.Code == begun.Channel) is { } channel ? new PaymentPage.WayToPay(channel, begun) : null;
        }

        static PaymentStanding StandingOf(Payment payment, bool timeIsUp) => payment.State switch
        {
            PaymentState.Paid => PaymentStanding.Paid,
            PaymentState.Expired => PaymentStanding.Expired,
            PaymentState.Cancelled => PaymentStanding.Cancelled,
            PaymentState.NeedsCheck => PaymentStanding.BeingChecked,
            PaymentState.InCash => PaymentStanding.InCash,
            _ when timeIsUp => payment.OpenAttempt is null ? PaymentStanding.Expired : PaymentStanding.BeingChecked,
            PaymentState.Failed => PaymentStanding.Failed,
            _ when payment.OpenAttempt?.State == AttemptState.Started => PaymentStanding.Started,
            _ => PaymentStanding.Waiting,
        };
    }
}

/// <summary>What the page tells the buyer.</summary>
public enum PaymentStanding
{
    Waiting,

    /// <summary>A page to pay on was opened; nothing has been heard of it yet.</summary>
    Started,
    Paid,
    Failed,
    Expired,
    Cancelled,
    BeingChecked,

    /// <summary>The buyer pays the shop when she has the goods.</summary>
    InCash,
}

public sealed record PaymentPage(
    string Number,
    Rupiah Total,
    PaymentStanding Standing,
    DateTimeOffset PayBefore,
    DateTimeOffset? PaidAt,
    string DeclineReason,
    IReadOnlyList<PaymentPage.OrderRow> Orders,
    IReadOnlyList<PaymentPage.RefundRow> Refunds)
{
    /// <summary>The ways to pay she may choose among; none where the provider's page lets her choose.</summary>
    public IReadOnlyList<PayChannel> Channels { get; init; } = [];

    /// <summary>What she has begun to pay with, while it is of use.</summary>
    public WayToPay? Shown { get; init; }

    public bool CanPay => Standing is PaymentStanding.Waiting or PaymentStanding.Started or PaymentStanding.Failed;

    public sealed record OrderRow(string Number, string StoreName, Rupiah Goods, Rupiah Shipping, Rupiah Total, OrderState State, Rupiah Voucher);

    public sealed record WayToPay(PayChannel Channel, PayInstruction Instruction);

    /// <param name="IsSurplus">Money that came late or twice.</param>
    /// <param name="IsDecided">An officer decided that so much of an order goes back.</param>
    public sealed record RefundRow(RefundId Id, Rupiah Amount, RefundState State, DateTimeOffset RequestedAt, bool IsSurplus, bool IsDecided);
}
