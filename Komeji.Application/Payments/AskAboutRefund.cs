using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>Asks what became of a refund. One that never arrived is sent again under the same key, which cannot pay twice.</summary>
public sealed record AskAboutRefund(RefundId Refund) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, Gateways gateways, RefundProgress progress) : IRequestHandler<AskAboutRefund>
    {
        public async Task<Unit> Handle(AskAboutRefund request, CancellationToken cancellationToken)
        {
            var refund = await db.Refunds.AsNoTracking().SingleAsync(r => r.Id == request.Refund, cancellationToken);
            if (refund.State is RefundState.Sent or RefundState.NeedsCheck && gateways.Named(refund.Gateway) is { } gateway)
            {
                var outcome = await gateway.AskRefund(refund.Id, refund.ProviderPayment, cancellationToken);
                if (outcome is RefundOutcome.Absent)
                {
                    outcome = await gateway.Refund(refund.Id, refund.ProviderPayment, refund.Amount, CancellationToken.None);
                }

                await unitOfWork.RunAfresh(() => Note(request.Refund, outcome), CancellationToken.None);
            }

            return Unit.Value;
        }

        async Task<bool> Note(RefundId id, RefundOutcome outcome)
        {
            progress.Note(await db.Refunds.SingleAsync(r => r.Id == id), outcome);
            return true;
        }
    }
}
