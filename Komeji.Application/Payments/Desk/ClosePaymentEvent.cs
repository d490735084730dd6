using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>A notification no rule could book is done with: somebody says what was done about it, under her name.</summary>
public sealed record ClosePaymentEvent(long Id, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ClosePaymentEvent>
    {
        public async Task<Unit> Handle(ClosePaymentEvent request, CancellationToken cancellationToken)
        {
            var stored = await db.PaymentEvents.SingleOrDefaultAsync(e => e.Id == request.Id, cancellationToken) ?? throw new NotFound();
            stored.Close(user.Require(), request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
