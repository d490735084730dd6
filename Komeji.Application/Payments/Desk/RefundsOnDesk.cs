using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>What officers may look at and decide of refunds.</summary>
static class RefundsOnDesk
{
    public static IQueryable<StateChange> StepsOf(this IQueryable<StateChange> changes, RefundId id) =>
        changes.Where(c => c.Subject == "refund" && c.SubjectId == id.Value);

    /// <exception cref="RuleBroken"><c>refund.disputed</c>: a transfer would pay the buyer twice.</exception>
    public static async Task RequireUndisputed(this DisputeBooks books, Refund refund, CancellationToken cancellationToken)
    {
        if (await books.ForbidsTransfer(refund, cancellationToken))
        {
            throw new RuleBroken("refund.disputed", "Bank pembeli sedang mempersoalkan pembayaran ini atau sudah mengembalikan uangnya. Jangan transfer: tunggu sampai sengketanya diputuskan.");
        }
    }

    /// <exception cref="RuleBroken"><c>staff.own_case</c></exception>
    public static Task RequireNotOwn(this IKomejiDb db, Refund refund, UserId officer, CancellationToken cancellationToken) =>
        db.RequireNotOwn(refund.PurchaseId, officer, cancellationToken);

    /// <exception cref="RuleBroken"><c>staff.own_case</c></exception>
    public static async Task RequireNotOwn(this IKomejiDb db, PurchaseId purchase, UserId officer, CancellationToken cancellationToken)
    {
        var tied = db.TiedTo(officer);
        if (await db.Orders.AnyAsync(o => o.PurchaseId == purchase && (o.BuyerId == officer || tied.Any(s => s.Id == o.StoreId)), cancellationToken))
        {
            throw new RuleBroken("staff.own_case", "Ini belanja Anda sendiri, atau dari toko Anda. Minta petugas lain yang menanganinya.");
        }
    }
}
