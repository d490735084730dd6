using System.Text.Json;
using Komeji.Application.Payments;
using Komeji.Domain.Common;

namespace Komeji.Integrations.Payments.Sandbox;

/// <summary>
/// A payment provider that moves no money, for development, demonstrations and tests: a hosted pay page, a balance, signed
/// notices, settlements. It behaves like a real one, also when it is slow or silent.
/// </summary>
public sealed class SandboxPaymentGateway(SandboxBooks books, SandboxSignature signatures, SandboxFaults faults) : IPaymentGateway
{
    public const string GatewayName = "sandbox";

    /// <summary>What people pay with there.</summary>
    public const string Method = "QRIS (simulasi)";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A statement of a million payments takes a while to write.</summary>
    static readonly TimeSpan StatementPatience = TimeSpan.FromMinutes(3);

    public string Name => GatewayName;

    public async Task<PaymentOutcome> Start(PaymentIntent intent, CancellationToken cancellationToken)
    {
        var charge = await Call(() => books.Open(Key(intent.Attempt.Value), intent.PurchaseNumber, intent.Amount.Amount, intent.ReturnAddress, intent.PayBefore), cancellationToken);
        return charge switch
        {
            null => new PaymentOutcome.Unknown(),
            { Declined: { } reason } => new PaymentOutcome.Declined(reason),
            _ when faults.Take(SandboxFault.Decline) => Refuse(charge),
            _ => new PaymentOutcome.NeedsAction(charge.Id, PayAddress(charge)),
        };
    }

    public async Task<ProviderAnswer> Ask(AttemptTrace attempt, CancellationToken cancellationToken)
    {
        var found = await Call(() => new Found<SandboxCharge>(books.FindByKey(Key(attempt.Id.Value))), cancellationToken);
        if (found is null)
        {
            return new ProviderAnswer.Unknown();
        }

        if (found.Value is not { } charge)
        {
            return new ProviderAnswer.Absent();
        }

        return books.CapturesOf(charge.Id) is { Count: > 0 } captures
            ? new ProviderAnswer.Paid([.. captures.Select(c => Paid(SandboxNotice.Paid($"ask_{c.Id}", charge.Key, c)))])
            : charge.Declined is { } reason ? new ProviderAnswer.Declined(reason) : new ProviderAnswer.Open(charge.Id, PayAddress(charge));
    }

    /// <summary>Its codes stay good for whoever has one, as those of real wallets do.</summary>
    public Task Withdraw(AttemptTrace attempt, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<RefundOutcome> Refund(RefundId key, string providerPayment, Rupiah amount, CancellationToken cancellationToken)
    {
        var failure = faults.Take(SandboxFault.RefuseRefund) ? "bank_refused" : null;
        return await Call(() => books.Refund(Key(key.Value), providerPayment, amount.Amount, failure), cancellationToken) is { } refund ? OutcomeOf(refund) : new RefundOutcome.Unknown();
    }

    public async Task<RefundOutcome> AskRefund(RefundId key, string providerPayment, CancellationToken cancellationToken) =>
        await Call(() => new Found<SandboxRefund>(books.FindRefund(Key(key.Value))), cancellationToken) switch
        {
            null => new RefundOutcome.Unknown(),
            { Value: null } => new RefundOutcome.Absent(),
            { Value: var refund } => OutcomeOf(refund),
        };

    /// <summary>Nobody disputes play money.</summary>
    public Task<IReadOnlyList<ProviderNotice>?> Disputes(string providerPayment, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ProviderNotice>?>([]);

    public ProviderEvent? Read(string body, string? signature, DateTimeOffset now)
    {
        if (!signatures.Believes(body, signature, now))
        {
            return null;
        }

        try
        {
            var notice = SandboxNotice.Parse(body);
            return new ProviderEvent(notice.Id, notice.Kind);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The sandbox is never late with what it knows: its notices say how things stand.</summary>
    public Task<IReadOnlyList<ProviderNotice>?> Learn(string body, CancellationToken cancellationToken)
    {
        var notice = SandboxNotice.Parse(body);
        var at = DateTimeOffset.FromUnixTimeMilliseconds(notice.At);
        var key = Guid.TryParse(notice.Data.Key, out var id) ? id : (Guid?)null;
        return Task.FromResult<IReadOnlyList<ProviderNotice>?>((notice.Kind, key) switch
        {
            (SandboxNotice.PaidKind, not null) => [Paid(notice)],
            (SandboxNotice.DeclinedKind, { } attempt) => [new ProviderNotice.Declined(notice.Id, at, new AttemptId(attempt), notice.Data.Reference)],
            (SandboxNotice.RefundKind, { } refund) => [new ProviderNotice.RefundDone(notice.Id, at, new RefundId(refund), notice.Data.Succeeded, notice.Data.Reference)],
            (SandboxNotice.SettledKind, _) => [new ProviderNotice.Settled(notice.Id, at, notice.Data.Reference, new Rupiah(notice.Data.Amount))],
            _ => [],
        });
    }

    public async Task<IReadOnlyList<ProviderMovement>?> Statement(CancellationToken cancellationToken) =>
        await Reach(books.Movements, StatementPatience, cancellationToken) is { } lines
            ? [.. lines.Select(l => new ProviderMovement(KindOf(l.Kind), l.Reference, new Rupiah(l.Amount), l.At))]
            : null;

    /// <summary>A call that a script may lose on its way there or back. Null is silence.</summary>
    async Task<T?> Call<T>(Func<T> work, CancellationToken cancellationToken)
        where T : class
    {
        if (faults.Take(SandboxFault.NeverArrives))
        {
            return null;
        }

        var answer = await Reach(work, Patience, cancellationToken);
        return faults.Take(SandboxFault.AnswerLost) ? null : answer;
    }

    /// <summary>A call to the other company: it may take its time, but not more than ours.</summary>
    static async Task<T?> Reach<T>(Func<T> work, TimeSpan patience, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await Task.Run(work, cancellationToken).WaitAsync(patience, cancellationToken);
        }
        catch (Exception silence) when (silence is TimeoutException or Microsoft.Data.Sqlite.SqliteException)
        {
            // Too slow, or its side is down: whether the work was done is not known.
            return null;
        }
    }

    PaymentOutcome.Declined Refuse(SandboxCharge charge)
    {
        const string reason = "Ditolak penyedia pembayaran";
        books.Decline(charge.Id, reason);
        return new PaymentOutcome.Declined(reason);
    }

    static ProviderNotice.Paid Paid(SandboxNotice notice) => new(
        notice.Id,
        DateTimeOffset.FromUnixTimeMilliseconds(notice.At),
        new AttemptId(Guid.Parse(notice.Data.Key)),
        notice.Data.Reference,
        new Rupiah(notice.Data.Amount),
        notice.Data.Currency,
        Method,
        new ProviderCost(new Rupiah(notice.Data.Cost), $"bt_{notice.Data.Reference}"));

    static RefundOutcome OutcomeOf(SandboxRefund refund) =>
        refund.Failed is { } reason ? new RefundOutcome.Failed(reason) : new RefundOutcome.Succeeded($"rf_{refund.Key}");

    static ProviderMovementKind KindOf(string kind) => kind switch
    {
        "capture" => ProviderMovementKind.Captured,
        "cost" => ProviderMovementKind.Cost,
        "settlement" => ProviderMovementKind.Settled,
        "refund" => ProviderMovementKind.Refunded,
        "return" => ProviderMovementKind.RefundReturned,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The hosted page lives on our own site, whatever name the visitor reached it by.</summary>
    static string PayAddress(SandboxCharge charge) => $"/sandbox/bayar/{charge.Id}";

    static string Key(Guid id) => id.ToString();

    /// <summary>Tells "there is none" from silence.</summary>
    sealed record Found<T>(T? Value);
}
