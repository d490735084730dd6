using Komeji.Domain.Common;

namespace Komeji.Domain.Payouts;

/// <summary>
/// What a provider says of a try, by its answer, by asking or by notification: in any order, any number of times. What it says late of a
/// try that was taken for failed counts as well, for the money is gone.
/// </summary>
public sealed partial class Payout
{
    const string NoAnswer = "Penyedia belum menjawab dengan jelas. Kami menanyakannya lagi, dan tidak mengirim dua kali.";

    /// <summary>A provider sends the last try, not a file.</summary>
    public bool IsWithProvider => Last is { IsOfProvider: true };

    PayoutAttempt? Last => attempts.MaxBy(a => a.Number);

    /// <summary>Whether people may say what became of it: what a provider sends it tells itself, until its key is too old to be sent again and it was asked once more.</summary>
    public bool IsPeoplesTurn(DateTimeOffset now) =>
        Last is not { IsOfProvider: true } tried || State == PayoutState.Failed || (State == PayoutState.NeedsCheck && tried.KeyUntil <= now && tried.State != PayoutAttemptState.Waiting);

    /// <summary>Whether people may put it in doubt: also what a provider calls under way for so long that its key is too old.</summary>
    public bool IsDoubtful(DateTimeOffset now) => State == PayoutState.Processing && (IsPeoplesTurn(now) || Last?.KeyUntil <= now);

    /// <summary>A worker takes a try to the provider: one of all that come at once.</summary>
    /// <returns>The try; null when it is not to be sent, or no longer.</returns>
    public PayoutAttempt? TakeToProvider(PayoutAttemptId id, TimeSpan lease, TimeSpan keyLives, DateTimeOffset now)
    {
        // When its key is too old the provider may have forgotten it, and to send again could pay twice: then it is only asked about.
        if (!IsWithBank || Last is not { State: PayoutAttemptState.Waiting, DueAt: not null } taken || taken.Id != id || taken.KeyUntil <= now)
        {
            return null;
        }

        taken.Take(lease, keyLives, now);
        return taken;
    }

    /// <summary>The money is at the shop's bank.</summary>
    /// <param name="watchAgain">When to ask whether it came back; null: not any more.</param>
    /// <returns>What it meant.</returns>
    public string HearPaid(PayoutAttemptId id, string reference, Rupiah charge, DateTimeOffset? watchAgain, DateTimeOffset now)
    {
        var told = Try(id);
        if (told.HasArrived)
        {
            told.AskAt(watchAgain);
            return "known before";
        }

        if (told == Last && (IsWithBank || State == PayoutState.Failed))
        {
            Succeed(Actor.System, told.Number, reference, charge, now);
            told.AskAt(watchAgain);
            return "payout arrived";
        }

        var meant = HearPaidAfterAll(told, reference, charge, now);
        told.AskAt(watchAgain);
        return meant;
    }

    /// <summary>The provider will not pay it. Of what had arrived that means that it came back.</summary>
    /// <returns>What it meant.</returns>
    public string HearRefused(PayoutAttemptId id, string reason, DateTimeOffset now)
    {
        var told = Try(id);
        if (told.HasArrived)
        {
            return HearReturned(id, reason, now) ? "payout came back" : "known before";
        }

        if (told != Last || !IsWithBank)
        {
            return "known before";
        }

        Fail(Actor.System, told.Number, reason, Rupiah.Zero, now);
        return State == PayoutState.Failed ? "payout failed" : "payout arrived before";
    }

    /// <summary>What had arrived came back: the payout, or what was paid besides.</summary>
    /// <returns>False when that was known, or nothing had arrived.</returns>
    public bool HearReturned(PayoutAttemptId id, string reason, DateTimeOffset now)
    {
        var told = Try(id);
        if (told.State is not (PayoutAttemptState.Succeeded or PayoutAttemptState.Owed))
        {
            return false;
        }

        if (told.State == PayoutAttemptState.Succeeded && State == PayoutState.Succeeded && !IsPaidTwice)
        {
            Return(Actor.System, reason, now);
        }
        else
        {
            TakeBack(told, Actor.System, reason, now);
        }

        return true;
    }

    /// <summary>What has ended is asked about on another day: it may come back, or have been paid after all.</summary>
    /// <param name="watchAgain">Null: not any more.</param>
    public void WatchAgain(PayoutAttemptId id, DateTimeOffset? watchAgain) => Try(id).AskAt(watchAgain);

    /// <summary>The provider has it and is paying it.</summary>
    public void HearUnderWay(PayoutAttemptId id, DateTimeOffset askAgain)
    {
        if (IsAsked(id) is { } told)
        {
            told.AskAgain(askAgain);
        }
    }

    /// <summary>There was no answer, or none that tells whether it is paid.</summary>
    public void LoseSight(PayoutAttemptId id, DateTimeOffset askAgain, DateTimeOffset now)
    {
        if (IsAsked(id) is not { } told)
        {
            return;
        }

        told.AskAgain(askAgain);
        if (State == PayoutState.Processing)
        {
            Doubt(Actor.System, told.Number, NoAnswer, now);
        }
    }

    /// <summary>The provider has never heard of it: it is sent again under the same key, while that is surely known there, unless another try has arrived.</summary>
    /// <param name="askAgain">For when it is too old; people may decide then.</param>
    public void HearAbsent(PayoutAttemptId id, DateTimeOffset askAgain, DateTimeOffset now)
    {
        if (IsAsked(id) is not { } told)
        {
            return;
        }

        if (told.KeyUntil > now && told.State == PayoutAttemptState.Sent && Arrived is null)
        {
            told.TakeAgain(now);
        }
        else
        {
            LoseSight(id, askAgain, now);
        }
    }

    /// <summary>A try that nobody has told the provider of, and nobody can any more.</summary>
    public void GiveUpUncalled(PayoutAttemptId id, string reason, DateTimeOffset now)
    {
        if (Last is { State: PayoutAttemptState.Waiting, KeyUntil: null } untold && untold.Id == id && IsWithBank)
        {
            Fail(Actor.System, untold.Number, reason, Rupiah.Zero, now);
        }
    }

    /// <summary>
    /// A try taken for failed was paid, and the payout has gone on since. A later try that nobody told the provider of ends here, so that it is
    /// never sent; while one may still be paid, nothing is booked.
    /// </summary>
    string HearPaidAfterAll(PayoutAttempt told, string reference, Rupiah charge, DateTimeOffset now)
    {
        End(told, PayoutAttemptState.Succeeded, reference, charge, now);
        Record(new StateChange(Subject, Id.Value, State.ToString(), State.ToString(), Actor.System, now, "paid_after_all", $"Pengiriman ke-{told.Number}, referensi {reference}"));
        if (IsWithBank && Last is { State: PayoutAttemptState.Waiting } waiting)
        {
            waiting.Stop(now);
        }

        if (State == PayoutState.Failed || (IsWithBank && Last is { State: PayoutAttemptState.Failed }))
        {
            SucceedBy(told, Actor.System, now);
            return "payout arrived";
        }

        if (State == PayoutState.Processing)
        {
            Doubt(Actor.System, attempts.Count, $"Pengiriman ke-{told.Number} ternyata sampai. Pastikan dahulu mana yang dibayar bank.", now);
        }

        return "paid after all: a person has to look";
    }

    PayoutAttempt Try(PayoutAttemptId id) => attempts.Single(a => a.Id == id);

    /// <returns>The try, when it is the last one and its end is not known.</returns>
    PayoutAttempt? IsAsked(PayoutAttemptId id) =>
        IsWithBank && Last is { } last && last.Id == id && last.State is PayoutAttemptState.Waiting or PayoutAttemptState.Sent ? last : null;

    /// <exception cref="RuleBroken"><c>payout.with_provider</c></exception>
    void RequirePeoplesTurn(Actor by, DateTimeOffset now)
    {
        if (by.UserId is not null && IsWithBank && !IsPeoplesTurn(now))
        {
            throw new RuleBroken("payout.with_provider", "Pencairan ini dikirim penyedia pencairan, yang ditanya sampai menjawab. Catat jawabannya sendiri hanya bila berhari-hari tidak jelas.");
        }
    }
}
