using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>
/// What a provider says of a dispute, in any order, any number of times. While it is open, the money of the payment's orders stands
/// still; won, it goes on; lost, it stays frozen until somebody ends the orders.
/// </summary>
public sealed class DisputeProgress(IKomejiDb db, TimeProvider clock)
{
    const string Frozen = "dispute";

    /// <returns>What it meant, for the event's note.</returns>
    public async Task<string> Hear(string gateway, ProviderNotice.Disputed notice, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var dispute = await db.Disputes.SingleOrDefaultAsync(d => d.Gateway == gateway && d.ProviderDispute == notice.Dispute, cancellationToken)
            ?? await Open(gateway, notice, now, cancellationToken);
        dispute.Follow(notice.Standing, notice.EvidenceBefore, now);
        await BookMoney(dispute, notice, now, cancellationToken);
        if (dispute.State == DisputeState.Won)
        {
            await GoOn(dispute, now, cancellationToken);
        }

        return $"dispute {dispute.State}";
    }

    async Task<Dispute> Open(string gateway, ProviderNotice.Disputed notice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var paid = PostingRules.PaidKey(notice.ProviderPayment);
        var purchase = await db.Journals.Where(j => j.Key == paid).Select(j => j.PurchaseId).SingleOrDefaultAsync(cancellationToken)
            ?? throw new InvalidOperationException($"Payment {notice.ProviderPayment} is disputed and not booked yet.");
        var dispute = Dispute.Open(gateway, notice.Dispute, notice.ProviderPayment, purchase, notice.Amount, notice.Reason, now);
        db.Disputes.Add(dispute);
        foreach (var share in await SharesOf(dispute, EscrowState.Held, cancellationToken))
        {
            share.Freeze(Actor.System, Frozen, now);
        }

        return dispute;
    }

    async Task BookMoney(Dispute dispute, ProviderNotice.Disputed notice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (notice.Withdrawn is { } withdrawn && !await IsBooked(PostingRules.DisputeWithdrawnKey(dispute.ProviderDispute), cancellationToken))
        {
            dispute.Withdraw();
            db.Journals.Add(PostingRules.DisputeWithdrawn(dispute, withdrawn.Fee, withdrawn.At, now));
        }

        if (notice.Returned is { } returned && !await IsBooked(PostingRules.DisputeReturnedKey(dispute.ProviderDispute), cancellationToken))
        {
            dispute.GetBack();
            db.Journals.Add(PostingRules.DisputeReturned(dispute, returned.Fee, returned.At, now));
        }
    }

    async Task GoOn(Dispute dispute, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var another = await db.Disputes.AnyAsync(d => d.PurchaseId == dispute.PurchaseId && d.Id != dispute.Id && d.State != DisputeState.Won, cancellationToken);
        foreach (var share in another ? [] : await SharesOf(dispute, EscrowState.Frozen, cancellationToken))
        {
            share.Unfreeze(Actor.System, Frozen, now);
        }
    }

    /// <summary>Only those paid with the disputed money: surplus of the same purchase is none of theirs.</summary>
    Task<List<EscrowShare>> SharesOf(Dispute dispute, EscrowState state, CancellationToken cancellationToken) => db.EscrowShares
        .Where(s => s.State == state && db.Orders.Any(o => o.Id == s.OrderId && o.PurchaseId == dispute.PurchaseId)
            && db.Payments.Any(p => p.PurchaseId == dispute.PurchaseId && p.ProviderPayment == dispute.ProviderPayment))
        .ToListAsync(cancellationToken);

    Task<bool> IsBooked(string key, CancellationToken cancellationToken) => db.Journals.AnyAsync(j => j.Key == key, cancellationToken);
}
