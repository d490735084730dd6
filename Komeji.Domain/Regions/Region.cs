namespace Komeji.Domain.Regions;

public enum RegionLevel
{
    Province,
    Regency,
    District,
    Village,
}

/// <summary>An administrative region under its dotted Kemendagri code: <c>35</c>, <c>35.78</c>, <c>35.78.10</c>, <c>35.78.10.1001</c>.</summary>
public sealed class Region
{
    Region() { }

    public Region(string code, string name, string? postalCode, string fullName, string searchText)
    {
        Code = code;
        Name = name;
        PostalCode = postalCode;
        FullName = fullName;
        SearchText = searchText;
        Level = LevelOf(code);
        ParentCode = ParentOf(code);
    }

    public string Code { get; private set; } = "";
    public string? ParentCode { get; private set; }
    public RegionLevel Level { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>With its parents: <c>Gading, Tambaksari, Kota Surabaya, Jawa Timur</c>.</summary>
    public string FullName { get; private set; } = "";

    /// <summary>Villages only.</summary>
    public string? PostalCode { get; private set; }

    /// <summary>The full name folded, each word after a space: <c>" gading tambaksari kota surabaya jawa timur"</c>.</summary>
    public string SearchText { get; private set; } = "";

    public static RegionLevel LevelOf(string code) => code.Length switch
    {
        2 => RegionLevel.Province,
        5 => RegionLevel.Regency,
        8 => RegionLevel.District,
        13 => RegionLevel.Village,
        _ => throw new ArgumentException($"'{code}' is not a region code.", nameof(code)),
    };

    /// <summary>Digits in groups of 2, 2, 2 and 4 between dots.</summary>
    public static bool IsCode(string? code) =>
        code is { Length: 2 or 5 or 8 or 13 } && code.Select((c, i) => i is 2 or 5 or 8 ? c == '.' : char.IsAsciiDigit(c)).All(right => right);

    public static string? ParentOf(string code) => LevelOf(code) switch
    {
        RegionLevel.Province => null,
        RegionLevel.Regency => code[..2],
        RegionLevel.District => code[..5],
        _ => code[..8],
    };
}

/// <summary>A folded word of a region's own name: where a search by words begins.</summary>
public sealed class RegionWord
{
    RegionWord() { }

    public RegionWord(string word, string code) => (Word, Code) = (word, code);

    public string Word { get; private set; } = "";
    public string Code { get; private set; } = "";
}
