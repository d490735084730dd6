using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>Sends money back: the refund is marked as sent, then the provider is called under its key, then the answer is stored.</summary>
public sealed record SendRefund(RefundId Refund) : ICommand, ISelfTransacting
{
    /// <summary>How long the call may take before another worker asks what became of it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

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

            refund.Send(Lease, clock.GetUtcNow());
            return refund;
        }

        async Task<bool> Note(RefundId id, RefundOutcome outcome)
        {
            progress.Note(await db.Refunds.SingleAsync(r => r.Id == id), outcome);
            return true;
        }
    }
}
