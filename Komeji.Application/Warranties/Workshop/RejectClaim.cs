using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Warranties.Workshop;

/// <summary>The shop says no, with a reason; the buyer may ask an officer.</summary>
/// <exception cref="RuleBroken"><c>claim.reason_required</c>, <c>claim.illegal_move</c></exception>
public sealed record RejectClaim(string Claim, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<RejectClaim>
    {
        public async Task<Unit> Handle(RejectClaim request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var claim = await db.WarrantyClaims.MadeTo(shop).Load(request.Claim, cancellationToken);
            claim.Reject(shop.Actor, request.Reason, await settings.ClaimTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
