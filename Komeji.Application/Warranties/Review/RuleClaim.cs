using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Warranties;
using MediatR;

namespace Komeji.Application.Warranties.Review;

/// <summary>An officer without a tie to either side says who is right, and why.</summary>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>claim.ruling</c>, <c>claim.reason_required</c>, <c>claim.illegal_move</c></exception>
public sealed record RuleClaim(string Claim, ClaimRuling Ruling, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<RuleClaim>
    {
        public async Task<Unit> Handle(RuleClaim request, CancellationToken cancellationToken)
        {
            var (claim, by) = await db.LoadForRuling(user, request.Claim, cancellationToken);
            claim.Rule(request.Ruling, by, request.Reason, await settings.ClaimTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
