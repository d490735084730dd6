using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Warranties.Claims;

/// <summary>A keeper has taken a claimed thing in at the community point; who did it stays with the claim.</summary>
/// <exception cref="RuleBroken"><c>claim.sent</c>, <c>claim.illegal_move</c></exception>
public sealed record TakeInClaimedGoods(string Claim) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<TakeInClaimedGoods>
    {
        public async Task<Unit> Handle(TakeInClaimedGoods request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var claim = await db.WarrantyClaims.BroughtTo(me, db.PickupPoints).Load(request.Claim, cancellationToken);
            claim.TakeIn(me, await settings.ClaimTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
