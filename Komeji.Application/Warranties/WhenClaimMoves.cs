using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Warranties;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties;

/// <summary>Both sides learn where a claim stands and what they may do until when.</summary>
public sealed class WhenClaimMoves(IKomejiDb db, Notifier notifier) : IReaction<ClaimMoved>, IReaction<ClaimGoodsSent>
{
    public async Task Handle(Happened<ClaimMoved> happened, CancellationToken cancellationToken)
    {
        var (claim, thing) = await Find(happened.Fact.ClaimId, cancellationToken);
        if (ClaimTexts.ForBuyer(claim, thing) is { } forBuyer)
        {
            await notifier.Tell(claim.BuyerId, forBuyer, cancellationToken);
        }

        if (ClaimTexts.ForSeller(claim, thing) is { } forSeller)
        {
            await notifier.TellSeller(claim.OrderId, _ => forSeller, cancellationToken);
        }
    }

    public async Task Handle(Happened<ClaimGoodsSent> happened, CancellationToken cancellationToken)
    {
        var (claim, thing) = await Find(happened.Fact.ClaimId, cancellationToken);
        await notifier.TellSeller(claim.OrderId, _ => ClaimTexts.OnItsWay(claim, thing), cancellationToken);
        if (claim.TakenInBy is not null)
        {
            await notifier.Tell(claim.BuyerId, ClaimTexts.TakenIn(claim, thing), cancellationToken);
        }
    }

    /// <summary>The claim that has just moved is at hand.</summary>
    async Task<(WarrantyClaim Claim, string Thing)> Find(WarrantyClaimId id, CancellationToken cancellationToken)
    {
        var claim = await db.WarrantyClaims.FindAsync([id], cancellationToken) ?? throw new NotFound();
        return (claim, await db.WarrantyCards.Where(c => c.Id == claim.CardId).Select(c => c.ProductName).SingleAsync(cancellationToken));
    }
}
