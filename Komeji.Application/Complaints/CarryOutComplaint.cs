using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Payments;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Taxes;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints;

/// <summary>
/// What was agreed or decided goes back by a decided refund, once: the refund and the complaint's end are one transaction. When something
/// stands in the way, it is noted on the complaint and tried again.
/// </summary>
public sealed record CarryOutComplaint(ComplaintId Id) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, RefundDrafts drafts, MoneyDeeds deeds, SecondOfficer second, TaxBooks taxes, TimeProvider clock) : IRequestHandler<CarryOutComplaint>
    {
        static readonly TimeSpan TryAgainAfter = TimeSpan.FromHours(1);

        public async Task<Unit> Handle(CarryOutComplaint request, CancellationToken cancellationToken)
        {
            try
            {
                await unitOfWork.Run(() => CarryOut(request.Id, cancellationToken), cancellationToken);
            }
            catch (RuleBroken refusal)
            {
                db.Forget();
                await unitOfWork.Run(() => HoldUp(request.Id, refusal.Message, cancellationToken), cancellationToken);
            }

            return Unit.Value;
        }

        async Task CarryOut(ComplaintId id, CancellationToken cancellationToken)
        {
            var (complaint, now) = (await db.TakeComplaint(id, cancellationToken), clock.GetUtcNow());
            if (complaint.State != ComplaintState.Executing || complaint.DueAt is not { } due || due > now || complaint.Outcome is not { } outcome || outcome.Solution.Sends())
            {
                return;
            }

            var purchase = await db.Orders.Where(o => o.Id == complaint.OrderId).Select(o => o.PurchaseId).SingleAsync(cancellationToken);
            await db.TakeRefundTurn(purchase, cancellationToken);
            await taxes.TakeTurn(cancellationToken);
            var order = await db.Orders.Include(o => o.Lines).Include(o => o.Timers).SingleAsync(o => o.Id == complaint.OrderId, cancellationToken);
            if (complaint.Plan(order.Sequence) is not { } plan)
            {
                complaint.Settle(null, now);
                return;
            }

            if (outcome.IsDecision && await second.IsNeededToRefund(purchase, plan.Amount, cancellationToken))
            {
                await AskSecond(complaint, outcome, plan, now, cancellationToken);
                return;
            }

            await db.LoseWithParcels(order, plan, Reason(complaint, outcome), now, cancellationToken);
            var draft = await drafts.Draw(order, plan, new Actor(outcome.ById, outcome.ByRole), Reason(complaint, outcome), now, cancellationToken);
            deeds.Book(draft);
            await db.SettleComplaint(complaint, draft.Refund.Id, now, cancellationToken);
        }

        static string Reason(Complaint complaint, ComplaintOffer outcome) => PlainText.Cut($"Komplain {complaint.Number}: {outcome.Reason}", 500);

        /// <summary>So much is not one officer's to decide: until another agrees nothing moves. What would be refused is refused now.</summary>
        async Task AskSecond(Complaint complaint, ComplaintOffer outcome, RefundPlan plan, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var (by, why) = (new Actor(outcome.ById, outcome.ByRole), Reason(complaint, outcome));
            var order = await db.Orders.AsNoTracking().Load(complaint.OrderNumber, cancellationToken);
            order.Lose(plan, why, now);
            var draft = await drafts.Draw(order, plan, by, why, now, cancellationToken);
            await second.Ask(new MoneyWish(MoneyAct.Complaint, outcome.Id.Value, order.PurchaseId, order.Number, plan.Amount, why, RefundWish.Write(plan), draft.Effect(now)), by, cancellationToken);
            complaint.AwaitSecond();
        }

        async Task HoldUp(ComplaintId id, string why, CancellationToken cancellationToken)
        {
            var complaint = await db.TakeComplaint(id, cancellationToken);
            if (complaint.State == ComplaintState.Executing)
            {
                complaint.HoldUp(why, clock.GetUtcNow() + TryAgainAfter);
            }
        }
    }
}
