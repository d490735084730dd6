using Komeji.Domain.Common;

namespace Komeji.Domain.Payments;

public enum AttemptState
{
    /// <summary>The wish is stored, the provider has not been asked or has not answered.</summary>
    Intended,
    Started,
    Declined,
    Unknown,
    Paid,
}

/// <summary>One try to pay at a provider, under a key of its own.</summary>
public sealed class PaymentAttempt
{
    PaymentAttempt() { }

    internal PaymentAttempt(PaymentId paymentId, string gateway, DateTimeOffset now)
    {
        Id = AttemptId.New(now);
        PaymentId = paymentId;
        Gateway = gateway;
        CreatedAt = now;
        AskAt = now;
        State = AttemptState.Intended;
    }

    /// <summary>Also the idempotency key given to the provider.</summary>
    public AttemptId Id { get; private set; }
    public PaymentId PaymentId { get; private set; }
    public string Gateway { get; private set; } = "";
    public AttemptState State { get; private set; }
    public string ProviderReference { get; private set; } = "";

    /// <summary>Where the buyer pays.</summary>
    public string PayAddress { get; private set; } = "";
    public string DeclineReason { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When reconciliation may ask the provider about it.</summary>
    public DateTimeOffset AskAt { get; private set; }

    /// <summary>It was paid, and the provider has not said yet what it keeps of it.</summary>
    public bool AwaitsCost { get; private set; }

    /// <summary>Money may still come through it.</summary>
    public bool IsOpen => State is AttemptState.Intended or AttemptState.Started or AttemptState.Unknown;

    // What the provider said last counts, but an attempt that was paid or declined stays so.

    internal bool Start(string providerReference, string payAddress)
    {
        var news = State is AttemptState.Intended or AttemptState.Unknown;
        if (news)
        {
            (State, ProviderReference, PayAddress) = (AttemptState.Started, providerReference, payAddress);
        }

        return news;
    }

    internal bool Decline(string reason)
    {
        var news = IsOpen;
        if (news)
        {
            (State, DeclineReason) = (AttemptState.Declined, PlainText.Cut(reason, 200));
        }

        return news;
    }

    internal bool LoseSight()
    {
        var news = State is AttemptState.Intended;
        if (news)
        {
            State = AttemptState.Unknown;
        }

        return news;
    }

    internal bool Reset()
    {
        var news = State is AttemptState.Unknown;
        if (news)
        {
            State = AttemptState.Intended;
        }

        return news;
    }

    internal bool AwaitCost(bool awaits)
    {
        var news = AwaitsCost != awaits;
        AwaitsCost = awaits;
        return news;
    }

    internal void AskLater(DateTimeOffset askAt) => AskAt = askAt;

    internal void Pay() => State = AttemptState.Paid;
}
