using Komeji.Application.Common;
using Komeji.Application.Payments;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payouts.Providers;

/// <summary>What a provider says of a transfer, heard by its answer, by asking or by notification; in any order, any number of times.</summary>
public sealed class PayoutProgress(IKomejiDb db, SettingsInForce settings, TimeProvider clock)
{
    /// <returns>What it meant, for the event's note.</returns>
    public async Task<string> Note(PayoutAttemptId id, TransferOutcome outcome, CancellationToken cancellationToken)
    {
        if (await db.PayoutInTurn(id, cancellationToken) is not { } payout)
        {
            return "no payout of ours";
        }

        var now = clock.GetUtcNow();
        var before = payout.State;
        var meant = await Hear(payout, id, outcome, now, cancellationToken);
        if (payout.State == PayoutState.Returned && before != PayoutState.Returned)
        {
            // The account is marked, as when an officer records it.
            (await db.PayoutPlanOf(payout.StoreId, cancellationToken)).NoteReturned(payout.AccountIndex, now);
        }

        return meant;
    }

    async Task<string> Hear(Payout payout, PayoutAttemptId id, TransferOutcome outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var askAgain = now + TimeSpan.FromMinutes(await settings.Number(SettingCatalogue.PayoutAskMinutes, cancellationToken));
        var isOver = payout.Attempts.Single(a => a.Id == id).EndedAt is not null;
        switch (outcome)
        {
            case TransferOutcome.Succeeded paid:
                return await Paid(payout, id, paid.Reference, now, cancellationToken);
            case TransferOutcome.Failed failed:
                var refused = payout.HearRefused(id, failed.Reason, now);
                payout.WatchAgain(id, await NextWatch(payout, id, now, cancellationToken));
                return refused;
            case TransferOutcome.Returned back:
                await Paid(payout, id, back.Reference, now, cancellationToken);
                return payout.HearReturned(id, back.Reason, now) ? "payout came back" : "known before";
            case TransferOutcome.Pending when !isOver:
                payout.HearUnderWay(id, askAgain);
                return "under way";
            case TransferOutcome.Absent when !isOver:
                payout.HearAbsent(id, askAgain, now);
                return "never arrived";
            case TransferOutcome.Unknown when !isOver:
                payout.LoseSight(id, askAgain, now);
                return "no clear answer";
            default:
                payout.WatchAgain(id, await NextWatch(payout, id, now, cancellationToken));
                return "known before";
        }
    }

    /// <summary>The price is the contract's on the day it was sent; the provider does not tell it.</summary>
    async Task<string> Paid(Payout payout, PayoutAttemptId id, string reference, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sentAt = payout.Attempts.Single(a => a.Id == id).SentAt;
        var charge = new Rupiah(await settings.NumberAt(SettingCatalogue.PayoutProviderPrice, sentAt, cancellationToken));
        return payout.HearPaid(id, reference, charge, await NextWatch(payout, id, now, cancellationToken), now);
    }

    /// <returns>Null when it came back, or was sent too long ago to come back or to be paid.</returns>
    async Task<DateTimeOffset?> NextWatch(Payout payout, PayoutAttemptId id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tried = payout.Attempts.Single(a => a.Id == id);
        var (until, next) = (tried.SentAt + TimeSpan.FromDays(await settings.Number(SettingCatalogue.PayoutReturnDays, cancellationToken)), now + PayoutAttempt.WatchAgainAfter);
        return tried.State == PayoutAttemptState.Returned || next > until ? null : next;
    }
}

static class PayoutTurns
{
    /// <summary>What is heard of a payout's tries, sending them and deciding about them go one after the other.</summary>
    public static string Of(PayoutId payout) => $"transfers of {payout.Value}";

    /// <summary>
    /// The payout of a try, for one at a time: an answer, a notification of it, what is heard of another try and the worker that is about to
    /// send one may come together, and the second finds what the first wrote.
    /// </summary>
    /// <returns>Null: no payout of ours.</returns>
    public static async Task<Payout?> PayoutInTurn(this IKomejiDb db, PayoutAttemptId id, CancellationToken cancellationToken)
    {
        var tried = await db.Payouts.Where(p => p.Attempts.Any(a => a.Id == id)).Select(p => new { p.Id }).SingleOrDefaultAsync(cancellationToken);
        if (tried is null)
        {
            return null;
        }

        await db.TakeTurn(Of(tried.Id), cancellationToken);
        return await db.Payouts.Include(p => p.Attempts).SingleAsync(p => p.Id == tried.Id, cancellationToken);
    }
}
