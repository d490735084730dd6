namespace Komeji.Domain.Common;

/// <summary>Lists that ship inside this assembly: fields between semicolons, the heading left out.</summary>
static class ShippedList
{
    public static IReadOnlyList<string[]> Read(string name)
    {
        using var stream = typeof(ShippedList).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(line => line.Split(';'))];
    }
}
