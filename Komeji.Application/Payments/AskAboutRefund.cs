using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>Asks what became of a refund. One that never arrived is sent again under the same key, which cannot pay twice.</summary>
public sealed record AskAboutRefund(RefundId Refund) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, Gateways gateways, RefundCall call) : IRequestHandler<AskAboutRefund>
    {
        public async Task<Unit> Handle(AskAboutRefund request, CancellationToken cancellationToken)
        {
            var refund = await db.Refunds.AsNoTracking().SingleAsync(r => r.Id == request.Refund, cancellationToken);
            if (refund.State is RefundState.Sent or RefundState.NeedsCheck && gateways.Named(refund.Gateway) is { } gateway)
            {
                var outcome = await gateway.AskRefund(refund.Id, refund.ProviderPayment, cancellationToken);
                await call.Note(refund, outcome);
                if (outcome is RefundOutcome.Absent)
                {
                    await call.Send(refund.Id, cancellationToken);
                }
            }

            return Unit.Value;
        }
    }
}
