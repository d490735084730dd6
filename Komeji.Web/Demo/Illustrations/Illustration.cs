using System.Globalization;

namespace Komeji.Web.Demo.Illustrations;

/// <summary>
/// Drawn pictures for the demo market: one flat SVG per kind of product, varied by a seed in form, palette, label and
/// small things around it. The same arguments always give the same bytes, and no picture is larger than 4 kB.
/// </summary>
public static class Illustration
{
    private static readonly Dictionary<string, Kind> All =
        new Kind[][] { Snacks.All, Drinks.All, Pantry.All, Clothes.All, Home.All, Crafts.All, Services.All }
            .SelectMany(family => family).ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    private static readonly string[] Tints = ["#edf6f0", "#e8f4ec", "#f0f5e9", "#e9f3f2", "#f5f3e7", "#eef2ea", "#f7efe6"];
    private static readonly string[] Warm = ["#8a5a34", "#6b3f22", "#14633f", "#9a4a2a", "#b0662b", "#24597d", "#7a3b52", "#5c6b2f"];

    public static IReadOnlyList<string> Kinds { get; } = [.. All.Keys];

    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="seed">Chooses among the variations; neighbours differ in form and palette.</param>
    /// <param name="view">0 the thing itself, 1 from near, 2 in use or packed.</param>
    public static string Draw(string kind, int seed, int view = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(view, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(view, 2);
        if (!All.TryGetValue(kind, out var drawn)) throw new ArgumentException($"There is no drawing of \"{kind}\".", nameof(kind));
        var sketch = new Sketch(kind, seed);
        sketch.Rect(sketch.Pick("tint", Tints), 0, 0, 120, 120);
        switch (view)
        {
            case 0: sketch.Place(7.5, 7, .875, 0, drawn.Front); break;
            case 1: drawn.Detail(sketch); break;
            default: drawn.Scene(sketch); break;
        }
        return Svg("0 0 120 120", 600, 600, sketch);
    }

    /// <summary>A seed whose drawing has this form, for a kind with so many forms; each number gives another one of that form.</summary>
    public static int SeedOf(string kind, int form, int forms, int number) =>
        Enumerable.Range(0, forms).First(seed => new Sketch(kind, seed).Form(forms) == form) + (forms * number);

    /// <summary>Initials on a warm tint, for a shop or a person without a picture.</summary>
    public static string Avatar(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(word => char.IsLetterOrDigit(word[0])).ToArray();
        var initials = words.Length == 0 ? "K" : string.Concat(words.Take(2).Select(word => char.ToUpperInvariant(word[0])));
        var sketch = new Sketch(name, 0);
        sketch.Rect(sketch.Pick("warm", Warm), 0, 0, 120, 120);
        sketch.Faint(.12, s => s.Place(60, 60, 5, 0, p => p.Motif("#fff", 3)));
        sketch.Initials(initials);
        return Svg("0 0 120 120", 240, 240, sketch);
    }

    /// <summary>A quiet landscape with a batik border, 1200 × 240, for the head of a shop.</summary>
    public static string Banner(int seed)
    {
        var sketch = new Sketch("spanduk", seed);
        Banners.Draw(sketch);
        return Svg("0 0 600 120", 1200, 240, sketch);
    }

    private static string Svg(string box, int width, int height, Sketch sketch) => string.Create(
        CultureInfo.InvariantCulture,
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"{box}\" stroke-linecap=\"round\" stroke-linejoin=\"round\">{sketch}</svg>");
}
