using System.Text.RegularExpressions;

namespace Komeji.Tests.Support;

/// <summary>Reads the arrows of a state diagram in docs/domain: the mermaid block under the heading that names the machine.</summary>
public static partial class MermaidStates
{
    public static IReadOnlyList<(string From, string To)> Read(string page, string machine)
    {
        var text = File.ReadAllText(Path.Combine(Root(), "docs", "domain", page));
        var block = text.Split("```mermaid").Skip(1).Select(b => b.Split("```")[0]).Single(b => b.Contains($"%% {machine}", StringComparison.Ordinal));
        return [.. Arrow().Matches(block).Select(m => (m.Groups[1].Value, m.Groups[2].Value)).Distinct()];
    }

    static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Komeji.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Komeji.sln is not above the tests.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^\s*(\w+) --> (\w+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Arrow();
}
