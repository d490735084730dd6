using System.Text.RegularExpressions;

namespace Komeji.Tests.Support;

/// <summary>
/// The mermaid state diagrams of docs/domain, compared with the switch that decides: a move in one and not in the other fails.
/// </summary>
public static partial class StateDiagram
{
    /// <param name="page">File name in docs/domain: <c>shipping.md</c>.</param>
    /// <param name="heading">Text of the Markdown heading the diagram follows.</param>
    /// <param name="moves">The legal moves, as the domain's switch lists them.</param>
    public static void ShouldMatch<TState>(string page, string heading, Func<TState, IEnumerable<TState>> moves)
        where TState : struct, Enum
    {
        var drawn = Arrows(page, heading);
        var decided = Enum.GetValues<TState>().SelectMany(from => moves(from).Select(to => $"{from} --> {to}")).ToList();
        drawn.Where(a => !a.Contains("[*]", StringComparison.Ordinal)).Order().ShouldBe(decided.Order(), $"{page}, {heading}");

        var ends = Enum.GetValues<TState>().Where(s => !moves(s).Any()).Select(s => $"{s} --> [*]");
        drawn.Where(a => a.EndsWith("[*]", StringComparison.Ordinal)).Order().ShouldBe(ends.Order(), $"{page}, {heading}: final states");
    }

    /// <summary>Every <c>From --> To</c> line of the diagram, without its label.</summary>
    static List<string> Arrows(string page, string heading)
    {
        var lines = File.ReadAllLines(Path.Combine(Sources.Root, "docs", "domain", page));
        var block = lines
            .SkipWhile(l => !(l.StartsWith('#') && l.TrimStart('#').Trim() == heading))
            .SkipWhile(l => l.Trim() != "```mermaid")
            .TakeWhile(l => l.Trim() != "```")
            .ToList();
        block.ShouldContain(l => l.Trim() == "stateDiagram-v2", $"{page} has no state diagram under \"{heading}\"");
        return [.. block.Select(l => Arrow().Match(l)).Where(m => m.Success).Select(m => $"{m.Groups[1].Value} --> {m.Groups[2].Value}")];
    }

    [GeneratedRegex(@"^\s*(\S+)\s+-->\s+([^\s:]+)")]
    private static partial Regex Arrow();
}
