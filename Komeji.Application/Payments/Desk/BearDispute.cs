using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>
/// A dispute was lost and its orders have not given the money up: finance decides that the cooperative bears what is left (5030), and
/// the orders go on. Where the seller is to bear it, the orders are cancelled or refunded instead.
/// </summary>
public sealed record BearDispute(DisputeId Id, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, DisputeBooks books, ICurrentUser user, TimeProvider clock) : IRequestHandler<BearDispute>
    {
        public async Task<Unit> Handle(BearDispute request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var officer = user.Require();
            var disputed = await db.Disputes.Where(d => d.Id == request.Id).Select(d => new { d.PurchaseId }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            await db.TakeRefundTurn(disputed.PurchaseId, cancellationToken);
            var dispute = await db.Disputes.Include(d => d.Claims).SingleAsync(d => d.Id == request.Id, cancellationToken);
            await db.RequireNotOwn(dispute.PurchaseId, officer, cancellationToken);
            await RequireNothingOwed(dispute, cancellationToken);
            var left = await db.LeftOf(dispute.PurchaseId, await db.BorneFor(dispute.PurchaseId, cancellationToken), cancellationToken);
            var rest = dispute.BearRest(Actor.Staff(officer.Value, Roles.Finance), request.Reason, now);
            Book(dispute, Rupiah.Min(rest, left.IsPositive ? left : Rupiah.Zero), rest, now);
            await books.GoOn(dispute, now, cancellationToken);
            return Unit.Value;
        }

        /// <summary>What the buyer had got back before already she has twice now; only the rest is instead of a refund.</summary>
        void Book(Dispute dispute, Rupiah insteadOfRefund, Rupiah all, DateTimeOffset now)
        {
            if (insteadOfRefund.IsPositive)
            {
                db.Journals.Add(PostingRules.DisputeBorne(dispute, insteadOfRefund, PostingRules.BorneByDecision, now));
            }

            if (all > insteadOfRefund)
            {
                db.Journals.Add(PostingRules.DisputeBorne(dispute, all - insteadOfRefund, "paid-twice", now));
            }
        }

        /// <summary>A refund that is still owed would then be paid on top of what the bank gave the buyer.</summary>
        async Task RequireNothingOwed(Dispute dispute, CancellationToken cancellationToken)
        {
            if (await db.Refunds.AnyAsync(r => r.Gateway == dispute.Gateway && r.ProviderPayment == dispute.ProviderPayment && r.State != RefundState.Succeeded, cancellationToken))
            {
                throw new RuleBroken("dispute.refund_open", "Masih ada pengembalian dana yang belum selesai untuk pembayaran ini. Selesaikan dahulu, supaya pembeli tidak dibayar dua kali.");
            }
        }
    }
}
