using System.Globalization;

namespace Komeji.Domain.Catalog;

/// <summary>Reads measures as people write them, into the smallest unit: grams, millilitres, centimetres.</summary>
static class Measure
{
    /// <summary>What may stand inside a number: decimal comma, thousands' point, a fraction's bar.</summary>
    public static readonly char[] Signs = [',', '.', '/', '⁄'];

    static readonly Dictionary<string, (string Unit, int Size)> Units = new()
    {
        ["g"] = ("g", 1), ["gr"] = ("g", 1), ["grm"] = ("g", 1), ["gram"] = ("g", 1), ["ons"] = ("g", 100),
        ["kg"] = ("g", 1_000), ["kilo"] = ("g", 1_000), ["kilogram"] = ("g", 1_000),
        ["ml"] = ("ml", 1), ["cc"] = ("ml", 1), ["mililiter"] = ("ml", 1),
        ["l"] = ("ml", 1_000), ["lt"] = ("ml", 1_000), ["ltr"] = ("ml", 1_000), ["liter"] = ("ml", 1_000), ["litre"] = ("ml", 1_000),
        ["cm"] = ("cm", 1), ["sentimeter"] = ("cm", 1), ["m"] = ("cm", 100), ["meter"] = ("cm", 100),
    };

    /// <summary><c>500g</c> from <c>500gr</c>, or from <c>0,5</c> and <c>kg</c>; moves on where it took two. Null when it is no measure.</summary>
    public static string? Read(IReadOnlyList<string> pieces, ref int at)
    {
        var piece = pieces[at];
        var digits = piece.TakeWhile(c => char.IsAsciiDigit(c) || Signs.Contains(c)).Count();
        var unit = piece[digits..];
        var inNext = unit.Length == 0 && at + 1 < pieces.Count;
        if (digits == 0 || Thousandths(piece[..digits]) is not { } amount || !Units.TryGetValue(inNext ? pieces[at + 1] : unit, out var known))
        {
            return null;
        }

        at += inNext ? 1 : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{((amount * known.Size) + 500) / 1_000}{known.Unit}");
    }

    /// <summary>1.000 is a thousand, 0.5 and 0,5 a half, 1/2 too.</summary>
    static long? Thousandths(string number)
    {
        if (number.Length > 10)
        {
            return null;
        }

        var parts = number.Split(Signs);
        var values = parts.Select(p => long.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        return (parts.Length, parts.Length > 1 ? number[parts[0].Length] : ' ') switch
        {
            (1, _) => values[0] * 1_000,
            (2, '/' or '⁄') => values[1] == 0 ? null : values[0] * 1_000 / values[1],
            (2, '.') when parts[1].Length == 3 && parts[0] != "0" => ((values[0] * 1_000) + values[1]) * 1_000,
            (2, _) => (values[0] * 1_000) + long.Parse(parts[1].PadRight(3, '0')[..3], CultureInfo.InvariantCulture),
            _ => null,
        };
    }
}
