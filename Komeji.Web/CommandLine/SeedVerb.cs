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
        var stores = Number("--stores", DemoSize.Demo.Stores);
        var products = Number("--products", DemoSize.Demo.Products);
        var orders = Number("--orders", DemoSize.Demo.Orders);
        var communities = Number("--communities", DemoSize.Demo.Communities);
        var documents = Number("--documents", DemoSize.Demo.Documents);
        var complaints = Number("--complaints", DemoSize.Demo.Complaints);
        var seed = Number("--seed", DemoSize.Demo.Seed);
        var verb = new Command("seed", "Fills the database with a deterministic demo market.") { stores, products, orders, communities, documents, complaints, seed };
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

    static Option<int> Number(string name, int usual)
    {
        var option = new Option<int>(name) { DefaultValueFactory = _ => usual };
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
