using System.Globalization;

namespace Komeji.Bench;

/// <param name="Goal">The least ratio of ours to the baseline.</param>
public sealed record Figure(string What, string Unit, double Ours, string Against, double Baseline, double Goal)
{
    public double Ratio => Ours / Baseline;

    public bool Reached => Ratio >= Goal;
}

/// <summary>A figure with a bound of its own, such as seconds or bytes.</summary>
/// <param name="Most">What it may not exceed.</param>
public sealed record Bound(string What, string Unit, double Is, double Most)
{
    public bool Reached => Is <= Most;
}

/// <summary>What was measured, as the tables of docs/performance.md. Also told on the way.</summary>
public sealed class Report(TextWriter told)
{
    readonly List<string> notes = [];
    readonly List<Figure> figures = [];
    readonly List<Bound> bounds = [];

    public bool Reached => figures.All(f => f.Reached) && bounds.All(b => b.Reached);

    public void Add(Figure figure)
    {
        figures.Add(figure);
        told.WriteLine(Row(figure));
    }

    public void Add(Bound bound)
    {
        bounds.Add(bound);
        told.WriteLine(Row(bound));
    }

    public void Note(string note)
    {
        notes.Add(note);
        told.WriteLine(note);
    }

    public IEnumerable<string> Lines()
    {
        if (figures.Count > 0)
        {
            yield return "| what | ours | beside it, in the same run | | ratio | at least | |";
            yield return "|---|---:|---|---:|---:|---:|---|";
            foreach (var figure in figures)
            {
                yield return Row(figure);
            }

            yield return "";
        }

        if (bounds.Count > 0)
        {
            yield return "| what | is | at most | |";
            yield return "|---|---:|---:|---|";
            foreach (var bound in bounds)
            {
                yield return Row(bound);
            }

            yield return "";
        }

        foreach (var note in notes)
        {
            yield return "- " + note;
        }
    }

    static string Row(Figure f) => string.Create(CultureInfo.InvariantCulture,
        $"| {f.What} | {f.Ours:#,0} {f.Unit} | {f.Against} | {f.Baseline:#,0} {f.Unit} | {f.Ratio:P0} | {f.Goal:P0} | {Met(f.Reached)} |");

    static string Row(Bound b) => string.Create(CultureInfo.InvariantCulture, $"| {b.What} | {b.Is:#,0.#} {b.Unit} | {b.Most:#,0} {b.Unit} | {Met(b.Reached)} |");

    static string Met(bool reached) => reached ? "reached" : "**missed**";
}
