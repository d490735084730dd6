using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>A refund the provider refused will be transferred: one officer says to which account, another transfers.</summary>
/// <param name="Account">Empty for the one the buyer named.</param>
/// <param name="Reason">Why to another account than hers, or to hers although its holder is called differently.</param>
public sealed record PrepareRefundTransfer(RefundId Id, string Account, string Reason = "") : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, DisputeBooks books, ICurrentUser user, TimeProvider clock) : IRequestHandler<PrepareRefundTransfer>
    {
        public async Task<Unit> Handle(PrepareRefundTransfer request, CancellationToken cancellationToken)
        {
            await db.TakeTurn(NameRefundAccount.Turn(request.Id), cancellationToken);
            var officer = user.Require();
            var refund = await db.Refunds.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFound();
            await db.RequireNotOwn(refund, officer, cancellationToken);
            await books.RequireUndisputed(refund, cancellationToken);
            var named = await db.RefundAccounts.AsNoTracking().SingleOrDefaultAsync(a => a.RefundId == refund.Id, cancellationToken);
            var by = Actor.Staff(officer.Value, Roles.Finance);
            if (named is { IsKnown: true })
            {
                PayNamed(refund, named, request, by);
            }
            else
            {
                refund.PayByHand(by, request.Account, clock.GetUtcNow());
            }

            return Unit.Value;
        }

        void PayNamed(Refund refund, RefundAccount named, PrepareRefundTransfer request, Actor by)
        {
            var other = request.Account.Trim();
            if (other.Length == 0 && named.NameMatches)
            {
                refund.PayByHand(by, named.Shown, clock.GetUtcNow());
            }
            else
            {
                refund.PayByHandBecause(by, other.Length == 0 ? named.Shown : other, request.Reason, clock.GetUtcNow());
            }
        }
    }
}
