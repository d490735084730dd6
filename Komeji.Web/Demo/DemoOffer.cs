using System.Globalization;
using Bogus;
using Komeji.Domain.Catalog;

namespace Komeji.Web.Demo;

/// <summary>One thing a shop may list: a name in one of its packs.</summary>
/// <param name="FullName">With the pack, where there are several.</param>
sealed record DemoOffer(DemoKind Kind, string Name, DemoPack Pack, string FullName)
{
    /// <summary>A name that says which one it is leaves no choice.</summary>
    public bool HasChoices => Kind.Choices.Length > 0 && !Kind.Choices.Any(c => Words(Name).Contains(Words(c)[0]));

    /// <summary>All a shop can list, each name once before any comes again in another pack.</summary>
    /// <param name="series">From the second on the names say which.</param>
    /// <param name="brand">What a shop of a large market calls its things by; empty in a small one.</param>
    public static IEnumerable<DemoOffer> Of(DemoShop shop, IReadOnlyDictionary<string, DemoKind> kinds, int series, string brand, Randomizer dice)
    {
        var names = shop.Kinds.SelectMany((kind, rank) => kinds[kind].Names.Select(name => (Kind: kinds[kind], Name: name, First: dice.Number(2), Order: dice.Double() + (rank * .35))))
            .OrderBy(n => n.Order).ToList();
        for (var round = 0; round < names.Max(n => n.Kind.Sizes.Length); round++)
        {
            foreach (var (kind, name, first, _) in names.Where(n => round < n.Kind.Sizes.Length))
            {
                var pack = kind.Sizes[(first + round) % kind.Sizes.Length];
                yield return new DemoOffer(kind, name, pack, FullNameOf(brand.Length == 0 ? name : $"{name} {dice.ArrayElement(Praises)} {brand}", pack, series));
            }
        }
    }

    static readonly string[] Praises =
    [
        "asli", "pilihan", "istimewa", "spesial", "super", "ekonomis", "rumahan", "juara", "lestari", "sejati", "unggulan", "warisan",
        "favorit", "komplet", "jumbo", "mini", "klasik", "modern", "rapi", "mantap", "berkah", "makmur", "sentosa", "abadi",
    ];

    static string FullNameOf(string name, DemoPack pack, int series)
    {
        var full = pack.Word.Length == 0 ? name : $"{name} {pack.Word}";
        return series == 1 ? full : string.Create(CultureInfo.InvariantCulture, $"{full} seri {series}");
    }

    static string[] Words(string text) => SearchWords.Fold(text).Split(' ');
}
