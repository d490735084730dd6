using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>The call that pays a refund: its intent is stored before, its answer after.</summary>
public sealed class RefundCall(IKomejiDb db, UnitOfWork unitOfWork, Gateways gateways, RefundProgress progress, DisputeCall disputes, DisputeBooks books, TimeProvider clock)
{
    public async Task Send(RefundId id, CancellationToken cancellationToken)
    {
        var claimed = false;
        var refund = await unitOfWork.RunAfresh(() => Claim(id, c => claimed = c, cancellationToken), cancellationToken);
        if (claimed)
        {
            var outcome = gateways.Named(refund.Gateway) is { } gateway
                ? await gateway.Refund(refund.Id, refund.ProviderPayment, refund.Rest, CancellationToken.None)
                : new RefundOutcome.Failed("gateway_not_in_use");
            await Note(refund, outcome);
        }
        else if (refund.State == RefundState.Requested)
        {
            await disputes.Learn(refund.Gateway, refund.ProviderPayment);
        }
    }

    /// <summary>Stores what the provider said.</summary>
    public async Task Note(Refund refund, RefundOutcome outcome)
    {
        await unitOfWork.RunAfresh(() => Store(refund.Id, outcome), CancellationToken.None);
        if (outcome is RefundOutcome.Disputed)
        {
            await disputes.Learn(refund.Gateway, refund.ProviderPayment);
        }
    }

    async Task<bool> Store(RefundId id, RefundOutcome outcome)
    {
        progress.Note(await db.Refunds.SingleAsync(r => r.Id == id), outcome);
        return true;
    }

    /// <param name="claimed">Told whether it is to be sent now. One that is not sent and still requested waits for a dispute.</param>
    async Task<Refund> Claim(RefundId id, Action<bool> claimed, CancellationToken cancellationToken)
    {
        claimed(false);
        var now = clock.GetUtcNow();
        var refund = await db.Refunds.SingleAsync(r => r.Id == id, cancellationToken);
        if (refund.State is RefundState.Requested or RefundState.Failed)
        {
            await books.Settle(refund, now, cancellationToken);
        }

        if (refund.State != RefundState.Requested)
        {
            return refund;
        }

        if (await books.Holds(refund, cancellationToken))
        {
            refund.AwaitDispute(RefundProgress.WaitForDispute, now);
            return refund;
        }

        refund.Send(SendRefund.Lease, now);
        claimed(true);
        return refund;
    }
}
