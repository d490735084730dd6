using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Komeji.Bench.Ordering;

/// <summary>
/// Recorded transactions as a script of pgbench: the same statements in the same order, commands that held several as one pipeline.
/// What differs between transactions stands in the table <c>bench_values</c>, one row a transaction, which the script reads first:
/// that one more lookup is on the baseline's side.
/// </summary>
public sealed partial class PgBenchScript
{
    readonly List<string[]> columns = [];
    readonly IReadOnlyList<IReadOnlyList<Statement>> transactions;

    /// <param name="transactions">Only those are used that sent the same statements as most did.</param>
    public PgBenchScript(IReadOnlyList<IReadOnlyList<Statement>> transactions)
    {
        this.transactions = [.. transactions.GroupBy(Shape).MaxBy(g => g.Count())!];
        Text = Write();
    }

    public string Text { get; }

    /// <summary>Of one transaction, without begin and commit.</summary>
    public int Statements { get; private set; }

    /// <summary>How many transactions the table has values for.</summary>
    public int Count => transactions.Count;

    /// <summary>Statements that make and fill the table.</summary>
    public IEnumerable<string> Table()
    {
        yield return $"CREATE TABLE bench_values (i int PRIMARY KEY{string.Concat(columns.Select((_, c) => $", v{c} text"))})";
        for (var from = 0; from < Count; from += 100)
        {
            yield return "INSERT INTO bench_values VALUES " + string.Join(",\n", Enumerable.Range(from, Math.Min(100, Count - from))
                .Select(i => $"({i}{string.Concat(columns.Select(c => ", " + Quote(c[i])))})"));
        }

        yield return "ANALYZE bench_values";
    }

    string Write()
    {
        var body = new StringBuilder();
        for (var s = 0; s < transactions[0].Count; s++)
        {
            var parts = Parts().Split(Filled(s)).Select(p => p.Trim()).Where(p => p.Length > 0).ToList();
            Statements += parts.Count;
            if (parts.Count > 1)
            {
                body.AppendLine(@"\startpipeline");
            }

            foreach (var part in parts)
            {
                body.AppendLine(Lines().Replace(part, " ") + ";");
            }

            if (parts.Count > 1)
            {
                body.AppendLine(@"\endpipeline");
            }
        }

        return $"""
            \set n :n + 1
            \set i :client_id + :n * :clients
            SELECT {string.Join(", ", columns.Select((_, c) => $"v{c}"))} FROM bench_values WHERE i = :i \gset
            BEGIN;
            {body}COMMIT;

            """;
    }

    /// <summary>The statement with a literal for what never differs and a variable for what does.</summary>
    string Filled(int s)
    {
        var values = transactions[0][s].Values.Select((value, v) => (value.Name, Is: Expression(s, v))).ToDictionary(p => p.Name, p => p.Is);
        return Parameters().Replace(transactions[0][s].Text, found => values.TryGetValue(found.Groups[1].Value, out var value) ? value : found.Value);
    }

    string Expression(int s, int v)
    {
        var type = transactions[0][s].Values[v].Type;
        var cast = type.Length == 0 ? "" : "::" + type;
        var each = transactions.Select(t => t[s].Values[v].Content is { } content ? Write(content) : null).ToArray();
        if (each.All(e => e == each[0]) && (each[0] is null || !LooksLikeVariable().IsMatch(each[0]!)))
        {
            return (each[0] is null ? "NULL" : Quote(each[0]!)) + cast;
        }

        var all = each.Select(e => e ?? throw new InvalidOperationException($"A value is missing in some of the transactions only: {transactions[0][s].Text}")).ToArray();
        var column = columns.FindIndex(c => c.SequenceEqual(all));
        if (column < 0)
        {
            column = columns.Count;
            columns.Add(all);
        }

        return $":v{column}{cast}";
    }

    static string Shape(IReadOnlyList<Statement> transaction) => string.Join('\n', transaction.Select(s => s.Text));

    static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    static string Write(object content) => content switch
    {
        string text => text,
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff+00", CultureInfo.InvariantCulture),
        DateTime at => at.ToString("yyyy-MM-dd HH:mm:ss.ffffff+00", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IEnumerable many => "{" + string.Join(',', many.Cast<object>().Select(one => '"' + Write(one) + '"')) + "}",
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => content.ToString()!,
    };

    [GeneratedRegex(@"@(\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex Parameters();

    [GeneratedRegex(@";\s*(\n|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Parts();

    [GeneratedRegex(@"\s*\n\s*", RegexOptions.NonBacktracking)]
    private static partial Regex Lines();

    [GeneratedRegex(@":[A-Za-z_]", RegexOptions.NonBacktracking)]
    private static partial Regex LooksLikeVariable();
}
