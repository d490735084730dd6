using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>A refund with every step of it, for finance.</summary>
public sealed record ShowRefund(RefundId Id) : IQuery<RefundPage>
{
    internal sealed class Handler(IKomejiDb db, DisputeBooks books) : IRequestHandler<ShowRefund, RefundPage>
    {
        public async Task<RefundPage> Handle(ShowRefund request, CancellationToken cancellationToken)
        {
            var refund = await db.Refunds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var purchase = await db.Purchases.Where(p => p.Id == refund.PurchaseId).Select(p => p.Number).SingleAsync(cancellationToken);
            var order = await db.Orders.Where(o => o.Id == refund.OrderId).Select(o => o.Number).SingleOrDefaultAsync(cancellationToken);
            var steps = await db.StateChanges.StepsOf(refund.Id).OrderBy(c => c.Id)
                .Select(c => new RefundStep(c.To, c.ReasonCode, c.Note, c.ActorRole, c.At)).ToListAsync(cancellationToken);
            return new RefundPage(refund.Id, purchase, order, refund.Amount, refund.Settled, refund.Obstacle, await books.ForbidsTransfer(refund, cancellationToken), refund.State, refund.Gateway, refund.ReasonCode, refund.RequestedAt, steps)
            {
                Account = await db.ReadRefundAccount(refund.Id, cancellationToken),
            };
        }
    }
}

/// <param name="Order">Null for money that came late, twice or wrongly.</param>
/// <param name="Settled">What of it the buyer has got from her bank.</param>
/// <param name="Obstacle">Why the provider refused it although nobody else may pay it yet; empty otherwise.</param>
/// <param name="IsDisputed">The buyer's bank may pay her, or has: no transfer may be made.</param>
public sealed record RefundPage(
    RefundId Id, string Purchase, string? Order, Rupiah Amount, Rupiah Settled, string Obstacle, bool IsDisputed, RefundState State, string Gateway, string ReasonCode, DateTimeOffset RequestedAt, IReadOnlyList<RefundStep> Steps)
{
    /// <summary>The account the buyer named; null while she has not.</summary>
    public NamedAccount? Account { get; init; }
}

public sealed record RefundStep(string To, string ReasonCode, string? Note, string ActorRole, DateTimeOffset At);
