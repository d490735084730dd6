using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Domain.Warranties;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Workshop;

/// <summary>The shop has mended the thing, or put another in its place, whose serial number the card then has.</summary>
/// <param name="Serial">Of the one that replaces it; may be empty.</param>
/// <exception cref="RuleBroken"><c>claim.illegal_move</c>, <c>warranty.serial</c></exception>
public sealed record MendClaim(string Claim, ClaimSolution Solution, string Serial) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<MendClaim>
    {
        public async Task<Unit> Handle(MendClaim request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var claim = await db.WarrantyClaims.MadeTo(shop).Load(request.Claim, cancellationToken);
            claim.Mend(shop.Actor, request.Solution, now);
            if (request.Solution == ClaimSolution.Replace && request.Serial.Trim().Length > 0)
            {
                (await db.WarrantyCards.SingleAsync(c => c.Id == claim.CardId, cancellationToken)).NoteSerial(request.Serial, shop.Actor, now);
            }

            return Unit.Value;
        }
    }
}
