using Komeji.Domain.Common;

namespace Komeji.Application.Legal.Opening;

/// <summary>Banks sales can be paid out to, and refunds transferred: those that are offered by name, and any other that is typed.</summary>
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

    /// <summary>An account's number as people type it, in its figures alone.</summary>
    /// <exception cref="RuleBroken"><c>legal.account</c></exception>
    public static string Digits(string account)
    {
        var digits = new string([.. PlainText.Figures(account).Where(c => !" .-".Contains(c, StringComparison.Ordinal))]);
        return digits.Length is >= 8 and <= 20 && digits.All(char.IsAsciiDigit)
            ? digits
            : throw new RuleBroken("legal.account", "Nomor rekening terdiri dari 8 sampai 20 angka. Lihat di buku tabungan atau aplikasi bank Anda.");
    }

    static bool IsName(string name) =>
        name.Length is >= LeastLetters and <= MostLetters && Plain(name).Any(char.IsLetter) && name.All(c => char.IsLetterOrDigit(c) || " &.'()-".Contains(c, StringComparison.Ordinal));

    /// <summary>Letters and digits alone, without the word for a bank: <c>PT Bank B.R.I</c> is BRI.</summary>
    static string Plain(string name) => string.Concat(
        name.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new string([.. word.Where(char.IsLetterOrDigit)])).Where(word => word is not ("PT" or "BANK" or "TBK")));
}
