using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>What was taken back of a purchase's orders so far, read one at a time: of two that would take the same rupiah the second sees the first.</summary>
static class RefundMemory
{
    /// <summary>Disputes and decided refunds of one purchase take turns. To be asked for before the orders are read.</summary>
    public static Task TakeRefundTurn(this IKomejiDb db, PurchaseId purchase, CancellationToken cancellationToken) =>
        db.TakeTurn($"refunds of {purchase.Value}", cancellationToken);

    public static async Task<TakenBack> ReadTakenBack(this IKomejiDb db, PurchaseId purchase, CancellationToken cancellationToken)
    {
        var claims = await db.Disputes.AsNoTracking().Where(d => d.PurchaseId == purchase).SelectMany(d => d.Claims).ToListAsync(cancellationToken);
        var decisions = await db.RefundDecisions.AsNoTracking().Include(d => d.Shares).Where(d => d.PurchaseId == purchase).ToListAsync(cancellationToken);
        return new TakenBack(claims, decisions);
    }
}
