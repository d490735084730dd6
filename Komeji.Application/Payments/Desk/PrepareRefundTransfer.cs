using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>A refund the provider refused will be transferred: one officer names the account, another transfers.</summary>
public sealed record PrepareRefundTransfer(RefundId Id, string Account) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, DisputeBooks books, ICurrentUser user, TimeProvider clock) : IRequestHandler<PrepareRefundTransfer>
    {
        public async Task<Unit> Handle(PrepareRefundTransfer request, CancellationToken cancellationToken)
        {
            var officer = user.Require();
            var refund = await db.Refunds.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFound();
            await db.RequireNotOwn(refund, officer, cancellationToken);
            await books.RequireUndisputed(refund, cancellationToken);
            refund.PayByHand(Actor.Staff(officer.Value, Roles.Finance), request.Account, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
