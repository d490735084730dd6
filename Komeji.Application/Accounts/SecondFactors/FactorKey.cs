using Komeji.Application.Common;

namespace Komeji.Application.Accounts.SecondFactors;

/// <summary>
/// Seals the secrets of authenticator apps with AES-GCM, each bound to its person: a row copied to another opens nothing. The key
/// comes from the master key and is not in the database.
/// </summary>
public sealed record FactorKey(byte[] Value)
{
    public string Seal(Guid owner, ReadOnlySpan<byte> secret) => Convert.ToBase64String(SealedBox.Seal(Value, owner, secret));

    /// <returns>Null when it was sealed under another key or for another person.</returns>
    public byte[]? Open(Guid owner, string text) => SealedBox.Open(Value, owner, Convert.FromBase64String(text));
}

/// <summary>Whether whoever holds a role must have a second factor; only on a developer's own machine it may be otherwise.</summary>
public sealed record StaffSecondFactor(bool Required);
