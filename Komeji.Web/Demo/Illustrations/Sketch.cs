using System.Globalization;
using System.Text;

namespace Komeji.Web.Demo.Illustrations;

/// <summary>
/// A small pen for flat SVG drawings in a 120 × 120 box. Every choice is made from (kind, seed, key), never from
/// the order of the calls, so the three views of one product agree about its colours, form and label.
/// </summary>
internal sealed class Sketch(string kind, int seed)
{
    private readonly StringBuilder svg = new();
    private readonly uint turn = unchecked((uint)seed + Hash(kind));

    /// <summary>The form of this product: neighbouring seeds never share it.</summary>
    public int Form(int count) => (int)(turn % (uint)count);

    /// <summary>The palette of this product. Keep the count coprime with that of <see cref="Form"/>, so that the pairs run through all combinations.</summary>
    public T Tone<T>(params ReadOnlySpan<T> palettes) => palettes[(int)(turn % (uint)palettes.Length)];

    public T Pick<T>(string key, params ReadOnlySpan<T> options) => options[(int)(Roll(key) % (uint)options.Length)];

    public bool Chance(string key, int percent) => Roll(key) % 100 < percent;

    public int Number(string key, int low, int high) => low + (int)(Roll(key) % (uint)(high - low + 1));

    public Sketch Path(string fill, string data) => Add($"<path d=\"{data}\" fill=\"{fill}\"/>");

    public Sketch Line(string stroke, double width, string data) =>
        Add($"<path d=\"{data}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{width}\"/>");

    public Sketch Rect(string fill, double x, double y, double width, double height, double radius = 0) => radius > 0
        ? Add($"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" rx=\"{radius:0.#}\" fill=\"{fill}\"/>")
        : Add($"<rect x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" fill=\"{fill}\"/>");

    public Sketch Dot(string fill, double x, double y, double radius) =>
        Add($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\" fill=\"{fill}\"/>");

    public Sketch Oval(string fill, double x, double y, double rx, double ry, double turned = 0) => turned == 0
        ? Add($"<ellipse cx=\"{x:0.#}\" cy=\"{y:0.#}\" rx=\"{rx:0.#}\" ry=\"{ry:0.#}\" fill=\"{fill}\"/>")
        : Add($"<ellipse rx=\"{rx:0.#}\" ry=\"{ry:0.#}\" transform=\"translate({x:0.#} {y:0.#}) rotate({turned:0})\" fill=\"{fill}\"/>");

    public Sketch Ring(string stroke, double width, double x, double y, double radius) =>
        Add($"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{radius:0.#}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{width:0.#}\"/>");

    /// <summary>Draws a part moved, scaled and turned.</summary>
    public Sketch Place(double x, double y, double scale, double turned, Action<Sketch> part)
    {
        Add($"<g transform=\"translate({x:0.#} {y:0.#})");
        if (turned != 0) Add($" rotate({turned:0.#})");
        if (scale != 1) Add($" scale({scale:0.##})");
        Add($"\">");
        part(this);
        return Add($"</g>");
    }

    /// <summary>Draws a part once under a name, for <see cref="Again"/>.</summary>
    public Sketch Define(string name, Action<Sketch> part)
    {
        Add($"<defs><g id=\"{name}\">");
        part(this);
        return Add($"</g></defs>");
    }

    public Sketch Again(string name, double x, double y, double scale = 1, double turned = 0) =>
        Add($"<use href=\"#{name}\" transform=\"translate({x:0.#} {y:0.#}) rotate({turned:0}) scale({scale:0.##})\"/>");

    /// <summary>A repeating cloth or weave; fill with <c>url(#name)</c>.</summary>
    public Sketch Cloth(string name, double width, double height, double turned, Action<Sketch> tile)
    {
        Add($"<pattern id=\"{name}\" width=\"{width:0.#}\" height=\"{height:0.#}\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate({turned:0})\">");
        tile(this);
        return Add($"</pattern>");
    }

    /// <summary>The only lettering there is: one or two capitals, drawn large.</summary>
    public Sketch Initials(string letters) =>
        Add($"<text x=\"60\" y=\"77\" text-anchor=\"middle\" font-family=\"system-ui,sans-serif\" font-weight=\"800\" font-size=\"48\" fill=\"#fff\">{letters}</text>");

    public Sketch Faint(double opacity, Action<Sketch> part)
    {
        Add($"<g opacity=\"{opacity}\">");
        part(this);
        return Add($"</g>");
    }

    public override string ToString() => svg.ToString();

    private Sketch Add(FormattableString text)
    {
        svg.Append(text.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    private uint Roll(string key) => Mix(Hash(key) ^ Mix(turn));

    private static uint Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var letter in text) hash = unchecked((hash ^ letter) * 16777619u);
        return Mix(hash);
    }

    private static uint Mix(uint value)
    {
        unchecked
        {
            value = (value ^ (value >> 16)) * 0x7feb352du;
            value = (value ^ (value >> 15)) * 0x846ca68bu;
            return value ^ (value >> 16);
        }
    }
}
