using System.Globalization;

namespace Komeji.Web.Areas.Shared;

/// <summary>How the pages write numbers and places.</summary>
public static class Words
{
    static readonly CultureInfo Indonesian = new("id-ID");

    /// <summary><c>860</c>, <c>1,2 rb</c>, <c>3,4 jt</c>; never rounded up to what was not reached.</summary>
    public static string Count(int count) => count switch
    {
        < 1_000 => count.ToString(Indonesian),
        < 1_000_000 => Tenths(count / 100) + " rb",
        _ => Tenths(count / 100_000) + " jt",
    };

    /// <summary><c>1.284</c></summary>
    public static string Number(long number) => number.ToString("#,0", Indonesian);

    /// <summary><c>Kab. Jember</c></summary>
    public static string Place(string name) => name.Replace("Kabupaten ", "Kab. ", StringComparison.Ordinal);

    /// <summary><c>30 Nov 2026</c></summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", Indonesian);

    /// <summary><c>850 g</c>, <c>1,5 kg</c></summary>
    public static string Weight(long grams) => grams < 1_000 ? $"{grams} g" : (grams / 1_000m).ToString("0.###", Indonesian) + " kg";

    public static string Initials(string name) =>
        string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsLetterOrDigit(w[0])).Take(2).Select(w => char.ToUpperInvariant(w[0])));

    static string Tenths(int tenths) => tenths % 10 == 0 || tenths >= 1_000 ? Number(tenths / 10) : $"{Number(tenths / 10)},{tenths % 10}";
}
