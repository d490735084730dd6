using Komeji.Domain.Common;

namespace Komeji.Domain.Legal;

/// <summary>The kind of trade, as the licence names it: five digits of a certain edition of the classification.</summary>
/// <param name="Code">Empty while there is no licence to read it from.</param>
/// <param name="Edition">Year of the edition.</param>
public readonly record struct Kbli(string Code, int Edition)
{
    public static readonly IReadOnlyList<int> Editions = [2025, 2020];

    /// <summary>Asked without a licence, the person need not know.</summary>
    public static readonly Kbli NotYet = new("", Editions[0]);

    /// <summary>Kinds of trade the catalogue's categories are about, to choose from (<c>kbli.csv</c>); any other may be typed.</summary>
    public static readonly IReadOnlyList<KbliName> Common = [.. ShippedList.Read("kbli.csv").Select(row => new KbliName(row[0], row[1]))];

    /// <summary>The edition <see cref="Common"/> is of; the later one has other codes for some of them.</summary>
    public const int CommonEdition = 2020;

    const int Length = 5;

    /// <summary>Divisions of the classification, its first two digits: the numbers left out name nothing.</summary>
    static readonly HashSet<string> Divisions =
    [
        .. Between(1, 3), .. Between(5, 9), .. Between(10, 33), .. Between(35, 39), .. Between(41, 43), .. Between(45, 47), .. Between(49, 53), .. Between(55, 56),
        .. Between(58, 66), .. Between(68, 75), .. Between(77, 82), .. Between(84, 88), .. Between(90, 99),
    ];

    /// <exception cref="RuleBroken"><c>legal.kbli</c></exception>
    public static Kbli Require(string? typed, int edition)
    {
        var code = Digits.Clean(typed);
        return Digits.Are(code, Length, Length) && Divisions.Contains(code[..2]) && Editions.Contains(edition)
            ? new Kbli(code, edition)
            : throw new RuleBroken("legal.kbli", "Kode KBLI terdiri dari 5 angka, misalnya 10794 untuk kerupuk dan keripik. Lihat di NIB Anda, dan pilih tahun KBLI-nya.");
    }

    static IEnumerable<string> Between(int first, int last) => Enumerable.Range(first, last - first + 1).Select(d => $"{d:00}");
}

public sealed record KbliName(string Code, string Name);
