using Komeji.Domain.Common;

namespace Komeji.Domain.Payouts;

public enum PayoutAttemptState
{
    Sent,
    Succeeded,
    Failed,
}

/// <summary>One try to have the bank pay a payout, under a key of its own.</summary>
public sealed class PayoutAttempt
{
    PayoutAttempt() { }

    internal PayoutAttempt(PayoutId payout, int number, PayoutFileId file, DateTimeOffset now)
    {
        Id = PayoutAttemptId.New(now);
        PayoutId = payout;
        Number = number;
        FileId = file;
        SentAt = now;
        State = PayoutAttemptState.Sent;
    }

    public PayoutAttemptId Id { get; private set; }
    public PayoutId PayoutId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }
    public PayoutFileId FileId { get; private set; }
    public DateTimeOffset SentAt { get; private set; }
    public PayoutAttemptState State { get; private set; }

    /// <summary>What the bank calls it; empty when it was not paid.</summary>
    public string Reference { get; private set; } = "";
    public Rupiah Charge { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    internal void End(PayoutAttemptState state, string reference, Rupiah charge, DateTimeOffset now) =>
        (State, Reference, Charge, EndedAt) = (state, reference, charge, now);
}
