using System.CommandLine;
using System.Diagnostics;
using Komeji.Persistence;
using Komeji.Persistence.Common;
using Komeji.Web.Demo;
using Spectre.Console;

namespace Komeji.Web.CommandLine;

static class SeedVerb
{
    public static Command Of(IServiceProvider services)
    {
        var stores = Number("--stores", DemoSize.Demo.Stores, "How many shops.");
        var products = Number("--products", DemoSize.Demo.Products, "How many products, over all shops.");
        var orders = Number("--orders", DemoSize.Demo.Orders, $"How many orders. Up to {DemoSize.Demo.Orders} are purchases tried through the commands people use; asked for more, so many completed orders of earlier months are put in beside them.");
        var communities = NotYet("--communities", "communities");
        var documents = Number("--documents", DemoSize.Demo.Documents, "How many legal documents, over all shops. The first shops have theirs anyway; asked for more, they are put in for all.");
        var complaints = NotYet("--complaints", "complaints");
        var seed = Number("--seed", DemoSize.Demo.Seed, "The same number makes the same market.");
        var verb = new Command("seed", "Brings the database up to date and fills it with a deterministic demo market; refused when it holds shops.") { stores, products, orders, communities, documents, complaints, seed };
        verb.SetAction(async (call, stop) =>
        {
            var size = new DemoSize(
                call.GetValue(stores), call.GetValue(products), call.GetValue(orders), call.GetValue(communities),
                call.GetValue(documents), call.GetValue(complaints), call.GetValue(seed));
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<KomejiDb>();
            await db.BringUpToDate(stop);
            await ReferenceData.BringUpToDate(db, scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow(), stop);
            var started = Stopwatch.GetTimestamp();
            var counts = await Watched(progress => scope.ServiceProvider.GetRequiredService<IDemoMarket>().Grow(size, progress, stop));
            await call.PrintJson(new { counts, seconds = Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 1) });
            return 0;
        });
        return verb;
    }

    static Option<int> Number(string name, int usual, string means)
    {
        var option = new Option<int>(name) { DefaultValueFactory = _ => usual, Description = means };
        option.Validators.Add(given =>
        {
            if (given.Tokens.Count == 1 && int.TryParse(given.Tokens[0].Value, out var number) && number < 0)
            {
                given.AddError($"{name} must not be negative.");
            }
        });
        return option;
    }

    /// <summary>What is not put in by number is refused, not passed over.</summary>
    static Option<int> NotYet(string name, string what)
    {
        var option = new Option<int>(name) { DefaultValueFactory = _ => 0, Description = $"How many {what}. This version puts in none: only 0 is taken." };
        option.Validators.Add(given =>
        {
            if (given.Tokens.Count == 1 && int.TryParse(given.Tokens[0].Value, out var number) && number != 0)
            {
                given.AddError($"{name}: this version of Komeji puts in no {what}. Leave the option out.");
            }
        });
        return option;
    }

    /// <summary>A bar for each kind of thing made, and only where somebody watches.</summary>
    static Task<DemoCounts> Watched(Func<IProgress<DemoProgress>?, Task<DemoCounts>> work)
    {
        if (Console.IsErrorRedirected)
        {
            return work(null);
        }

        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new RemainingTimeColumn())
            .StartAsync(bars => work(new Bars(bars)));
    }

    sealed class Bars(ProgressContext bars) : IProgress<DemoProgress>
    {
        readonly Dictionary<string, ProgressTask> known = [];

        public void Report(DemoProgress value)
        {
            if (!known.TryGetValue(value.What, out var bar))
            {
                known[value.What] = bar = bars.AddTask(value.What);
            }

            (bar.MaxValue, bar.Value) = (Math.Max(1, value.Total), value.Done);
        }
    }
}
