using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Domain.Warranties;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Review;

/// <summary>
/// An officer says which of the order's decided refunds was for this claim. Money is decided where every refund is; the claim only
/// names it, and one refund ends one claim.
/// </summary>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>claim.refund</c>, <c>claim.reason_required</c>, <c>claim.illegal_move</c></exception>
public sealed record EndClaimByRefund(string Claim, RefundId Refund) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<EndClaimByRefund>
    {
        public async Task<Unit> Handle(EndClaimByRefund request, CancellationToken cancellationToken)
        {
            await db.TakeTurn($"warranty refund {request.Refund.Value}", cancellationToken);
            var (claim, by) = await db.LoadForRuling(user, request.Claim, cancellationToken);
            var decision = await db.DecidedFor(claim).SingleOrDefaultAsync(d => d.Id == request.Refund, cancellationToken)
                ?? throw new RuleBroken("claim.refund", "Pengembalian itu bukan untuk barang ini, atau sudah menutup klaim lain. Pilih dari daftar, atau putuskan pengembaliannya dahulu.");
            claim.Refund(decision.Id, by, decision.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

static class DecidedRefunds
{
    /// <summary>Decided since the claim was sent, with something for its line, and not yet another claim's.</summary>
    public static IQueryable<RefundDecision> DecidedFor(this IKomejiDb db, WarrantyClaim claim)
    {
        var (order, line, since) = (claim.OrderId, claim.OrderLineId, claim.SubmittedAt);
        return db.RefundDecisions.AsNoTracking().Where(d => d.OrderId == order && d.DecidedAt >= since && d.Lines.Any(l => l.OrderLineId == line) && !db.WarrantyClaims.Any(c => c.RefundId == d.Id));
    }
}
