using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Workshop;

/// <summary>The thing goes back to the buyer; the days it was away to be mended are added to its term.</summary>
/// <param name="Waybill">The courier's number, or who took it in the shop.</param>
/// <param name="Handed">The buyer has it in hand already.</param>
/// <exception cref="RuleBroken"><c>claim.waybill</c>, <c>claim.illegal_move</c></exception>
public sealed record SendClaimBack(string Claim, string Waybill, bool Handed) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<SendClaimBack>
    {
        public async Task<Unit> Handle(SendClaimBack request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var claim = await db.WarrantyClaims.MadeTo(shop).Load(request.Claim, cancellationToken);
            var days = claim.SendBack(shop.Actor, request.Waybill, request.Handed, await settings.ClaimTerms(cancellationToken), now);
            var card = await db.WarrantyCards.SingleAsync(c => c.Id == claim.CardId, cancellationToken);
            card.Extend(days, now);
            return Unit.Value;
        }
    }
}
