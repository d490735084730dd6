using Komeji.Application.Common;
using Komeji.Application.Taxes;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>
/// An officer decides that a part of what was paid for an order, or all of it, goes back to the buyer, and who bears it (rules P6 to P8).
/// It may be done again until nothing is left. The refund is sent as any other.
/// </summary>
/// <param name="Seen">What <see cref="PreviewRefund"/> showed: when something else happened meanwhile it is to be looked at again.</param>
public sealed record DecideRefund(string Number, RefundPlan Plan, string Reason, string Seen) : ICommand, INeedsProof
{
    /// <summary>What its refund says.</summary>
    public const string ReasonCode = "refund_decided";

    internal sealed class Handler(IKomejiDb db, TaxBooks taxes, RefundDrafts drafts, TimeProvider clock) : IRequestHandler<DecideRefund>
    {
        public async Task<Unit> Handle(DecideRefund request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var purchase = await db.Orders.Where(o => o.Number == request.Number).Select(o => new { o.PurchaseId }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            await db.TakeRefundTurn(purchase.PurchaseId, cancellationToken);
            await taxes.TakeTurn(cancellationToken);
            var draft = await drafts.Make(db.Orders, request.Number, request.Plan, request.Reason, now, cancellationToken);
            if (draft.Effect(now) != request.Seen)
            {
                throw new RuleBroken("refund.changed", "Ada yang berubah pada pesanan ini sejak pratinjau dibuat. Periksa pratinjau yang baru, lalu putuskan lagi.");
            }

            drafts.Book(draft, now);
            return Unit.Value;
        }
    }
}
