using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Warranties.Workshop;

/// <summary>The shop takes the claim on; the buyer is told where the thing goes.</summary>
/// <exception cref="RuleBroken"><c>claim.note</c>, <c>claim.illegal_move</c></exception>
public sealed record AcceptClaim(string Claim, string Note) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<AcceptClaim>
    {
        public async Task<Unit> Handle(AcceptClaim request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var claim = await db.WarrantyClaims.MadeTo(shop).Load(request.Claim, cancellationToken);
            claim.Accept(shop.Actor, request.Note, await settings.ClaimTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
