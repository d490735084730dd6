namespace Komeji.Integrations.Payments.Stripe;

/// <param name="SecretKey">Says by its beginning whether money is real: <c>sk_live_</c> or <c>sk_test_</c> (<c>rk_</c> for a restricted one).</param>
/// <param name="WebhookSecrets">All that are believed; two while one is exchanged for another.</param>
public sealed record StripeOptions(string SecretKey, IReadOnlyList<string> WebhookSecrets, Uri ApiBase)
{
    /// <summary>The version of Stripe's interface this adapter was written for. An account's own default changes nothing.</summary>
    public const string ApiVersion = "2025-03-31.basil";

    public static readonly Uri RealApi = new("https://api.stripe.com/");

    public bool IsLive => SecretKey.Contains("_live_", StringComparison.Ordinal);

    /// <summary>How long a buyer, or a job, waits for one answer with all its repetitions.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Before the first repetition; longer before each further one.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Keys are never written into a log.</summary>
    public override string ToString() => $"{ApiBase} {(IsLive ? "live" : "test")}";
}
