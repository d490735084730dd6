using Komeji.Domain.Common;

namespace Komeji.Domain.Legal;

/// <summary>The kind of trade, as the licence names it: five digits of a certain edition of the classification.</summary>
/// <param name="Edition">Year of the edition.</param>
public readonly record struct Kbli(string Code, int Edition)
{
    public static readonly IReadOnlyList<int> Editions = [2025, 2020];

    const int Length = 5;

    /// <exception cref="RuleBroken"><c>legal.kbli</c></exception>
    public static Kbli Require(string? typed, int edition)
    {
        var code = Digits.Clean(typed);
        return Digits.Are(code, Length, Length) && Editions.Contains(edition)
            ? new Kbli(code, edition)
            : throw new RuleBroken("legal.kbli", "Kode KBLI terdiri dari 5 angka, misalnya 10794 untuk kerupuk dan keripik. Lihat di NIB Anda, dan pilih tahun KBLI-nya.");
    }
}
