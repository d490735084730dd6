using Komeji.Domain.Common;
using Komeji.Domain.Notifications;

namespace Komeji.Domain.Accounts;

/// <summary>Where a person is reached and by what it signs in: an e-mail in lower case, or a mobile number as E.164.</summary>
public sealed record Contact
{
    const int LongestEmail = 254;

    Contact(MessageChannel channel, string value) => (Channel, Value) = (channel, value);

    public MessageChannel Channel { get; }
    public string Value { get; }

    public bool IsEmail => Channel == MessageChannel.Email;

    /// <returns>Null when it is neither.</returns>
    public static Contact? Read(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Contains('@', StringComparison.Ordinal))
        {
            return LooksLikeEmail(trimmed) ? new Contact(MessageChannel.Email, trimmed.ToLowerInvariant()) : null;
        }

        return PhoneNumber.Normalise(trimmed) is { } number ? new Contact(MessageChannel.Phone, number) : null;
    }

    /// <exception cref="RuleBroken"><c>contact.unreadable</c></exception>
    public static Contact Require(string? text) =>
        Read(text) ?? throw new RuleBroken("contact.unreadable", "Tulis surel seperti nama@contoh.id, atau nomor ponsel seperti 0812-3456-7890.");

    /// <summary>As the person would write it.</summary>
    public string Show() => IsEmail ? Value : PhoneNumber.Show(Value);

    /// <summary>Enough to recognise it, not enough to learn it: <c>si•••@contoh.id</c>, <c>0812-••••-7890</c>.</summary>
    public string Mask()
    {
        if (!IsEmail)
        {
            return $"0{Value[3..6]}-••••-{Value[^4..]}";
        }

        var at = Value.LastIndexOf('@');
        return Value[..Math.Min(2, at)] + "•••" + Value[at..];
    }

    // The proof is the code that arrives there; this only catches slips of the finger.
    static bool LooksLikeEmail(string text)
    {
        var at = text.LastIndexOf('@');
        var domain = text[(at + 1)..];
        return text.Length <= LongestEmail
            && at is > 0 and <= 64
            && text.IndexOf('@', StringComparison.Ordinal) == at
            && domain.Contains('.', StringComparison.Ordinal)
            && !domain.StartsWith('.') && !domain.EndsWith('.') && !domain.Contains("..", StringComparison.Ordinal)
            && text.All(c => c > ' ' && c < 127 && c is not ('"' or '<' or '>' or ',' or ';' or '\\'));
    }
}
