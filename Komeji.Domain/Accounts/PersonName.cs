using Komeji.Domain.Common;

namespace Komeji.Domain.Accounts;

/// <summary>A person's full name in one field: many have a single word, and nobody's is split.</summary>
public static class PersonName
{
    public const int Longest = 120;

    /// <exception cref="RuleBroken"><c>user.name</c></exception>
    public static string Require(string? text)
    {
        var name = PlainText.Name(text);
        return name.Length is >= 2 and <= Longest && PlainText.Read(name) == name
            ? name
            : throw new RuleBroken("user.name", "Tulis nama lengkap Anda, 2 sampai 120 huruf.");
    }
}
