using Komeji.Domain.Common;

namespace Komeji.Domain.Reviews;

/// <summary>A person's name as everyone may read it: <c>Siti Aminah</c> is <c>S*** A.</c>, and nobody is found by it.</summary>
public static class MaskedName
{
    public static string Of(string fullName)
    {
        var words = PlainText.Name(fullName).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(First).Where(letter => letter.Length > 0).ToList();
        return words switch
        {
            [] => "Pembeli",
            [var only] => only + "***",
            [var first, .., var last] => $"{first}*** {last}.",
        };
    }

    static string First(string word) => word.EnumerateRunes().Where(System.Text.Rune.IsLetter).Select(rune => System.Text.Rune.ToUpperInvariant(rune).ToString()).FirstOrDefault() ?? "";
}
