using Komeji.Application.Payments;
using Komeji.Domain.Common;

namespace Komeji.Application.Payouts.Providers;

/// <summary>
/// A licensed provider that sends payouts. Sending twice under one key happens once; the same key for something else is a fault and
/// throws. Every call has a time limit; one that times out or breaks off answers Unknown and is asked about under the same key.
/// </summary>
public interface IPayoutGateway
{
    /// <summary>The name its tries and notifications are kept under.</summary>
    string Name { get; }

    /// <summary>In whose name the bank keeps an account; a lookup.</summary>
    Task<AccountAnswer> Inquire(string bankCode, string account, CancellationToken cancellationToken);

    Task<TransferOutcome> Send(TransferOrder order, CancellationToken cancellationToken);

    /// <summary>Asks how a transfer stands, by its key; a lookup, which sends nothing. What is shown under the key with another amount answers Unknown.</summary>
    Task<TransferOutcome> Ask(PayoutAttemptId key, Rupiah amount, CancellationToken cancellationToken);

    /// <summary>Checks a notification's signature and age, and no more: its sender waits. Null: it is not believed.</summary>
    ProviderEvent? Read(string body, string? signature, DateTimeOffset now);

    /// <summary>What a notification that was kept means now. Nothing is taken from it but what it is about: how that stands is asked. Another amount than ours is Unexplained.</summary>
    /// <param name="amountOf">What we asked for under a key; null: nothing of ours.</param>
    /// <returns>Empty: about nothing of ours. Null: the provider did not answer.</returns>
    Task<IReadOnlyList<ProviderNotice>?> Learn(string body, Func<PayoutAttemptId, Task<Rupiah?>> amountOf, CancellationToken cancellationToken);
}

/// <summary>A transfer to send. All of it follows from the try, so that a repetition under its key is the same request.</summary>
/// <param name="Key">The idempotency key.</param>
/// <param name="Account">Whole.</param>
/// <param name="Number">The payout's, for the bank's statement.</param>
public sealed record TransferOrder(PayoutAttemptId Key, Rupiah Amount, string BankCode, string Account, string Holder, string Number)
{
    /// <summary>An account number is never written into a log.</summary>
    public override string ToString() => $"{Key.Value} {Number}";
}

/// <summary>What a bank says of an account.</summary>
public abstract record AccountAnswer
{
    /// <param name="Holder">As the bank writes it.</param>
    public sealed record Found(string Holder) : AccountAnswer;

    public sealed record Missing : AccountAnswer;

    public sealed record Unknown : AccountAnswer;
}

public abstract record TransferOutcome
{
    /// <param name="Reference">What the bank calls it.</param>
    public sealed record Succeeded(string Reference) : TransferOutcome;

    /// <summary>It is not paid, and will not be.</summary>
    /// <param name="Reason">A sentence the shop may read.</param>
    public sealed record Failed(string Reason) : TransferOutcome;

    /// <summary>It had arrived, and the bank sent it back.</summary>
    /// <param name="Reference">What the bank called it.</param>
    public sealed record Returned(string Reference, string Reason) : TransferOutcome;

    /// <summary>The provider has it and is paying it.</summary>
    public sealed record Pending : TransferOutcome;

    /// <summary>The provider has never heard of it: the call did not arrive.</summary>
    public sealed record Absent : TransferOutcome;

    public sealed record Unknown : TransferOutcome;
}

/// <summary>The payout providers there are: none, or the one new transfers go to first.</summary>
public sealed class PayoutGateways(IEnumerable<IPayoutGateway> all)
{
    readonly List<IPayoutGateway> gateways = [.. all];

    /// <summary>Null where payouts leave by a file for the bank only.</summary>
    public IPayoutGateway? Chosen => gateways.Count > 0 ? gateways[0] : null;

    /// <returns>Null when no such provider is in use any more.</returns>
    public IPayoutGateway? Named(string name) => gateways.Find(g => g.Name == name);
}
