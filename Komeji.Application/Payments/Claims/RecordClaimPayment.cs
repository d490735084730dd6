using Komeji.Application.Common;
using Komeji.Application.Payments.Desk;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Claims;

/// <summary>
/// A courier paid a claim, or a part of it, perhaps after it was written off: finance records what came in at the bank (rule P16). A
/// transfer, known by its account and the bank's reference, pays one claim once.
/// </summary>
/// <exception cref="NotFound">No such claim.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>claim.recorded</c>, <c>claim.amount</c>, <c>claim.account</c>, <c>claim.reference</c>, <c>claim.day</c></exception>
public sealed record RecordClaimPayment(RefundId Id, ClaimMoney Money) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<RecordClaimPayment>
    {
        public async Task<Unit> Handle(RecordClaimPayment request, CancellationToken cancellationToken)
        {
            var (now, officer) = (clock.GetUtcNow(), user.Require());
            await db.TakeClaimTurn(request.Id, cancellationToken);
            var claim = await db.ClaimOf(request.Id, cancellationToken);
            await db.RequireNotOwn(claim.PurchaseId, officer, cancellationToken);
            var payment = ClaimPayment.Record(claim.Id, await db.OpenOf(claim.Id, cancellationToken), request.Money, officer, now, await db.WrittenOffOf(claim.Id, cancellationToken));
            if (await db.ClaimPayments.AnyAsync(p => p.Reference == payment.Reference && (p.RefundId == claim.Id || p.Account == payment.Account), cancellationToken))
            {
                throw new RuleBroken("claim.recorded", "Uang masuk dengan nomor referensi itu sudah dicatat untuk sebuah klaim. Periksa nomornya pada mutasi bank.");
            }

            db.ClaimPayments.Add(payment);
            db.Journals.Add(PostingRules.ClaimPaid(payment, claim.PurchaseId, now));
            db.StateChanges.Add(new StateChange(ClaimBooks.Subject, claim.Id.Value, "", "", Actor.Staff(officer.Value, Roles.Finance), now, "claim_paid", $"{payment.Amount} {payment.Reference}"));
            return Unit.Value;
        }
    }
}
