using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>A refund with every step of it, for finance.</summary>
public sealed record ShowRefund(RefundId Id) : IQuery<RefundPage>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ShowRefund, RefundPage>
    {
        public async Task<RefundPage> Handle(ShowRefund request, CancellationToken cancellationToken)
        {
            var refund = await db.Refunds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var purchase = await db.Purchases.Where(p => p.Id == refund.PurchaseId).Select(p => p.Number).SingleAsync(cancellationToken);
            var order = await db.Orders.Where(o => o.Id == refund.OrderId).Select(o => o.Number).SingleOrDefaultAsync(cancellationToken);
            var steps = await db.StateChanges.StepsOf(refund.Id).OrderBy(c => c.Id)
                .Select(c => new RefundStep(c.To, c.ReasonCode, c.Note, c.ActorRole, c.At)).ToListAsync(cancellationToken);
            return new RefundPage(refund.Id, purchase, order, refund.Amount, refund.State, refund.Gateway, refund.ReasonCode, refund.RequestedAt, steps);
        }
    }
}

/// <param name="Order">Null for money that came late, twice or wrongly.</param>
public sealed record RefundPage(
    RefundId Id, string Purchase, string? Order, Rupiah Amount, RefundState State, string Gateway, string ReasonCode, DateTimeOffset RequestedAt, IReadOnlyList<RefundStep> Steps);

public sealed record RefundStep(string To, string ReasonCode, string? Note, string ActorRole, DateTimeOffset At);
