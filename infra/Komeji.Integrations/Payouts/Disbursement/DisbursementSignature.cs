using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Komeji.Integrations.Payouts.Disbursement;

/// <summary>
/// Believes what the payout provider signed: <c>X-Disbursement-Signature: t=1764000000,v1=hex</c>, HMAC-SHA256 over time and body, within
/// five minutes either way, under any of our secrets.
/// </summary>
public class DisbursementSignature
{
    public const string Header = "X-Disbursement-Signature";

    /// <summary>Seconds a notification may be old, or ahead of our clock.</summary>
    public const long Tolerance = 300;

    const int HexLength = 64;

    readonly List<byte[]> secrets;

    /// <exception cref="ArgumentException">No secret, or an empty one, which anybody could sign with.</exception>
    public DisbursementSignature(DisbursementOptions options)
    {
        if (options.CallbackSecrets.Count == 0 || options.CallbackSecrets.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("The payout provider's notifications need a secret.", nameof(options));
        }

        secrets = [.. options.CallbackSecrets.Select(Encoding.UTF8.GetBytes)];
    }

    public bool Believes(string body, string? header, DateTimeOffset now)
    {
        if (header is null or { Length: > 500 })
        {
            return false;
        }

        var parts = header.Split(',').Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToList();
        var time = parts.Find(p => p[0].Trim() == "t")?[1] ?? "";
        var given = parts.Find(p => p[0].Trim() == "v1")?[1] ?? "";
        return long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && IsRecent(seconds, now)
            && given.Length == HexLength && given.All(char.IsAsciiHexDigit) && IsOurs(body, time, Convert.FromHexString(given));
    }

    public static string Sign(string body, DateTimeOffset at, string secret)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={time},v1={Convert.ToHexStringLower(Mac(Encoding.UTF8.GetBytes(secret), time, body))}";
    }

    /// <summary>The guard against old notifications played again. A test takes it out to prove that it is what holds.</summary>
    protected virtual bool IsRecent(long seconds, DateTimeOffset now) => seconds <= uint.MaxValue && Math.Abs(now.ToUnixTimeSeconds() - seconds) <= Tolerance;

    /// <summary>The guard against forged notifications. A test takes it out to prove that it is what holds.</summary>
    protected virtual bool IsOurs(string body, string time, byte[] given) => secrets.Any(secret => CryptographicOperations.FixedTimeEquals(given, Mac(secret, time, body)));

    static byte[] Mac(byte[] secret, string time, string body) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{time}.{body}"));
}
