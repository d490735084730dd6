using Komeji.Application.Payouts.Providers;
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

    /// <summary>The ways to pay that the buyer chooses among on our page; none where the provider's own page lets her choose.</summary>
    IReadOnlyList<PayChannel> Channels => [];

    /// <summary>Whether <see cref="Statement"/> can be asked for at all.</summary>
    bool GivesStatement => true;

    /// <summary>Whether <see cref="Disputes"/> tells how they end; else an officer learns that at the provider's desk and records it.</summary>
    bool TellsHowDisputesEnd => true;

    Task<PaymentOutcome> Start(PaymentIntent intent, CancellationToken cancellationToken);

    /// <summary>Asks how an attempt stands; a lookup, which starts nothing.</summary>
    Task<ProviderAnswer> Ask(AttemptTrace attempt, CancellationToken cancellationToken);

    /// <summary>Nobody shall pay it any more. What cannot be taken back (a code somebody has) may still be paid, and is then given back.</summary>
    Task Withdraw(AttemptTrace attempt, CancellationToken cancellationToken);

    Task<RefundOutcome> Refund(RefundId key, string providerPayment, Rupiah amount, CancellationToken cancellationToken);

    /// <summary>Asks how a refund stands, by its key; a lookup, which sends nothing.</summary>
    Task<RefundOutcome> AskRefund(RefundId key, string providerPayment, CancellationToken cancellationToken);

    /// <summary>The disputes of a payment, as they stand. Null: the provider did not answer.</summary>
    Task<IReadOnlyList<ProviderNotice>?> Disputes(string providerPayment, CancellationToken cancellationToken);

    /// <summary>Checks a notification's signature and age, and no more: its sender waits. Null: it is not believed.</summary>
    ProviderEvent? Read(string body, string? signature, DateTimeOffset now);

    /// <summary>
    /// What a notification that was believed and kept means now. Notifications come late, twice and in any order, so a provider
    /// that can be asked is asked how the thing stands; nothing is taken from the notification but what it is about.
    /// </summary>
    /// <returns>Empty: nothing to book. Null: the provider did not answer.</returns>
    Task<IReadOnlyList<ProviderNotice>?> Learn(string body, CancellationToken cancellationToken);

    /// <summary>What went back of one payment, by the provider's own account, by whatever way it was asked. Null: the provider did not answer.</summary>
    async Task<IReadOnlyList<ProviderMovement>?> RefundsOf(string providerPayment, CancellationToken cancellationToken) =>
        (await Statement(cancellationToken))?.Where(line => line.Kind == ProviderMovementKind.Refunded).ToList();

    /// <summary>The provider's own account of our money, all of it, to compare with account 1010. Null: it did not answer. Empty where it gives none.</summary>
    Task<IReadOnlyList<ProviderMovement>?> Statement(CancellationToken cancellationToken);
}

public enum ProviderMovementKind
{
    Captured,
    Cost,
    Settled,
    SettlementReturned,
    Refunded,
    RefundReturned,

    /// <summary>With its fee.</summary>
    Disputed,
    DisputeReturned,

    /// <summary>The parts of a rupiah that a line held besides: no rupiah by themselves, but what they add up to is (rule P19).</summary>
    Rounding,

    /// <summary>A line no rule books.</summary>
    Other,
}

/// <summary>One line of a provider's statement.</summary>
/// <param name="Reference">The same id its notification carried: payment, balance transaction, settlement, our refund key, or the event a refund came back with.</param>
/// <param name="Amount">Positive when it raises what the provider holds for us.</param>
/// <param name="Hundredths">Of a rupiah, for <see cref="ProviderMovementKind.Rounding"/>; signed as the amount is.</param>
public sealed record ProviderMovement(ProviderMovementKind Kind, string Reference, Rupiah Amount, DateTimeOffset At, long Hundredths = 0);

/// <summary>A notification as it is kept: under its id, once.</summary>
public sealed record ProviderEvent(string Id, string Kind);

/// <summary>What we know of an attempt.</summary>
/// <param name="Id">The key it was started under.</param>
/// <param name="ProviderReference">The provider's own id; empty while it has told none.</param>
public sealed record AttemptTrace(AttemptId Id, string ProviderReference, DateTimeOffset CreatedAt);

/// <param name="Attempt">The idempotency key.</param>
/// <param name="MadeAt">When the attempt was made. Whatever is reckoned from it is the same at every try under the key.</param>
/// <param name="ReturnAddress">Where the buyer's browser comes back to.</param>
/// <param name="Channel">The code of the <see cref="PayChannel"/> she chose; empty where there is none to choose, or the provider's usual one.</param>
public sealed record PaymentIntent(AttemptId Attempt, string PurchaseNumber, Rupiah Amount, string ReturnAddress, DateTimeOffset PayBefore, DateTimeOffset MadeAt, string Channel = "");

public abstract record PaymentOutcome
{
    /// <param name="PayAddress">Where to go, or a <see cref="PayInstruction"/> to show on our own page.</param>
    public sealed record NeedsAction(string ProviderReference, string PayAddress) : PaymentOutcome;

    public sealed record Declined(string Reason) : PaymentOutcome;

    public sealed record Unknown : PaymentOutcome;
}

public abstract record ProviderAnswer
{
    public sealed record Open(string ProviderReference, string PayAddress) : ProviderAnswer;

    /// <summary>The buyer has done her part and her bank has not answered: not paid, and no longer to be withdrawn.</summary>
    public sealed record Processing(string ProviderReference, string PayAddress) : ProviderAnswer;

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

    /// <summary>The provider has it and is paying it; it takes its time.</summary>
    public sealed record Pending(string ProviderReference) : RefundOutcome;

    /// <summary>Refused while the buyer's bank disputes the payment: she may get her money there. To be tried again later.</summary>
    public sealed record Disputed : RefundOutcome;

    /// <summary>Refused, since so much of the payment went back already, by whatever way: paying it otherwise might pay twice.</summary>
    public sealed record AlreadyBack(string Reason) : RefundOutcome;

    public sealed record Absent : RefundOutcome;

    public sealed record Unknown : RefundOutcome;
}

/// <summary>What a provider tells. Amounts in whole rupiah when the currency is IDR.</summary>
public abstract record ProviderNotice(string EventId, DateTimeOffset At)
{
    /// <param name="ProviderPayment">The provider's id of this money.</param>
    /// <param name="Cost">What the provider keeps; null while it has not said.</param>
    /// <param name="IsWhole">False: a fraction of a rupiah came besides, so that it is not what anybody was asked for.</param>
    /// <param name="Price">The price of the contract it has, where the provider never tells what it keeps.</param>
    public sealed record Paid(
        string EventId, DateTimeOffset At, AttemptId Attempt, string ProviderPayment, Rupiah Amount, string Currency, string Method, ProviderCost? Cost, bool IsWhole = true, ContractPrice? Price = null)
        : ProviderNotice(EventId, At);

    public sealed record Declined(string EventId, DateTimeOffset At, AttemptId Attempt, string Reason) : ProviderNotice(EventId, At);

    public sealed record Settled(string EventId, DateTimeOffset At, string Settlement, Rupiah Amount) : ProviderNotice(EventId, At);

    /// <summary>What was settled did not arrive at the bank, and the provider holds it again.</summary>
    public sealed record SettlementReturned(string EventId, DateTimeOffset At, string Settlement, Rupiah Amount) : ProviderNotice(EventId, At);

    /// <summary>A refund reached the buyer, or came back (also long after it had succeeded).</summary>
    public sealed record RefundDone(string EventId, DateTimeOffset At, RefundId Refund, bool Succeeded, string Reference) : ProviderNotice(EventId, At);

    /// <summary>How a dispute stands, with what was taken for it and what came back.</summary>
    /// <param name="Amount">What is disputed, the whole payment or a part of it.</param>
    public sealed record Disputed(
        string EventId, DateTimeOffset At, string Dispute, string ProviderPayment, Rupiah Amount, string Reason, DisputeState Standing, DateTimeOffset? EvidenceBefore,
        DisputedMoney? Withdrawn, DisputedMoney? Returned) : ProviderNotice(EventId, At);

    /// <summary>How a payout stands that a provider was asked to send.</summary>
    public sealed record TransferMoved(string EventId, DateTimeOffset At, PayoutAttemptId Attempt, TransferOutcome Outcome) : ProviderNotice(EventId, At);

    /// <summary>Something no rule books: a person has to look.</summary>
    public sealed record Unexplained(string EventId, DateTimeOffset At, string What) : ProviderNotice(EventId, At);
}

/// <summary>A line of the provider's books about a dispute.</summary>
/// <param name="Amount">What was taken, or came back.</param>
/// <param name="Fee">What the provider took besides; negative where it gave a fee back.</param>
public sealed record DisputedMoney(Rupiah Amount, Rupiah Fee, DateTimeOffset At);

/// <param name="BalanceTransaction">The id of the provider's own bookkeeping line.</param>
public sealed record ProviderCost(Rupiah Amount, string BalanceTransaction);

/// <summary>Prices of a contract with a provider, by the way a payment came.</summary>
public enum ContractPrice
{
    Scan,
    Account,
    Wallet,
    Card,
}
