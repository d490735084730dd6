using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>A transfer that was prepared is not made after all. When the buyer's bank has taken the money for her, that settles it.</summary>
public sealed record DropRefundTransfer(RefundId Id, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<DropRefundTransfer>
    {
        public async Task<Unit> Handle(DropRefundTransfer request, CancellationToken cancellationToken)
        {
            var officer = user.Require();
            var refund = await db.Refunds.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFound();
            await db.RequireNotOwn(refund, officer, cancellationToken);
            refund.DropTransfer(Actor.Staff(officer.Value, Roles.Finance), request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
