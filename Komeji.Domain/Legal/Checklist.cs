using Komeji.Domain.Common;

namespace Komeji.Domain.Legal;

/// <summary>One thing a shop has to show: any one of these papers.</summary>
public sealed record Requirement(IReadOnlyList<DocumentKind> AnyOf);

/// <summary>
/// Which papers are asked for, by legal form and by category, as the office has set it:
/// <c>perorangan=ktp,nib; makanan=p-irt|bpom,halal|tidak-halal</c>. A bar means one of them is enough.
/// </summary>
public sealed class Checklist
{
    readonly Dictionary<string, IReadOnlyList<Requirement>> lines;

    Checklist(Dictionary<string, IReadOnlyList<Requirement>> lines) => this.lines = lines;

    /// <exception cref="RuleBroken"><c>legal.checklist</c></exception>
    public static Checklist Read(string text)
    {
        var lines = new Dictionary<string, IReadOnlyList<Requirement>>();
        foreach (var line in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split('=', StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || !lines.TryAdd(parts[0], [.. parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(One)]))
            {
                throw new RuleBroken("legal.checklist", $"Bagian “{line}” tidak terbaca. Tulis seperti makanan=p-irt|bpom,halal|tidak-halal dan pisahkan dengan titik koma.");
            }
        }

        return new Checklist(lines);
    }

    public IReadOnlyList<Requirement> For(string word) => lines.GetValueOrDefault(word) ?? [];

    static Requirement One(string text) => new([.. text.Split('|', StringSplitOptions.TrimEntries).Select(word => DocumentKinds.Find(word)
        ?? throw new RuleBroken("legal.checklist", $"Dokumen “{word}” tidak dikenal. Yang ada: {string.Join(", ", DocumentKinds.All.Select(k => k.Word()))}."))]);
}
