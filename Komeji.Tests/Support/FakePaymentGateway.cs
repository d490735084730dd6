using System.Globalization;
using Komeji.Application.Payments;
using Komeji.Domain.Common;

namespace Komeji.Tests.Support;

/// <summary>A provider in memory, with the state a provider has. The contract tests hold it to what the sandbox does.</summary>
public sealed class FakePaymentGateway(TimeProvider clock) : IPaymentGateway
{
    readonly Dictionary<AttemptId, PaymentIntent> charges = [];
    readonly Dictionary<AttemptId, string> declined = [];
    readonly Dictionary<string, (AttemptId Attempt, Rupiah Amount)> captures = [];
    readonly Dictionary<RefundId, (string Payment, Rupiah Amount, bool Paid)> refunds = [];
    readonly List<ProviderMovement> movements = [];

    public string Name => "palsu";

    public Task<PaymentOutcome> Start(PaymentIntent intent, CancellationToken cancellationToken)
    {
        if (!charges.TryAdd(intent.Attempt, intent) && charges[intent.Attempt] != intent)
        {
            throw new InvalidOperationException("The key was used with another request.");
        }

        return Task.FromResult<PaymentOutcome>(declined.TryGetValue(intent.Attempt, out var reason)
            ? new PaymentOutcome.Declined(reason)
            : new PaymentOutcome.NeedsAction($"c-{intent.Attempt.Value}", $"/palsu/{intent.Attempt.Value}"));
    }

    public Task<ProviderAnswer> Ask(AttemptTrace attempt, CancellationToken cancellationToken)
    {
        var id = attempt.Id;
        var paid = captures.Where(c => c.Value.Attempt == id).Select(c => Notice(c.Key)).ToList();
        return Task.FromResult<ProviderAnswer>(paid.Count > 0 ? new ProviderAnswer.Paid(paid)
            : declined.TryGetValue(id, out var reason) ? new ProviderAnswer.Declined(reason)
            : charges.ContainsKey(id) ? new ProviderAnswer.Open($"c-{id.Value}", $"/palsu/{id.Value}")
            : new ProviderAnswer.Absent());
    }

    public Task<RefundOutcome> Refund(RefundId key, string providerPayment, Rupiah amount, CancellationToken cancellationToken)
    {
        if (refunds.TryGetValue(key, out var known))
        {
            return known.Payment == providerPayment && known.Amount == amount ? AskRefund(key, providerPayment, cancellationToken) : throw new InvalidOperationException("The key was used with another request.");
        }

        var back = Rupiah.Sum(refunds.Values.Where(r => r.Payment == providerPayment && r.Paid).Select(r => r.Amount));
        var possible = captures.TryGetValue(providerPayment, out var capture) && back + amount <= capture.Amount;
        refunds.Add(key, (providerPayment, amount, possible));
        if (possible)
        {
            movements.Add(new ProviderMovement(ProviderMovementKind.Refunded, key.Value.ToString(), -amount, clock.GetUtcNow()));
        }

        return AskRefund(key, providerPayment, cancellationToken);
    }

    public Task<RefundOutcome> AskRefund(RefundId key, string providerPayment, CancellationToken cancellationToken) =>
        Task.FromResult<RefundOutcome>(!refunds.TryGetValue(key, out var refund) ? new RefundOutcome.Absent()
            : refund.Paid ? new RefundOutcome.Succeeded($"r-{key.Value}") : new RefundOutcome.Failed("not possible"));

    public Task Withdraw(AttemptTrace attempt, CancellationToken cancellationToken)
    {
        declined.TryAdd(attempt.Id, "withdrawn");
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ProviderNotice>?> Disputes(string providerPayment, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ProviderNotice>?>([]);

    public ProviderEvent? Read(string body, string? signature, DateTimeOffset now) => signature == "sah" ? new ProviderEvent("e-" + body, "paid") : null;

    public Task<IReadOnlyList<ProviderNotice>?> Learn(string body, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ProviderNotice>?>([Notice(body)]);

    public Task<IReadOnlyList<ProviderMovement>?> Statement(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ProviderMovement>?>(movements);

    /// <summary>The buyer pays; the result is the provider's id, which is also the body of its notice.</summary>
    public string Pay(AttemptId attempt)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"p-{captures.Count + 1}");
        captures.Add(id, (attempt, charges[attempt].Amount));
        movements.Add(new ProviderMovement(ProviderMovementKind.Captured, id, charges[attempt].Amount, clock.GetUtcNow()));
        return id;
    }

    public void Decline(AttemptId attempt) => declined[attempt] = "tidak";

    ProviderNotice.Paid Notice(string id) =>
        new("e-" + id, clock.GetUtcNow(), captures[id].Attempt, id, captures[id].Amount, "IDR", "palsu", null);
}
