using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Warranties.Claims;

/// <summary>The buyer does not accept a no, the system's or the warrantor's: once, an officer looks.</summary>
/// <exception cref="RuleBroken"><c>claim.reason_required</c>, <c>claim.illegal_move</c></exception>
public sealed record AskClaimReview(string Claim, string Plea) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<AskClaimReview>
    {
        public async Task<Unit> Handle(AskClaimReview request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var claim = await db.WarrantyClaims.MadeBy(me).Load(request.Claim, cancellationToken);
            claim.AskReview(Actor.Buyer(me.Value), request.Plea, await settings.ClaimTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
