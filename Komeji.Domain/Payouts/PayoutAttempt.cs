using Komeji.Domain.Common;

namespace Komeji.Domain.Payouts;

public enum PayoutAttemptState
{
    /// <summary>For a provider that has not been told of it yet, or never got to hear it.</summary>
    Waiting,
    Sent,
    Succeeded,
    Failed,

    /// <summary>It had arrived, and the bank sent it back.</summary>
    Returned,

    /// <summary>It arrived besides what the books paid, and the shop owes it.</summary>
    Owed,
}

/// <summary>One try to have the bank pay a payout, under a key of its own.</summary>
public sealed class PayoutAttempt
{
    /// <summary>How often what has ended at a provider is asked about: it may come back, or have been paid after all.</summary>
    public static readonly TimeSpan WatchAgainAfter = TimeSpan.FromDays(1);

    PayoutAttempt() { }

    internal PayoutAttempt(PayoutId payout, int number, PayoutFileId file, string provider, DateTimeOffset now)
    {
        Id = PayoutAttemptId.New(now);
        PayoutId = payout;
        Number = number;
        FileId = file;
        Provider = provider;
        SentAt = now;
        (State, DueAt) = provider.Length == 0 ? (PayoutAttemptState.Sent, null) : (PayoutAttemptState.Waiting, (DateTimeOffset?)now);
    }

    public PayoutAttemptId Id { get; private set; }
    public PayoutId PayoutId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }
    public PayoutFileId FileId { get; private set; }

    /// <summary>Who is asked to send it, under this try's id as the key; empty: an officer brings a file to the bank.</summary>
    public string Provider { get; private set; } = "";

    /// <summary>Until when the provider surely knows the key again; null while it was never called. It is not sent again after that.</summary>
    public DateTimeOffset? KeyUntil { get; private set; }

    /// <summary>When the provider is called or asked next; null: never.</summary>
    public DateTimeOffset? DueAt { get; private set; }
    public DateTimeOffset SentAt { get; private set; }
    public PayoutAttemptState State { get; private set; }

    /// <summary>What the bank calls it; empty when it was not paid.</summary>
    public string Reference { get; private set; } = "";
    public Rupiah Charge { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsOfProvider => Provider.Length > 0;

    /// <summary>It was at the shop's bank, whatever became of it then.</summary>
    internal bool HasArrived => State is PayoutAttemptState.Succeeded or PayoutAttemptState.Returned or PayoutAttemptState.Owed;

    /// <summary>A worker takes it to the provider; when nothing is heard of that it is asked about after the lease.</summary>
    internal void Take(TimeSpan lease, TimeSpan keyLives, DateTimeOffset now) =>
        (State, KeyUntil, DueAt) = (PayoutAttemptState.Sent, KeyUntil ?? now + keyLives, now + lease);

    /// <summary>The provider never heard of it: it is sent again under the same key.</summary>
    internal void TakeAgain(DateTimeOffset now) => (State, DueAt) = (PayoutAttemptState.Waiting, now);

    internal void AskAt(DateTimeOffset? at) => DueAt = at;

    /// <summary>The provider was asked and has not settled it: what it was called for once is asked about again, and not sent meanwhile.</summary>
    internal void AskAgain(DateTimeOffset at) => (State, DueAt) = (KeyUntil is null ? State : PayoutAttemptState.Sent, at);

    /// <summary>It is not sent any more: what the provider never heard of has failed, what it may have heard of it is asked about.</summary>
    internal void Stop(DateTimeOffset now) =>
        (State, DueAt, EndedAt) = KeyUntil is null ? (PayoutAttemptState.Failed, null, now) : (PayoutAttemptState.Sent, (DateTimeOffset?)now, (DateTimeOffset?)null);

    internal void End(PayoutAttemptState state, string reference, Rupiah charge, DateTimeOffset now) =>
        (State, Reference, Charge, EndedAt, DueAt) = (state, reference, charge, now, state == PayoutAttemptState.Failed && KeyUntil is not null ? now + WatchAgainAfter : (DateTimeOffset?)null);

    internal void Owe() => State = PayoutAttemptState.Owed;

    internal void ComeBack() => (State, DueAt) = (PayoutAttemptState.Returned, null);
}
