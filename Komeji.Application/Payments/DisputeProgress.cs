using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>
/// What a provider says of a dispute, in any order, any number of times. While it is open, the money of the payment's orders stands
/// still, and of completed ones what their shops got is held; won, all goes on; lost, whoever had the money gives it up.
/// </summary>
public sealed class DisputeProgress(IKomejiDb db, DisputeBooks books, Gateways gateways, TimeProvider clock)
{
    /// <summary>
    /// Money taken for a dispute that a person had recorded as ended, or another amount than what is booked: perhaps the bank took it once
    /// more. No rule books that and nothing goes on by it; a person has to look.
    /// </summary>
    /// <returns>What was told, with such things as unexplained.</returns>
    public async Task<IReadOnlyList<ProviderNotice>> Judge(string gateway, IReadOnlyList<ProviderNotice> told, CancellationToken cancellationToken)
    {
        var judged = new List<ProviderNotice>();
        foreach (var notice in told)
        {
            judged.Add(notice is ProviderNotice.Disputed { Withdrawn: { } taken } disputed && await IsInDoubt(gateway, disputed, taken.Amount, cancellationToken)
                ? new ProviderNotice.Unexplained(notice.EventId, notice.At, $"Bank pembeli menarik {taken.Amount} untuk sengketa {disputed.Dispute}, yang sudah berakhir atau dibukukan dengan jumlah lain. Lihat di dasbor penyedia, lalu catat di halaman sengketa")
                : notice);
        }

        return judged;
    }

    /// <returns>What it meant, for the event's note.</returns>
    public async Task<string> Hear(string gateway, ProviderNotice.Disputed notice, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var dispute = await db.Disputes.Include(d => d.Claims).SingleOrDefaultAsync(d => d.Gateway == gateway && d.ProviderDispute == notice.Dispute, cancellationToken)
            ?? await Open(gateway, notice, now, cancellationToken);
        dispute.Follow(notice.Standing, notice.EvidenceBefore, now);
        await BookMoney(dispute, notice, now, cancellationToken);
        if (dispute.State == DisputeState.Won)
        {
            books.GiveBack(dispute, now);
        }
        else if (dispute is { State: DisputeState.Lost, IsWithdrawn: true, LossBooked: false })
        {
            await books.Lose(dispute, now, cancellationToken);
        }

        await books.GoOn(dispute, now, cancellationToken);
        return $"dispute {dispute.State}";
    }

    async Task<Dispute> Open(string gateway, ProviderNotice.Disputed notice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var paid = PostingRules.PaidKey(notice.ProviderPayment);
        var purchase = await db.Journals.Where(j => j.Key == paid).Select(j => j.PurchaseId).SingleOrDefaultAsync(cancellationToken)
            ?? throw new InvalidOperationException($"Payment {notice.ProviderPayment} is disputed and not booked yet.");
        var dispute = Dispute.Open(gateway, notice.Dispute, notice.ProviderPayment, purchase, notice.Amount, notice.Reason, now);
        db.Disputes.Add(dispute);
        await books.Freeze(dispute, now, cancellationToken);
        return dispute;
    }

    async Task BookMoney(Dispute dispute, ProviderNotice.Disputed notice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (notice.Withdrawn is { } withdrawn && !await IsBooked(PostingRules.DisputeWithdrawnKey(dispute.ProviderDispute), cancellationToken))
        {
            dispute.Withdraw(withdrawn.Amount);
            db.Journals.Add(PostingRules.DisputeWithdrawn(dispute, withdrawn.Amount, withdrawn.Fee, withdrawn.At, now));
            await books.Hold(dispute, withdrawn.Amount, now, cancellationToken);
        }

        if (notice.Returned is { } returned && !await IsBooked(PostingRules.DisputeReturnedKey(dispute.ProviderDispute), cancellationToken))
        {
            var late = dispute.GetBack(returned.Amount);
            db.Journals.Add(PostingRules.DisputeReturned(dispute, returned.Amount, late, returned.Fee, returned.At, now));
        }
    }

    async Task<bool> IsInDoubt(string gateway, ProviderNotice.Disputed told, Rupiah taken, CancellationToken cancellationToken)
    {
        if (await db.Disputes.AsNoTracking().SingleOrDefaultAsync(d => d.Gateway == gateway && d.ProviderDispute == told.Dispute, cancellationToken) is not { } dispute)
        {
            return false;
        }

        var (key, disputed) = (PostingRules.DisputeWithdrawnKey(dispute.ProviderDispute), Chart.DisputedFunds.Code);
        var booked = await db.Journals.Where(j => j.Key == key).SelectMany(j => j.Entries).Where(e => e.Account == disputed).SumAsync(e => (long)e.Amount, cancellationToken);
        return (dispute.IsOver && gateways.Named(gateway) is { TellsHowDisputesEnd: false }) || (dispute.IsWithdrawn && taken != new Rupiah(booked));
    }

    Task<bool> IsBooked(string key, CancellationToken cancellationToken) => db.Journals.AnyAsync(j => j.Key == key, cancellationToken);
}
