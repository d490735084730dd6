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

/// <summary>Reads of Stripe's objects; what is missing, null or of another kind reads as empty.</summary>
static class StripeJson
{
    public static string Text(this JsonElement element, string name) =>
        element.Find(name) is { ValueKind: JsonValueKind.String } found ? Readable(found) : "";

    public static long Number(this JsonElement element, string name) =>
        element.Find(name) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt64(out var number) ? number : 0;

    public static DateTimeOffset Time(this JsonElement element, string name) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(element.Number(name), 0, uint.MaxValue));

    /// <summary>An object that was asked to be expanded; null when there is none.</summary>
    public static JsonElement? Object(this JsonElement element, string name) =>
        element.Find(name) is { ValueKind: JsonValueKind.Object } found ? found : null;

    /// <summary>The id of an object, expanded or not.</summary>
    public static string IdOf(this JsonElement element, string name) => element.Object(name)?.Text("id") ?? element.Text(name);

    public static IEnumerable<JsonElement> List(this JsonElement element, string name) =>
        element.Find(name) is { ValueKind: JsonValueKind.Array } found ? found.EnumerateArray() : [];

    public static bool IsTrue(this JsonElement element, string name) => element.Find(name) is { ValueKind: JsonValueKind.True };

    /// <summary>Half a surrogate pair cannot be read at all, and a database refuses NUL: neither is a text of Stripe's.</summary>
    static string Readable(JsonElement text)
    {
        try
        {
            var read = text.GetString()!;
            return read.Contains('\0', StringComparison.Ordinal) ? "" : read;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    static JsonElement? Find(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : null;
}
