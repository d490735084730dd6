using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>The transfer was made: the bank's reference is kept, and the books say that the buyer has the money.</summary>
/// <param name="BeforeDispute">It had been made when the buyer's bank began a dispute. What the bank takes on top is the cooperative's loss, so it has to be said.</param>
public sealed record RecordRefundTransfer(RefundId Id, string Reference, bool BeforeDispute = false) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, DisputeBooks books, ICurrentUser user, TimeProvider clock) : IRequestHandler<RecordRefundTransfer>
    {
        public async Task<Unit> Handle(RecordRefundTransfer request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var officer = user.Require();
            var refund = await db.Refunds.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFound();
            await db.RequireNotOwn(refund, officer, cancellationToken);
            await RequireAnotherOfficer(refund, officer, cancellationToken);
            if (!request.BeforeDispute)
            {
                await books.RequireUndisputed(refund, cancellationToken);
            }

            refund.Transfer(Actor.Staff(officer.Value, Roles.Finance), request.Reference, now);
            db.Journals.Add(PostingRules.RefundedByTransfer(refund, refund.ProviderReference, now, now));
            (await db.RefundAccounts.SingleOrDefaultAsync(a => a.RefundId == refund.Id, cancellationToken))?.Forget();
            return Unit.Value;
        }

        /// <summary>Who prepares a payment out may not make it.</summary>
        async Task RequireAnotherOfficer(Refund refund, UserId officer, CancellationToken cancellationToken)
        {
            var prepared = await db.StateChanges.StepsOf(refund.Id).Where(c => c.ReasonCode == "manual_transfer")
                .OrderByDescending(c => c.Id).Select(c => c.ActorId).FirstOrDefaultAsync(cancellationToken);
            if (prepared == officer.Value)
            {
                throw new RuleBroken("refund.same_officer", "Anda yang menyiapkan transfer ini. Minta petugas keuangan lain mentransfer dan mencatatnya.");
            }
        }
    }
}
