using System.Security.Cryptography;
using System.Text;
using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;

namespace Komeji.Application.Legal;

/// <summary>
/// Seals what says who a person is, and their papers, each for their owner; and tells by a keyed index whether two are the same
/// without opening either. The keys come from the master key and are not in the database.
/// </summary>
public sealed record PersonalKey(byte[] Value, byte[] IndexValue)
{
    const string Account = "rekening";

    public byte[] Seal(UserId owner, ReadOnlySpan<byte> content) => SealedBox.Seal(Value, owner.Value, content);

    /// <returns>Null when it was sealed under another key or for somebody else.</returns>
    public byte[]? Open(UserId owner, byte[] content) => SealedBox.Open(Value, owner.Value, content);

    public KeptNumber Keep(UserId owner, Nik nik) => Personal(owner, DocumentKind.IdentityCard.Word(), nik.Digits, nik.Masked);

    /// <param name="number">As <see cref="DocumentNumber.Require"/> gives it.</param>
    public KeptNumber Keep(UserId owner, DocumentKind kind, string number) =>
        number.Length == 0 ? KeptNumber.None
        : kind.IsPersonal() ? Personal(owner, kind.Word(), number, Mask(number))
        : new KeptNumber(number, "", Index(kind.Word(), number));

    public KeptNumber KeepAccount(UserId owner, string bank, string digits) => Personal(owner, $"{Account}|{bank}", digits, new string('*', digits.Length - 4) + digits[^4..]);

    /// <returns>Null when the key is another one.</returns>
    public string? Read(UserId owner, string sealedNumber) =>
        Open(owner, Convert.FromBase64String(sealedNumber)) is { } plain ? Encoding.UTF8.GetString(plain) : null;

    KeptNumber Personal(UserId owner, string what, string number, string shown) =>
        new(shown, Convert.ToBase64String(Seal(owner, Encoding.UTF8.GetBytes(number))), Index(what, number));

    string Index(string what, string number) => Convert.ToHexStringLower(HMACSHA256.HashData(IndexValue, Encoding.UTF8.GetBytes($"{what}|{number}")));

    static string Mask(string number) => number[..6] + new string('*', number.Length - 10) + number[^4..];
}
