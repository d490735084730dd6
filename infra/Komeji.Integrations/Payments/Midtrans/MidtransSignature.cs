using System.Security.Cryptography;
using System.Text;

namespace Komeji.Integrations.Payments.Midtrans;

/// <summary>
/// Believes what Midtrans signed: SHA-512 over order id, status code, amount as it stands in the notification, and our server key.
/// It covers neither what happened nor when, so how things stand is always asked; an old notification can but cause a question.
/// </summary>
public class MidtransSignature
{
    const int HexLength = 128;

    readonly string key;

    /// <exception cref="ArgumentException">No key, or an empty one, which anybody could sign with.</exception>
    public MidtransSignature(MidtransOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ServerKey))
        {
            throw new ArgumentException("Midtrans' notifications need our server key.", nameof(options));
        }

        key = options.ServerKey;
    }

    public bool Believes(string order, string statusCode, string amount, string given) =>
        given.Length == HexLength && given.All(char.IsAsciiHexDigit) && IsOurs(Convert.FromHexString(given), Hash(order, statusCode, amount, key));

    public static string Sign(string order, string statusCode, string amount, string key) => Convert.ToHexStringLower(Hash(order, statusCode, amount, key));

    /// <summary>The guard against forged notifications. A test takes it out to prove that it is what holds.</summary>
    protected virtual bool IsOurs(byte[] given, byte[] expected) => CryptographicOperations.FixedTimeEquals(given, expected);

    static byte[] Hash(string order, string statusCode, string amount, string key) => SHA512.HashData(Encoding.UTF8.GetBytes(order + statusCode + amount + key));
}
