using Komeji.Application.Common;
using Komeji.Domain.Warranties;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Cards;

static class PaidBackCards
{
    /// <summary>Pieces of a card whose money went back by a claim: nobody stands behind them any more.</summary>
    public static Task<int> PiecesPaidBack(this IKomejiDb db, WarrantyCard card, CancellationToken cancellationToken) =>
        db.WarrantyClaims.Where(c => c.CardId == card.Id && c.State == ClaimState.Refunded).SumAsync(c => c.Pieces, cancellationToken);
}
