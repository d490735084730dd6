using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Warranties.Workshop;

/// <summary>The shop finds that the thing is not covered, or wants to give the money back: an officer decides.</summary>
/// <exception cref="RuleBroken"><c>claim.reason_required</c>, <c>claim.illegal_move</c></exception>
public sealed record AskClaimRuling(string Claim, bool Refund, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<AskClaimRuling>
    {
        public async Task<Unit> Handle(AskClaimRuling request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var claim = await db.WarrantyClaims.MadeTo(shop).Load(request.Claim, cancellationToken);
            claim.AskRuling(shop.Actor, request.Refund, request.Reason, await settings.ClaimTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
