using System.CommandLine;
using Komeji.Bench;
using Komeji.Bench.Ordering;
using Komeji.Bench.Pages;

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
        var parts = new Argument<string[]>("parts") { Description = "pages, orders; all when none is named.", Arity = ArgumentArity.ZeroOrMore };
        var quick = new Option<bool>("--quick") { Description = "Short rounds, to see that it runs." };
        var output = new Option<string?>("--output") { Description = "Where the page of figures is written; without it they are only told." };
        var root = new RootCommand("Measures Komeji beside a baseline in the same run.") { parts, quick, output };
        root.SetAction(async (call, stop) =>
        {
            var report = new Report(Console.Out);
            var named = call.GetValue(parts) is { Length: > 0 } some ? some : ["pages", "orders"];
            foreach (var part in named)
            {
                await Measure(part, call.GetValue(quick), report);
            }

            if (call.GetValue(output) is { } file)
            {
                await File.WriteAllLinesAsync(file, [.. Machine.Heading(named), .. report.Lines()], stop);
            }

            return report.Reached ? 0 : 1;
        });
        return root;
    }

    static Task Measure(string part, bool quick, Report report) => part switch
    {
        "pages" => new PagesBench(TimeSpan.FromSeconds(quick ? 2 : 8), quick ? 1 : 5).Run(report),
        "orders" => new OrdersBench(quick ? 240 : 1_600, quick ? 1 : 5).Run(report),
        _ => throw new ArgumentException($"No part is called {part}.", nameof(part)),
    };
}
