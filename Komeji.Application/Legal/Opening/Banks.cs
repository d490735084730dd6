using Komeji.Domain.Common;

namespace Komeji.Application.Legal.Opening;

/// <summary>Banks sales can be paid out to: those that are offered by name, and any other that is typed.</summary>
public static class Banks
{
    public const int LeastLetters = 3;
    public const int MostLetters = 40;

    /// <summary>Offered until somebody decides otherwise.</summary>
    public const string Default = "Bank Jatim,BCA,BNI,BRI,BSI,BTN,CIMB Niaga,Danamon,Mandiri,Permata,SeaBank,Bank Jago";

    public static IReadOnlyList<string> Read(string offered) => offered.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <exception cref="RuleBroken"><c>legal.bank</c></exception>
    public static void Check(string offered)
    {
        var banks = Read(offered);
        if (banks.Count == 0 || banks.Select(Plain).Distinct().Count() != banks.Count || !banks.All(IsName))
        {
            throw new RuleBroken("legal.bank", $"Tulis nama bank dipisah koma, masing-masing {LeastLetters} sampai {MostLetters} huruf dan tidak ada yang dua kali.");
        }
    }

    /// <summary>The offered bank that is meant, however it is spelt, so that one account is not two; else the name as typed.</summary>
    /// <exception cref="RuleBroken"><c>legal.bank</c></exception>
    public static string Require(string? typed, IReadOnlyList<string> offered)
    {
        var name = PlainText.Name(typed);
        return IsName(name)
            ? offered.FirstOrDefault(b => Plain(b) == Plain(name)) ?? name
            : throw new RuleBroken("legal.bank", $"Pilih bank dari daftar, atau pilih Bank lain dan tulis namanya, {LeastLetters} sampai {MostLetters} huruf.");
    }

    static bool IsName(string name) =>
        name.Length is >= LeastLetters and <= MostLetters && Plain(name).Any(char.IsLetter) && name.All(c => char.IsLetterOrDigit(c) || " &.'()-".Contains(c, StringComparison.Ordinal));

    /// <summary>Letters and digits alone, without the word for a bank: <c>PT Bank B.R.I</c> is BRI.</summary>
    static string Plain(string name) => string.Concat(
        name.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new string([.. word.Where(char.IsLetterOrDigit)])).Where(word => word is not ("PT" or "BANK" or "TBK")));
}
