using Komeji.Integrations.Payments.Stripe;

namespace Komeji.Tests.Support;

/// <summary>Keys that open nothing but a stand-in.</summary>
public static class StripeKeys
{
    public const string Secret = "sk_test_ujicoba0123456789";

    public static readonly string[] Webhook = ["whsec_ujicoba_baru_012345", "whsec_ujicoba_lama_012345"];

    public static StripeOptions At(Uri address) =>
        new(Secret, Webhook, address) { Patience = TimeSpan.FromSeconds(2), Pause = TimeSpan.FromMilliseconds(5) };
}
