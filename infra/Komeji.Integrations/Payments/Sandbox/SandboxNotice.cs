using System.Text.Json;

namespace Komeji.Integrations.Payments.Sandbox;

/// <summary>What the sandbox tells, as it travels.</summary>
/// <param name="At">Milliseconds since 1970.</param>
public sealed record SandboxNotice(string Id, string Kind, long At, SandboxNotice.Content Data)
{
    public const string PaidKind = "payment.paid";
    public const string DeclinedKind = "payment.declined";
    public const string RefundKind = "refund.updated";
    public const string SettledKind = "settlement.paid";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { MaxDepth = 8 };

    public static SandboxNotice Paid(string id, string key, SandboxCapture capture) =>
        new(id, PaidKind, capture.At.ToUnixTimeMilliseconds(), new Content { Key = key, Reference = capture.Id, Amount = capture.Amount, Currency = capture.Currency, Cost = capture.Cost });

    public static SandboxNotice Declined(string id, long ticks, string key, string reason) =>
        new(id, DeclinedKind, Milliseconds(ticks), new Content { Key = key, Reference = reason });

    public static SandboxNotice Refund(string id, long ticks, string key, bool succeeded, string reference) =>
        new(id, RefundKind, Milliseconds(ticks), new Content { Key = key, Reference = reference, Succeeded = succeeded });

    public static SandboxNotice Settled(string id, long ticks, string settlement, long amount) =>
        new(id, SettledKind, Milliseconds(ticks), new Content { Reference = settlement, Amount = amount, Currency = "IDR" });

    public string ToBody() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">It is not a notice.</exception>
    public static SandboxNotice Parse(string body) =>
        JsonSerializer.Deserialize<SandboxNotice>(body, Json) is { Id.Length: > 0 and <= 100, Kind.Length: > 0 and <= 100, Data: not null } notice ? notice : throw new JsonException("Not a sandbox notice.");

    static long Milliseconds(long ticks) => new DateTimeOffset(ticks, TimeSpan.Zero).ToUnixTimeMilliseconds();

    public sealed record Content
    {
        /// <summary>Our idempotency key: the attempt's or the refund's id.</summary>
        public string Key { get; init; } = "";
        public string Reference { get; init; } = "";
        public long Amount { get; init; }
        public string Currency { get; init; } = "";
        public long Cost { get; init; }
        public bool Succeeded { get; init; }
    }
}
