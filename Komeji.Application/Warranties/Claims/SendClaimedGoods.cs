using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Warranties.Claims;

/// <summary>The buyer has given the thing to a courier.</summary>
/// <exception cref="RuleBroken"><c>claim.waybill</c>, <c>claim.sent</c>, <c>claim.illegal_move</c></exception>
public sealed record SendClaimedGoods(string Claim, string Waybill) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<SendClaimedGoods>
    {
        public async Task<Unit> Handle(SendClaimedGoods request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var claim = await db.WarrantyClaims.MadeBy(me).Load(request.Claim, cancellationToken);
            claim.Send(Actor.Buyer(me.Value), request.Waybill, await settings.ClaimTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
