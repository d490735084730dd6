using System.Text;

namespace Komeji.Persistence.Common;

/// <summary>Reads the small tables that ship inside this assembly.</summary>
static class Csv
{
    public static Stream Open(string resource) =>
        typeof(Csv).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidOperationException($"{resource} is not in the assembly.");

    /// <summary>The rows below the heading, as fields.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            yield return Fields(line);
        }
    }

    /// <summary>Fields between commas; one in quotes may hold commas.</summary>
    static List<string> Fields(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            return [.. line.Split(',')];
        }

        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
