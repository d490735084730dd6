using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Claims;

/// <summary>What is claimed from couriers (account 1030), kept under the decided refund it comes from.</summary>
static class ClaimBooks
{
    /// <summary>What a claim's own steps are about.</summary>
    public const string Subject = "claim";

    /// <summary>What comes in of a claim and its end go one after the other.</summary>
    public static Task TakeClaimTurn(this IKomejiDb db, RefundId claim, CancellationToken cancellationToken) => db.TakeTurn($"claim {claim.Value}", cancellationToken);

    /// <summary>What is still claimed.</summary>
    public static async Task<Rupiah> OpenOf(this IKomejiDb db, RefundId claim, CancellationToken cancellationToken)
    {
        var key = claim.Value.ToString();
        return new Rupiah(await db.Entries.Where(e => e.Account == Chart.CourierClaim.Code && e.AccountKey == key).SumAsync(e => (long)e.Amount, cancellationToken));
    }

    /// <summary>What of a claim was written off and has not come in since.</summary>
    public static async Task<Rupiah> WrittenOffOf(this IKomejiDb db, RefundId claim, CancellationToken cancellationToken)
    {
        var (key, loss) = (PostingRules.ClaimWrittenOffKey(claim), Chart.PlatformLoss.Code);
        var gone = await db.Journals.Where(j => j.Key == key).SelectMany(j => j.Entries).Where(e => e.Account == loss).SumAsync(e => (long)e.Amount, cancellationToken);
        return new Rupiah(gone - await db.ClaimPayments.Where(p => p.RefundId == claim).SumAsync(p => (long)p.Recovered, cancellationToken));
    }

    /// <summary>All claims there ever were, the oldest first.</summary>
    public static IQueryable<Claimed> Claims(this IKomejiDb db) =>
        from decision in db.RefundDecisions
        from share in decision.Shares
        where share.Bearer == RefundBearer.Courier
        join order in db.Orders on decision.OrderId equals order.Id
        orderby decision.DecidedAt, decision.Id
        select new Claimed { Id = decision.Id, PurchaseId = decision.PurchaseId, Order = order.Number, Party = order.Shipping.Courier, Amount = share.Amount, Since = decision.DecidedAt, Reason = decision.Reason };

    /// <exception cref="NotFound">No such claim.</exception>
    public static async Task<Claimed> ClaimOf(this IKomejiDb db, RefundId id, CancellationToken cancellationToken) =>
        await db.Claims().Where(c => c.Id == id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
}

/// <summary>A claim as it was decided.</summary>
sealed class Claimed
{
    public required RefundId Id { get; init; }
    public required PurchaseId PurchaseId { get; init; }
    public required string Order { get; init; }

    /// <summary>The courier's code; empty where the shop itself brought the goods.</summary>
    public required string Party { get; init; }
    public required Rupiah Amount { get; init; }
    public required DateTimeOffset Since { get; init; }
    public required string Reason { get; init; }
}
