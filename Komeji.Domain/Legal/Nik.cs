using Komeji.Domain.Common;

namespace Komeji.Domain.Legal;

/// <summary>
/// The number of a person's identity card: six digits of the region it was first registered in, the day of birth (for women with 40
/// added), and a serial. It has no check digit and proves nothing by itself; what it seems to say of its person is a hint.
/// </summary>
public readonly record struct Nik
{
    const int Length = 16;
    const int WomenFrom = 40;

    /// <summary>Least age of who may sell.</summary>
    public const int LeastAge = 17;
    const int GreatestAge = 100;

    /// <summary>Codes of the provinces there are or have been.</summary>
    static readonly HashSet<int> Provinces = [.. Enumerable.Range(11, 9), 21, .. Enumerable.Range(31, 6), .. Enumerable.Range(51, 4), .. Enumerable.Range(61, 5), .. Enumerable.Range(71, 6), 81, 82, .. Enumerable.Range(91, 7)];

    Nik(string digits) => Digits = digits;

    public string Digits { get; }

    /// <summary>Shown where the whole number is nobody's business: <c>357810******0001</c>.</summary>
    public string Masked => Legal.Digits.Mask(Digits);

    public bool SeemsWoman => Day > WomenFrom;

    /// <summary>The district of first registration, as a region code: <c>35.78.10</c>. It may be one that is no more.</summary>
    public string District => $"{Digits[..2]}.{Digits[2..4]}.{Digits[4..6]}";

    int Day => int.Parse(Digits.AsSpan(6, 2), null);

    /// <returns>Null when it is none.</returns>
    public static Nik? Read(string? typed)
    {
        var digits = Legal.Digits.Clean(typed);
        if (!Legal.Digits.Are(digits, Length, Length) || digits.EndsWith("0000", StringComparison.Ordinal) || !Provinces.Contains(int.Parse(digits.AsSpan(0, 2), null)))
        {
            return null;
        }

        var nik = new Nik(digits);
        return nik.Days().Any() ? nik : null;
    }

    /// <exception cref="RuleBroken"><c>legal.nik</c></exception>
    public static Nik Require(string? typed) => Read(typed)
        ?? throw new RuleBroken("legal.nik", "NIK ini tidak benar. Tulis 16 angka seperti di KTP, misalnya 3578 1017 0890 0001.");

    /// <summary>Of the two centuries the one in which the person is between 17 and 100 today; null when that is neither or both.</summary>
    public DateOnly? BornOn(DateOnly today)
    {
        var likely = Days().Where(day => day.AddYears(LeastAge) <= today && day.AddYears(GreatestAge) >= today).ToList();
        return likely.Count == 1 ? likely[0] : null;
    }

    IEnumerable<DateOnly> Days()
    {
        var day = Day > WomenFrom ? Day - WomenFrom : Day;
        var month = int.Parse(Digits.AsSpan(8, 2), null);
        var year = int.Parse(Digits.AsSpan(10, 2), null);
        return new[] { 1900 + year, 2000 + year }
            .Where(y => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(y, month))
            .Select(y => new DateOnly(y, month, day));
    }
}
