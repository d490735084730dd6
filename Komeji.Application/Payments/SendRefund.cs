using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>
/// Sends money back: the refund is marked as sent, then the provider is called under its key, then the answer is stored. Money the
/// buyer's bank has taken is not sent a second time: while that is in dispute it waits, and when it is lost it counts as paid back.
/// </summary>
public sealed record SendRefund(RefundId Refund) : ICommand, ISelfTransacting
{
    /// <summary>How long the call may take before another worker asks what became of it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Disputes take weeks.</summary>
    static readonly TimeSpan WaitForDispute = TimeSpan.FromHours(6);

    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, Gateways gateways, RefundProgress progress, TimeProvider clock) : IRequestHandler<SendRefund>
    {
        public async Task<Unit> Handle(SendRefund request, CancellationToken cancellationToken)
        {
            var refund = await unitOfWork.Run(() => Claim(request.Refund, cancellationToken), cancellationToken);
            if (refund is null)
            {
                return Unit.Value;
            }

            var outcome = gateways.Named(refund.Gateway) is { } gateway
                ? await gateway.Refund(refund.Id, refund.ProviderPayment, refund.Amount, CancellationToken.None)
                : new RefundOutcome.Failed("gateway_not_in_use");
            await unitOfWork.RunAfresh(() => Note(request.Refund, outcome), CancellationToken.None);
            return Unit.Value;
        }

        async Task<Refund?> Claim(RefundId id, CancellationToken cancellationToken)
        {
            var refund = await db.Refunds.SingleAsync(r => r.Id == id, cancellationToken);
            if (refund.State != RefundState.Requested)
            {
                return null;
            }

            var now = clock.GetUtcNow();
            if (await TakenBack(refund, cancellationToken) is { } dispute)
            {
                Settle(refund, dispute, now);
                return null;
            }

            refund.Send(Lease, now);
            return refund;
        }

        /// <summary>The dispute by which the buyer's bank took this money, while it is open or has been lost.</summary>
        Task<Dispute?> TakenBack(Refund refund, CancellationToken cancellationToken) => db.Disputes
            .Where(d => d.Gateway == refund.Gateway && d.ProviderPayment == refund.ProviderPayment && d.IsWithdrawn && d.State != DisputeState.Won
                && (d.State != DisputeState.Lost || (long)d.Unsettled >= (long)refund.Amount))
            .OrderBy(d => d.OpenedAt).FirstOrDefaultAsync(cancellationToken);

        void Settle(Refund refund, Dispute dispute, DateTimeOffset now)
        {
            if (dispute.State != DisputeState.Lost)
            {
                refund.Wait(WaitForDispute, now);
                return;
            }

            refund.Send(Lease, now);
            refund.Succeed(dispute.ProviderDispute, now);
            dispute.Settle(refund.Amount);
            db.Journals.Add(PostingRules.RefundedByDispute(refund, dispute, now));
        }

        async Task<bool> Note(RefundId id, RefundOutcome outcome)
        {
            progress.Note(await db.Refunds.SingleAsync(r => r.Id == id), outcome);
            return true;
        }
    }
}
