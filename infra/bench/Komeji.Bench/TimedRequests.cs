using System.Diagnostics;
using System.Globalization;

namespace Komeji.Bench;

/// <summary>Requests asked one after another, each kind with a bound on how long 95 of a hundred take at most.</summary>
/// <param name="each">How many of each kind.</param>
sealed class TimedRequests(Report report, int each)
{
    /// <param name="most">Milliseconds.</param>
    /// <param name="beside">A bare statement for the same rows; null where there is none to compare with.</param>
    public async Task Measure(string name, double most, Func<int, Task> ask, Func<Task>? beside = null)
    {
        for (var n = 0; n < Math.Max(4, each / 8); n++)
        {
            await ask(n); // unmeasured: connections, plans and code are there
        }

        var ours = await Times(ask);
        report.Add(new Bound($"{name}, p95", "ms", ours[each * 95 / 100], most));
        var plain = beside is null ? null : await Times(_ => beside());
        report.Note(string.Create(CultureInfo.InvariantCulture, $"{name}: p50 {ours[each / 2]:0.0} ms, slowest {ours[^1]:0.0} ms{(plain is null ? "" : $"; beside it one bare statement for such a page: p50 {plain[each / 2]:0.0} ms, p95 {plain[each * 95 / 100]:0.0} ms")}."));
    }

    async Task<List<double>> Times(Func<int, Task> act)
    {
        var took = new List<double>();
        for (var n = 0; n < each; n++)
        {
            var began = Stopwatch.GetTimestamp();
            await act(n);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        took.Sort();
        return took;
    }
}
