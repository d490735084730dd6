using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Domain.Warranties;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Review;

/// <summary>
/// An officer gave money back for a line of which one claim is being decided: the claim ends with it, by the same officer and for the
/// same reason. Where several are, or other things were refunded with it, an officer says which (<see cref="EndClaimByRefund"/>).
/// </summary>
public sealed class WhenRefundDecided(IKomejiDb db, TimeProvider clock) : IReaction<RefundDecided>
{
    public async Task Handle(Happened<RefundDecided> happened, CancellationToken cancellationToken)
    {
        var decision = await db.RefundDecisions.FindAsync([happened.Fact.RefundId], cancellationToken) ?? throw new NotFound();
        var by = Actor.Staff(decision.DecidedBy, decision.DecidedAs);
        if (decision.Lines is not [{ OrderLineId: var line }] || ClaimMoves.SideOf(by) != ClaimSide.Officer)
        {
            return;
        }

        var claims = await db.WarrantyClaims.Where(c => c.OrderLineId == line && c.State == ClaimState.UnderReview).Take(2).ToListAsync(cancellationToken);
        if (claims is [var claim])
        {
            claim.Refund(decision.Id, by, decision.Reason, clock.GetUtcNow());
        }
    }
}
