namespace Komeji.Domain.Regions;

/// <summary>Indonesia's three clocks, by province and without daylight saving.</summary>
/// <param name="Name">WIB, WITA or WIT.</param>
public readonly record struct IndonesianTime(string Name, TimeSpan Offset)
{
    public static readonly IndonesianTime Western = new("WIB", TimeSpan.FromHours(7));
    public static readonly IndonesianTime Central = new("WITA", TimeSpan.FromHours(8));
    public static readonly IndonesianTime Eastern = new("WIT", TimeSpan.FromHours(9));

    /// <summary>
    /// Sumatra, Java, West and Central Kalimantan are western; Bali, Nusa Tenggara, the rest of Kalimantan and Sulawesi central;
    /// Maluku and Papua eastern.
    /// </summary>
    /// <param name="regionCode">Of any level.</param>
    public static IndonesianTime Of(string regionCode) => regionCode[..2] switch
    {
        "61" or "62" => Western,
        var province => province[0] switch
        {
            '1' or '2' or '3' => Western,
            '5' or '6' or '7' => Central,
            '8' or '9' => Eastern,
            _ => throw new ArgumentException($"'{regionCode}' is in no province.", nameof(regionCode)),
        },
    };
}
