using System.CommandLine;
using Komeji.Bench;
using Komeji.Bench.Ordering;
using Komeji.Bench.Pages;
using Komeji.Bench.Papers;
using Komeji.Bench.Pictures;
using Komeji.Bench.Searching;

namespace Komeji.Bench;

static class Bench
{
    static async Task<int> Main(string[] arguments)
    {
        if (arguments is [MemoryServer.Verb, var like, var addresses])
        {
            await MemoryServer.Run(like, addresses);
            return 0;
        }

        return await Root().Parse(arguments).InvokeAsync();
    }

    static RootCommand Root()
    {
        var parts = new Argument<string[]>("parts") { Description = "pages, orders, pictures, search, papers; all that can be measured when none is named.", Arity = ArgumentArity.ZeroOrMore };
        var market = new Option<string?>("--market") { Description = "Connection string of a large market on PostgreSQL, made by seed; search and papers need it." };
        var site = new Option<DirectoryInfo>("--site") { Description = "Folder of the published program, as servers run it; pages needs it." };
        var quick = new Option<bool>("--quick") { Description = "Short rounds, to see that it runs." };
        var output = new Option<string?>("--output") { Description = "Where the page of figures is written; without it they are only told." };
        var root = new RootCommand("Measures Komeji beside a baseline in the same run.") { parts, market, site, quick, output };
        root.SetAction(async (call, stop) =>
        {
            var report = new Report(Console.Out);
            var named = call.GetValue(parts) is { Length: > 0 } some ? some : call.GetValue(market) is null ? ["pages", "orders", "pictures"] : ["pages", "orders", "pictures", "search", "papers"];
            foreach (var part in named)
            {
                await Measure(part, call.GetValue(quick), call.GetValue(market), call.GetValue(site), report);
            }

            if (call.GetValue(output) is { } file)
            {
                await File.WriteAllLinesAsync(file, [.. Machine.Heading(named, call.GetValue(quick)), .. report.Lines()], stop);
            }

            return report.Reached ? 0 : 1;
        });
        return root;
    }

    static Task Measure(string part, bool quick, string? market, DirectoryInfo? site, Report report) => part switch
    {
        "pages" when site is null => throw new ArgumentException("Name the folder of the published program: --site \"…\".", nameof(site)),
        "pages" => new PagesBench(site.FullName, TimeSpan.FromSeconds(quick ? 2 : 8), quick ? 1 : 5).Run(report),
        "orders" => new OrdersBench(quick ? 240 : 1_600, quick ? 1 : 5).Run(report),
        "pictures" => new PicturesBench(quick ? 3 : 20).Run(report),
        "search" when market is not null => new SearchBench(market, quick ? 70 : 700).Run(report),
        "search" => throw new ArgumentException("Name the market to search: --market \"Host=…\".", nameof(market)),
        "papers" when market is not null => new PapersBench(market, quick ? 40 : 400).Run(report),
        "papers" => throw new ArgumentException("Name the market to look through: --market \"Host=…\".", nameof(market)),
        _ => throw new ArgumentException($"No part is called {part}.", nameof(part)),
    };
}
