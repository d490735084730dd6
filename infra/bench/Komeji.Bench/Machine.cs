using System.Globalization;
using System.Runtime.InteropServices;

namespace Komeji.Bench;

/// <summary>What the figures were measured on, so that a reader knows what they are worth.</summary>
static class Machine
{
    /// <param name="quick">Short rounds: the figures are rough.</param>
    public static IEnumerable<string> Heading(IEnumerable<string> parts, bool quick) =>
    [
        "# Performance",
        "",
        "Each figure stands beside a baseline measured in turn with it in the same run; only the ratios mean something on another machine.",
        "",
        $"- Command: `infra/bench/run {string.Join(' ', parts)}{(quick ? " --quick" : "")}`{(quick ? ": one short round each, so take the figures as rough" : "")}",
        $"- {Day()}, {Environment.ProcessorCount} cores ({Model()}), {Memory()} of memory, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}",
        $"- Load average when it ended: {File.ReadAllText("/proc/loadavg").Split(' ')[0]}; the load generator and the databases ran on the same cores",
        "",
    ];

    static string Day() => TimeProvider.System.GetUtcNow().ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    static string Model() => Field("/proc/cpuinfo", "model name");

    static string Memory() => string.Create(CultureInfo.InvariantCulture, $"{long.Parse(Field("/proc/meminfo", "MemTotal").Split(' ')[0], CultureInfo.InvariantCulture) / 1_048_576} GiB");

    static string Field(string file, string name) =>
        File.ReadLines(file).FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown";
}
