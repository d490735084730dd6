using System.Text.Json;

namespace Komeji.Integrations.Payments.Stripe;

/// <summary>What came back from a call.</summary>
public abstract record StripeReply
{
    /// <param name="IsReplayed">The same key had been used before: this is the answer of that time, not of now.</param>
    public sealed record Done(JsonElement Body, bool IsReplayed) : StripeReply;

    /// <summary>Stripe understood and refused; nothing was done.</summary>
    public sealed record Refused(int Status, string Code) : StripeReply;

    /// <summary>The key is of no use for a day or more: its first try failed inside Stripe and that answer is all it gives, or it was another request.</summary>
    public sealed record Stuck : StripeReply;

    /// <summary>No answer, or none that tells whether it was done.</summary>
    public sealed record Silent : StripeReply;
}
