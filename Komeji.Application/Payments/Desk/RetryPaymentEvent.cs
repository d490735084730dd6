using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>A notification that was given up is acted on again.</summary>
public sealed record RetryPaymentEvent(long Id) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<RetryPaymentEvent>
    {
        public async Task<Unit> Handle(RetryPaymentEvent request, CancellationToken cancellationToken)
        {
            var stored = await db.PaymentEvents.SingleOrDefaultAsync(e => e.Id == request.Id, cancellationToken) ?? throw new NotFound();
            stored.Revive(clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
