using Komeji.Application.Common;
using Komeji.Application.Taxes;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>
/// An officer decides that a part of what was paid for an order, or all of it, goes back to the buyer, and who bears it (rules P6 to P8).
/// It may be done again until nothing is left. Above a limit another officer has to agree first. The refund is sent as any other.
/// </summary>
/// <param name="Seen">What <see cref="PreviewRefund"/> showed: when something else happened meanwhile it is to be looked at again.</param>
public sealed record DecideRefund(string Number, RefundPlan Plan, string Reason, string Seen) : ICommand<MoneyDecided>, INeedsProof
{
    /// <summary>What its refund says.</summary>
    public const string ReasonCode = "refund_decided";

    internal sealed class Handler(IKomejiDb db, TaxBooks taxes, RefundDrafts drafts, MoneyDeeds deeds, SecondOfficer second, TimeProvider clock) : IRequestHandler<DecideRefund, MoneyDecided>
    {
        public async Task<MoneyDecided> Handle(DecideRefund request, CancellationToken cancellationToken)
        {
            var (now, officer) = (clock.GetUtcNow(), drafts.Officer());
            var purchase = (await db.Orders.Where(o => o.Number == request.Number).Select(o => new { o.PurchaseId }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound()).PurchaseId;
            await db.TakeRefundTurn(purchase, cancellationToken);
            await taxes.TakeTurn(cancellationToken);
            var waits = await second.IsNeededToRefund(purchase, request.Plan.Amount, cancellationToken);
            var draft = await drafts.Make(officer, waits ? db.Orders.AsNoTracking() : db.Orders, request.Number, request.Plan, request.Reason, now, cancellationToken);
            draft.RequireSeen(request.Seen, now);
            if (waits)
            {
                var wish = new MoneyWish(MoneyAct.Refund, draft.Order.Id.Value, purchase, request.Number, request.Plan.Amount, request.Reason, RefundWish.Write(request.Plan), request.Seen);
                return await second.Ask(wish, officer, cancellationToken);
            }

            deeds.Book(draft);
            return MoneyDecided.Booked;
        }
    }
}
