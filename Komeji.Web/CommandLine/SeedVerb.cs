using System.CommandLine;
using System.Diagnostics;
using Komeji.Persistence;
using Komeji.Persistence.Common;
using Komeji.Web.Demo;

namespace Komeji.Web.CommandLine;

static class SeedVerb
{
    public static Command Of(IServiceProvider services)
    {
        var stores = Number("--stores", DemoSize.Demo.Stores, "How many shops.");
        var products = Number("--products", DemoSize.Demo.Products, "How many products, over all shops.");
        var orders = Number("--orders", DemoSize.Demo.Orders, "How many purchases are tried; one holds an order per shop.");
        var communities = Number("--communities", DemoSize.Demo.Communities, "How many communities. This version makes none.");
        var documents = Number("--documents", DemoSize.Demo.Documents, "How many legal documents. This version makes none.");
        var complaints = Number("--complaints", DemoSize.Demo.Complaints, "How many complaints. This version makes none.");
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
            var counts = await scope.ServiceProvider.GetRequiredService<IDemoMarket>().Grow(size, Bar(), stop);
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

    /// <summary>One line that is rewritten, and only where somebody watches.</summary>
    static Progress? Bar() => Console.IsErrorRedirected ? null : new Progress();

    sealed class Progress : IProgress<DemoProgress>
    {
        const int Width = 30;

        public void Report(DemoProgress value)
        {
            var full = value.Total == 0 ? 0 : (int)(Width * (long)value.Done / value.Total);
            Console.Error.Write($"\r{value.What,-24} [{new string('#', full)}{new string('.', Width - full)}] {value.Done:N0}/{value.Total:N0}   ");
            if (value.Done == value.Total)
            {
                Console.Error.WriteLine();
            }
        }
    }
}
