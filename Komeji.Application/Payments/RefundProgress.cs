using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>What a provider says of a refund, heard by its answer, by asking or by notification; in any order, any number of times.</summary>
public sealed class RefundProgress(IKomejiDb db, TimeProvider clock)
{
    static readonly TimeSpan AskAgainAfter = TimeSpan.FromMinutes(5);

    /// <summary>A bank takes days; the provider tells when it is done.</summary>
    static readonly TimeSpan AskAgainWhilePending = TimeSpan.FromHours(1);

    /// <summary>Disputes take weeks.</summary>
    public static readonly TimeSpan WaitForDispute = TimeSpan.FromHours(6);

    public void Note(Refund refund, RefundOutcome outcome)
    {
        var now = clock.GetUtcNow();
        if (refund.State is not (RefundState.Sent or RefundState.NeedsCheck))
        {
            return;
        }

        switch (outcome)
        {
            case RefundOutcome.Succeeded succeeded:
                Succeed(refund, succeeded.ProviderReference, now, now);
                break;
            case RefundOutcome.Failed failed:
                refund.Fail(failed.Reason, now);
                break;
            case RefundOutcome.Pending:
                refund.Wait(AskAgainWhilePending, now);
                break;
            case RefundOutcome.Absent:
                refund.SendAgain(now);
                break;
            case RefundOutcome.Disputed:
                refund.AwaitDispute(WaitForDispute, now);
                break;
            case RefundOutcome.AlreadyBack back:
                refund.Obstruct(back.Reason, AskAgainWhilePending, now);
                break;
            default:
                refund.LoseSight(AskAgainAfter, now);
                break;
        }
    }

    /// <returns>What it meant, for the event's note.</returns>
    public async Task<string> Hear(ProviderNotice.RefundDone notice, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var refund = await db.Refunds.SingleAsync(r => r.Id == notice.Refund, cancellationToken);
        var wasSent = refund.State is RefundState.Sent or RefundState.NeedsCheck;
        if (notice.Succeeded && wasSent)
        {
            Succeed(refund, notice.Reference, notice.At, now);
            return "refunded";
        }

        if (!notice.Succeeded && wasSent)
        {
            refund.Fail(notice.Reference, now);
            return "refund failed";
        }

        if (!notice.Succeeded && refund.State == RefundState.Succeeded && await CanComeBack(refund, cancellationToken))
        {
            refund.Fail(notice.Reference, now);
            db.Journals.Add(PostingRules.RefundFailed(refund, notice.EventId, notice.At, now));
            return "refund came back";
        }

        return "known before";
    }

    /// <summary>Only what the provider sent, and once: a refund that failed and was then transferred by hand is not undone by old news.</summary>
    async Task<bool> CanComeBack(Refund refund, CancellationToken cancellationToken)
    {
        var (sent, failed) = (PostingRules.RefundSentKey(refund.Id), PostingRules.RefundFailedKeys(refund.Id));
        return await db.Journals.AnyAsync(j => j.Key == sent, cancellationToken)
            && !await db.Journals.AnyAsync(j => j.Key.StartsWith(failed), cancellationToken);
    }

    void Succeed(Refund refund, string reference, DateTimeOffset at, DateTimeOffset now)
    {
        refund.Succeed(reference, now);
        db.Journals.Add(PostingRules.RefundSent(refund, at, now));
    }
}
