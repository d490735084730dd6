using Komeji.Domain.Catalog;
using Komeji.Domain.Common;

namespace Komeji.Domain.Stores;

/// <summary>
/// Clauses a seller may not put on buyers. The list is data (<c>void-clauses.csv</c>), each line with the law it comes from: groups of
/// words that follow each other, a few words apart at most, however they are abbreviated.
/// </summary>
public static class VoidClauses
{
    /// <summary>Words that may stand between two of a clause.</summary>
    const int Apart = 3;

    static readonly Dictionary<string, string> Plain = new()
    {
        ["tdk"] = "tidak", ["tak"] = "tidak", ["gak"] = "tidak", ["ga"] = "tidak", ["gk"] = "tidak", ["nggak"] = "tidak", ["enggak"] = "tidak", ["ngga"] = "tidak", ["tiada"] = "tidak", ["non"] = "tidak",
        ["bisa"] = "dapat", ["bs"] = "dapat", ["boleh"] = "dapat", ["dpt"] = "dapat", ["dibalikin"] = "dikembalikan", ["dikembaliin"] = "dikembalikan", ["dibalikkan"] = "dikembalikan",
        ["dituker"] = "ditukar", ["ditukarkan"] = "ditukar", ["tanggungjawab"] = "tanggung", ["returns"] = "return", ["refunds"] = "refund", ["sewaktuwaktu"] = "sewaktu",
    };

    static readonly IReadOnlyList<Clause> Clauses =
        [.. ShippedList.Read("void-clauses.csv").Select(row => new Clause([.. row[0].Split(' ').Select(group => group.Split('|').ToHashSet())], row[1], row[2]))];

    /// <param name="where">What the text is, for the sentence: <c>Kebijakan pengembalian</c>.</param>
    /// <exception cref="RuleBroken">With this code; the sentence names the words, the reason and the law.</exception>
    public static void Check(string where, string text, string code)
    {
        var words = SearchWords.Fold(text).Split(' ').Select(w => Plain.GetValueOrDefault(w, w)).ToList();
        foreach (var clause in Clauses)
        {
            if (clause.In(words) is { } found)
            {
                throw new RuleBroken(code, $"{where} tidak bisa memuat “{found}”. {clause.Reason} ({clause.Source}). Hapus bagian itu, lalu tulis kapan dan bagaimana pembeli dapat mengembalikan atau menukar barang.");
            }
        }
    }

    sealed record Clause(IReadOnlyList<HashSet<string>> Groups, string Reason, string Source)
    {
        /// <returns>The words found; null when the text does not have the clause.</returns>
        public string? In(List<string> words)
        {
            for (var start = 0; start < words.Count; start++)
            {
                if (Groups[0].Contains(words[start]) && EndFrom(words, start) is { } end)
                {
                    return string.Join(' ', words[start..(end + 1)]);
                }
            }

            return null;
        }

        int? EndFrom(List<string> words, int at)
        {
            foreach (var group in Groups.Skip(1))
            {
                at = words.FindIndex(at + 1, Math.Min(Apart + 1, words.Count - at - 1), group.Contains);
                if (at < 0)
                {
                    return null;
                }
            }

            return at;
        }
    }
}
