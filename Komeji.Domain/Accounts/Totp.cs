using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Komeji.Domain.Accounts;

/// <summary>Time-based one-time passwords as authenticator apps make them: RFC 6238 with SHA-1, six digits, thirty seconds.</summary>
public static class Totp
{
    public const int SecretBytes = 20;
    public const int Digits = 6;

    const int SecondsPerStep = 30;
    const int Modulus = 1_000_000;

    /// <summary>Steps a phone's clock may be ahead or behind.</summary>
    const int Window = 1;

    const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / SecondsPerStep;

    public static string CodeAt(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // Every authenticator app reckons with SHA-1; HMAC does not rest on what broke it.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0x0f;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7fffffff;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <param name="after">The newest step whose code was accepted: it and older ones are used up.</param>
    /// <returns>The step the typed code belongs to; null when it belongs to none that may be used now.</returns>
    public static long? Match(ReadOnlySpan<byte> secret, string typed, long after, DateTimeOffset now)
    {
        var digits = Encoding.ASCII.GetBytes(new string([.. typed.Where(char.IsAsciiDigit)]));
        long? found = null;
        for (var step = StepAt(now) - Window; step <= StepAt(now) + Window; step++)
        {
            // All are compared, in the same time whatever was typed.
            var equal = CryptographicOperations.FixedTimeEquals(digits, Encoding.ASCII.GetBytes(CodeAt(secret, step)));
            found = equal && step > after ? found ?? step : found;
        }

        return found;
    }

    /// <summary>The secret as a person types it where no picture can be read: Base32 in groups of four.</summary>
    public static string Show(ReadOnlySpan<byte> secret) =>
        string.Join(' ', Encode(secret).Chunk(4).Select(group => new string(group)));

    /// <summary>The address an authenticator app reads from the QR code.</summary>
    public static string AddressOf(ReadOnlySpan<byte> secret, string account) =>
        $"otpauth://totp/Komeji:{Uri.EscapeDataString(account)}?secret={Encode(secret)}&issuer=Komeji&algorithm=SHA1&digits={Digits}&period={SecondsPerStep}";

    /// <summary>Reads what <see cref="Show"/> wrote.</summary>
    public static byte[] Read(string shown)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var letter in shown.Where(c => c != ' '))
        {
            buffer = (buffer << 5) | Base32.IndexOf(letter, StringComparison.Ordinal);
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }

    static string Encode(ReadOnlySpan<byte> secret)
    {
        var text = new StringBuilder();
        var (buffer, bits) = (0, 0);
        foreach (var part in secret)
        {
            buffer = (buffer << 8) | part;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                text.Append(Base32[(buffer >> (bits - 5)) & 31]);
            }

            buffer &= (1 << bits) - 1;
        }

        return (bits == 0 ? text : text.Append(Base32[(buffer << (5 - bits)) & 31])).ToString();
    }
}
