using System.CommandLine;
using Komeji.Bench;
using Komeji.Bench.Complaints;
using Komeji.Bench.Everyday;
using Komeji.Bench.Ordering;
using Komeji.Bench.Pages;
using Komeji.Bench.Papers;
using Komeji.Bench.Payments;
using Komeji.Bench.Pictures;
using Komeji.Bench.Searching;

namespace Komeji.Bench;

static class Bench
{
    static readonly string[] All = ["pages", "orders", "posting", "hooks", "silence", "pictures", "search", "papers", "everyday", "complaints"];

    /// <summary>Measured on a large market.</summary>
    static readonly string[] Large = ["search", "papers", "everyday", "complaints"];

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
        var parts = new Argument<string[]>("parts") { Description = $"{string.Join(", ", All)}; all when none is named.", Arity = ArgumentArity.ZeroOrMore };
        parts.AcceptOnlyFromAmong(All);
        var market = new Option<string?>("--market") { Description = "Connection string of a large market that is there already; without it search, papers, everyday and complaints make one of a million products." };
        var site = new Option<DirectoryInfo>("--site") { Description = "Folder of the published program, as servers run it.", Required = true };
        var quick = new Option<bool>("--quick") { Description = "Short rounds, to see that it runs." };
        var output = new Option<string?>("--output") { Description = "Where the page of figures is written; without it they are only told." };
        var root = new RootCommand("Measures Komeji beside a baseline in the same run.") { parts, market, site, quick, output };
        root.SetAction(async (call, stop) =>
        {
            var report = new Report(Console.Out);
            var (program, brief) = (call.GetRequiredValue(site), call.GetValue(quick));
            var named = call.GetValue(parts) is { Length: > 0 } some ? some : All;
            foreach (var part in named.Except(Large))
            {
                await Measure(part, brief, program, report);
            }

            if (named.Intersect(Large).Any())
            {
                await using var large = call.GetValue(market) is { } at ? new LargeMarket(at) : await LargeMarket.Make(program, brief, report);
                foreach (var part in named.Intersect(Large))
                {
                    await MeasureLarge(part, brief, large.At, report);
                }
            }

            if (call.GetValue(output) is { } file)
            {
                await File.WriteAllLinesAsync(file, [.. Machine.Heading(named, brief), .. report.Lines()], stop);
            }

            return report.Reached ? 0 : 1;
        });
        return root;
    }

    static Task Measure(string part, bool quick, DirectoryInfo program, Report report) => part switch
    {
        "pages" => new PagesBench(program.FullName, TimeSpan.FromSeconds(quick ? 2 : 8), quick ? 1 : 5).Run(report),
        "orders" => new OrdersBench(quick ? 240 : 1_600, quick ? 1 : 5).Run(report),
        "posting" => new PostingBench(quick ? 400 : 4_000, quick ? 1 : 5).Run(report),
        "hooks" => new HooksBench(program.FullName, quick ? 240 : 1_600).Run(report),
        "silence" => new SilenceBench(program.FullName, quick ? 40 : 200).Run(report),
        _ => new PicturesBench(quick ? 3 : 20).Run(report),
    };

    static Task MeasureLarge(string part, bool quick, string market, Report report) => part switch
    {
        "search" => new SearchBench(market, quick ? 70 : 700).Run(report),
        "everyday" => new EverydayBench(market, quick ? 40 : 400).Run(report),
        "complaints" => new ComplaintsBench(market, quick ? 40 : 400, quick ? 500 : 50_000).Run(report),
        _ => new PapersBench(market, quick ? 40 : 400).Run(report),
    };
}
