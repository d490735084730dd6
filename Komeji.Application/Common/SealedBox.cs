using System.Security.Cryptography;

namespace Komeji.Application.Common;

/// <summary>AES-GCM with a fresh nonce before the rest, bound to whoever it belongs to: moved to another's row it opens nothing.</summary>
static class SealedBox
{
    const int NonceLength = 12;
    const int TagLength = 16;

    public static byte[] Seal(byte[] key, Guid owner, ReadOnlySpan<byte> secret)
    {
        var box = new byte[NonceLength + TagLength + secret.Length];
        var nonce = box.AsSpan(0, NonceLength);
        var tag = box.AsSpan(NonceLength, TagLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, secret, box.AsSpan(NonceLength + TagLength), tag, owner.ToByteArray());
        return box;
    }

    /// <returns>Null when it was sealed under another key or for another owner.</returns>
    public static byte[]? Open(byte[] key, Guid owner, byte[] box)
    {
        if (box.Length < NonceLength + TagLength)
        {
            return null;
        }

        var secret = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
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
