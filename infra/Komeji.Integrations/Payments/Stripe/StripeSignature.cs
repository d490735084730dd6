using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Komeji.Integrations.Payments.Stripe;

/// <summary>
/// Believes what Stripe signed: <c>Stripe-Signature: t=1764000000,v1=hex,v1=hex</c>, HMAC-SHA256 over time and body, within five
/// minutes either way, under any of our secrets.
/// </summary>
public class StripeSignature
{
    public const string Header = "Stripe-Signature";

    /// <summary>Seconds a notification may be old, or ahead of our clock.</summary>
    public const long Tolerance = 300;

    const int MostSignatures = 10;

    readonly List<byte[]> secrets;

    /// <exception cref="ArgumentException">No secret, or an empty one, which anybody could sign with.</exception>
    public StripeSignature(StripeOptions options)
    {
        if (options.WebhookSecrets.Count == 0 || options.WebhookSecrets.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("Stripe's notifications need a secret.", nameof(options));
        }

        secrets = [.. options.WebhookSecrets.Select(Encoding.UTF8.GetBytes)];
    }

    public bool Believes(string body, string? header, DateTimeOffset now)
    {
        if (header is null or { Length: > 2_000 })
        {
            return false;
        }

        var parts = header.Split(',').Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToList();
        var time = parts.Find(p => p[0].Trim() == "t")?[1] ?? "";
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || !IsRecent(seconds, now))
        {
            return false;
        }

        return IsOurs(body, time, [.. parts.Where(p => p[0].Trim() == "v1" && p[1].Length == 64 && p[1].All(char.IsAsciiHexDigit)).Select(p => Convert.FromHexString(p[1])).Take(MostSignatures)]);
    }

    public static string Sign(string body, DateTimeOffset at, params IReadOnlyList<string> secrets)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={time}" + string.Concat(secrets.Select(s => ",v1=" + Convert.ToHexStringLower(Mac(Encoding.UTF8.GetBytes(s), time, body))));
    }

    /// <summary>The guard against old notifications played again. A test takes it out to prove that it is what holds.</summary>
    protected virtual bool IsRecent(long seconds, DateTimeOffset now) => seconds <= uint.MaxValue && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= Tolerance;

    /// <summary>The guard against forged notifications. A test takes it out to prove that it is what holds.</summary>
    protected virtual bool IsOurs(string body, string seconds, IReadOnlyList<byte[]> given) =>
        secrets.Select(secret => Mac(secret, seconds, body)).Any(mac => given.Any(g => CryptographicOperations.FixedTimeEquals(g, mac)));

    static byte[] Mac(byte[] secret, string time, string body) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{time}.{body}"));
}
