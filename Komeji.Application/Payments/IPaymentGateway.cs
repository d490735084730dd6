using Komeji.Domain.Common;
using Komeji.Domain.Payments;

namespace Komeji.Application.Payments;

/// <summary>
/// A payment provider. Starting or refunding twice under one key happens once; the same key with another amount is a fault and
/// throws. Every call has a time limit; a call that times out or breaks off answers Unknown, and is asked about
/// later under the same key, never repeated under another.
/// </summary>
public interface IPaymentGateway
{
    /// <summary><c>sandbox</c>, <c>stripe</c>, <c>midtrans</c>; also the key of account 1010.</summary>
    string Name { get; }

    Task<PaymentOutcome> Start(PaymentIntent intent, CancellationToken cancellationToken);

    /// <summary>Asks how an attempt stands, by its key.</summary>
    Task<ProviderAnswer> Ask(AttemptId attempt, CancellationToken cancellationToken);

    Task<RefundOutcome> Refund(RefundId key, string providerPayment, Rupiah amount, CancellationToken cancellationToken);

    /// <summary>Asks how a refund stands, by its key.</summary>
    Task<RefundOutcome> AskRefund(RefundId key, CancellationToken cancellationToken);

    /// <summary>Checks a notification's signature and age and reads it. Null: it is not believed.</summary>
    ProviderNotice? Read(string body, string? signature, DateTimeOffset now);

    /// <summary>Reads again a notification that was believed when it came and has been kept.</summary>
    ProviderNotice Parse(string body);

    /// <summary>The provider's own account of our money, all of it, to compare with account 1010. Null: it did not answer or gives none.</summary>
    Task<IReadOnlyList<ProviderMovement>?> Statement(CancellationToken cancellationToken);
}

public enum ProviderMovementKind
{
    Captured,
    Cost,
    Settled,
    Refunded,
    RefundReturned,
}

/// <summary>One line of a provider's statement.</summary>
/// <param name="Reference">The same id its notification carried: payment, balance transaction, settlement, our refund key, or the event a refund came back with.</param>
/// <param name="Amount">Positive when it raises what the provider holds for us.</param>
public sealed record ProviderMovement(ProviderMovementKind Kind, string Reference, Rupiah Amount, DateTimeOffset At);

/// <param name="Attempt">The idempotency key.</param>
/// <param name="ReturnAddress">Where the buyer's browser comes back to.</param>
public sealed record PaymentIntent(AttemptId Attempt, string PurchaseNumber, Rupiah Amount, string ReturnAddress, DateTimeOffset PayBefore);

public abstract record PaymentOutcome
{
    public sealed record NeedsAction(string ProviderReference, string PayAddress) : PaymentOutcome;

    public sealed record Declined(string Reason) : PaymentOutcome;

    public sealed record Unknown : PaymentOutcome;
}

public abstract record ProviderAnswer
{
    public sealed record Open(string ProviderReference, string PayAddress) : ProviderAnswer;

    /// <param name="Notices">All the money taken for it; usually one, more when it was paid twice.</param>
    public sealed record Paid(IReadOnlyList<ProviderNotice.Paid> Notices) : ProviderAnswer;

    public sealed record Declined(string Reason) : ProviderAnswer;

    /// <summary>The provider has never heard of it: the call did not arrive.</summary>
    public sealed record Absent : ProviderAnswer;

    public sealed record Unknown : ProviderAnswer;
}

public abstract record RefundOutcome
{
    public sealed record Succeeded(string ProviderReference) : RefundOutcome;

    public sealed record Failed(string Reason) : RefundOutcome;

    public sealed record Absent : RefundOutcome;

    public sealed record Unknown : RefundOutcome;
}

/// <summary>What a provider tells. Amounts in whole rupiah when the currency is IDR.</summary>
public abstract record ProviderNotice(string EventId, DateTimeOffset At)
{
    /// <param name="ProviderPayment">The provider's id of this money.</param>
    /// <param name="Cost">What the provider keeps, under the id of its own bookkeeping line.</param>
    public sealed record Paid(string EventId, DateTimeOffset At, AttemptId Attempt, string ProviderPayment, Rupiah Amount, string Currency, string Method, Rupiah Cost, string BalanceTransaction)
        : ProviderNotice(EventId, At);

    public sealed record Declined(string EventId, DateTimeOffset At, AttemptId Attempt, string Reason) : ProviderNotice(EventId, At);

    public sealed record Settled(string EventId, DateTimeOffset At, string Settlement, Rupiah Amount) : ProviderNotice(EventId, At);

    /// <summary>A refund reached the buyer, or came back (also long after it had succeeded).</summary>
    public sealed record RefundDone(string EventId, DateTimeOffset At, RefundId Refund, bool Succeeded, string Reference) : ProviderNotice(EventId, At);

    /// <summary>Rightly signed, of a kind we do not use.</summary>
    public sealed record Other(string EventId, DateTimeOffset At, string Kind) : ProviderNotice(EventId, At);
}
