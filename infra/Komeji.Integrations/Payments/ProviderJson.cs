using System.Text.Json;

namespace Komeji.Integrations.Payments;

/// <summary>Reads of a provider's objects; what is missing, null or of another kind reads as empty.</summary>
static class ProviderJson
{
    /// <returns>Null when it is no JSON.</returns>
    public static JsonElement? Parse(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

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

    /// <summary>Half a surrogate pair cannot be read at all, and a database refuses NUL: neither is a text of a provider's.</summary>
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
