using System.Security.Cryptography;

namespace Komeji.Application.Accounts.SecondFactors;

/// <summary>
/// Seals the secrets of authenticator apps with AES-GCM, each bound to its person: a row copied to another opens nothing. The key
/// comes from the master key and is not in the database.
/// </summary>
public sealed record FactorKey(byte[] Value)
{
    const int NonceLength = 12;
    const int TagLength = 16;

    public string Seal(Guid owner, ReadOnlySpan<byte> secret)
    {
        var box = new byte[NonceLength + TagLength + secret.Length];
        var nonce = box.AsSpan(0, NonceLength);
        var tag = box.AsSpan(NonceLength, TagLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Value, TagLength);
        aes.Encrypt(nonce, secret, box.AsSpan(NonceLength + TagLength), tag, owner.ToByteArray());
        return Convert.ToBase64String(box);
    }

    /// <returns>Null when it was sealed under another key or for another person.</returns>
    public byte[]? Open(Guid owner, string text)
    {
        var box = Convert.FromBase64String(text);
        var secret = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(Value, TagLength);
        try
        {
            aes.Decrypt(box.AsSpan(0, NonceLength), box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength), secret, owner.ToByteArray());
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}

/// <summary>Whether whoever holds a role must have a second factor; only on a developer's own machine it may be otherwise.</summary>
public sealed record StaffSecondFactor(bool Required);
