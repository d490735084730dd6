using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using static Komeji.Integrations.Payments.Sandbox.SandboxStore;

namespace Komeji.Integrations.Payments.Sandbox;

/// <summary>
/// Signs notices with HMAC-SHA256 over time and body, and checks them: <c>t=1764000000,v1=hex</c>, several <c>v1</c> while secrets
/// are rotated. The first secret is drawn when the data directory is first used.
/// </summary>
public class SandboxSignature
{
    public const string Header = "Sandbox-Signature";

    /// <summary>Seconds a notice may be old, or ahead of our clock.</summary>
    public const long Tolerance = 300;

    readonly SandboxStore store;

    public SandboxSignature(SandboxStore store, TimeProvider clock)
    {
        this.store = store;
        store.Write(t => Execute(t, "INSERT INTO secret (value, made_at) SELECT $value, $now WHERE NOT EXISTS (SELECT 1 FROM secret)", ("value", NewSecret()), ("now", clock.GetUtcNow().UtcTicks)));
    }

    /// <summary>Adds a secret: from now on it signs, and the older ones are still believed.</summary>
    public void Rotate(DateTimeOffset now) =>
        store.Write(t => Execute(t, "INSERT INTO secret (value, made_at) VALUES ($value, $now)", ("value", NewSecret()), ("now", now.UtcTicks)));

    public string Sign(string body, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={seconds},v1={Convert.ToHexStringLower(Mac(Secrets()[0], seconds, body))}";
    }

    /// <summary>True when a secret of ours signed this body within the last five minutes.</summary>
    public bool Believes(string body, string? signature, DateTimeOffset now)
    {
        if (signature is null or { Length: > 1_000 })
        {
            return false;
        }

        var parts = signature.Split(',').Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToList();
        var time = parts.Find(p => p[0] == "t")?[1] ?? "";
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || !IsRecent(seconds, now))
        {
            return false;
        }

        return IsOurs(body, time, [.. parts.Where(p => p[0] == "v1" && p[1].Length == 64 && p[1].All(char.IsAsciiHexDigit)).Select(p => Convert.FromHexString(p[1])).Take(5)]);
    }

    /// <summary>The guard against old notices played again. A test takes it out to prove that it is what holds.</summary>
    protected virtual bool IsRecent(long seconds, DateTimeOffset now) => seconds <= uint.MaxValue && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= Tolerance;

    /// <summary>The guard against forged notices. A test takes it out to prove that it is what holds.</summary>
    protected virtual bool IsOurs(string body, string seconds, IReadOnlyList<byte[]> given) =>
        Secrets().Any(secret => given.Any(mac => CryptographicOperations.FixedTimeEquals(mac, Mac(secret, seconds, body))));

    List<string> Secrets() => store.Write(t => Query(t, "SELECT value FROM secret ORDER BY made_at DESC, value", r => r.GetString(0)));

    static byte[] Mac(string secret, string seconds, string body) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}"));

    static string NewSecret() => "whsec_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
