using System.Diagnostics;
using System.Globalization;
using Komeji.Application.Ordering.Checkouts;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Komeji.Bench.Ordering;

/// <summary>
/// Placing orders through the product's own command, eight buyers at once, beside the same statements without the product:
/// pgbench on PostgreSQL, prepared commands in a loop on SQLite. Every run starts from the same database, copied.
/// </summary>
public sealed class OrdersBench(int orders, int rounds)
{
    const int Buyers = 8;
    const int Things = 200;
    const int Stock = 90_000;

    public async Task Run(Report report)
    {
        await Measure(report, Engine.Postgres, hot: false, 0.6);
        await Measure(report, Engine.Postgres, hot: true, 0.6);
        await Measure(report, Engine.Sqlite, hot: false, 0.4);
    }

    async Task Measure(Report report, Engine engine, bool hot, double goal)
    {
        var prepared = await TestDatabase.Create(engine);
        await using var komeji = TestKomeji.On(prepared);
        var visits = await Fill(komeji, orders, hot ? 1 : Things);
        var recorded = await Record(prepared, visits);
        await using var ready = engine == Engine.Postgres ? await PgBench.Prepare(prepared, recorded) : null;
        await Place(prepared, visits); // unmeasured: the runtime has compiled what it will run
        List<Timed> ours = [], raw = [];
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(await Place(prepared, visits));
            raw.Add(ready is not null ? await ready.Run(Buyers) : await RawSqlite.Run(prepared, recorded));
        }

        var name = engine == Engine.Postgres ? $"Placing orders{(hot ? ", one product for all" : "")}, PostgreSQL, 8 buyers at once" : "Placing orders, SQLite, 8 buyers at once";
        var baseline = engine == Engine.Postgres ? $"pgbench, the same {ready!.Statements} statements" : "raw SQLite, one writer, the same statements";
        report.Add(new Figure(name, "orders/s", Middle(ours, t => t.PerSecond), baseline, Middle(raw, t => t.PerSecond), goal));
        report.Note($"{name}: p99 {Milliseconds(Middle(ours, t => t.P99))}, beside it {Milliseconds(Middle(raw, t => t.P99))}; {Milliseconds(Middle(ours, t => t.Busy))} of processor an order in the product's process.");
    }

    internal static string Milliseconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:0.0} ms");

    internal static double Middle(List<Timed> runs, Func<Timed, double> of) => runs.Select(of).Order().ElementAt(runs.Count / 2);

    /// <summary>Buyers with a full cart who look at the page of their checkout.</summary>
    /// <param name="things">Among how many products they choose.</param>
    internal static async Task<IReadOnlyList<Visit>> Fill(TestKomeji komeji, int orders, int things = Things)
    {
        var market = new Market(komeji);
        var shop = await market.Shop();
        var shelf = new List<VariantId>();
        for (var thing = 0; thing < things; thing++)
        {
            shelf.Add(await market.Product(shop, stock: Stock));
        }

        var visits = new List<Visit>();
        for (var order = 0; order < orders; order++)
        {
            var buyer = await market.Buyer();
            await market.Put(buyer, shelf[order % shelf.Count]);
            visits.Add(new Visit(buyer, await market.Look(buyer)));
        }

        await komeji.Read(db => db.Database.ExecuteSqlRawAsync(komeji.Engine == Engine.Postgres ? "VACUUM ANALYZE" : "PRAGMA wal_checkpoint(TRUNCATE)"));
        return visits;
    }

    static async Task<IReadOnlyList<IReadOnlyList<Statement>>> Record(TestDatabase prepared, IReadOnlyList<Visit> visits)
    {
        await using var komeji = TestKomeji.On(await prepared.Copy());
        var market = new Market(komeji);
        using var recording = new Recording();
        var transactions = new List<IReadOnlyList<Statement>>();
        foreach (var visit in visits)
        {
            transactions.Add(await recording.Of(() => market.Place(visit.Buyer, visit.Page)));
        }

        return transactions;
    }

    static async Task<Timed> Place(TestDatabase prepared, IReadOnlyList<Visit> visits)
    {
        await using var komeji = TestKomeji.On(await prepared.Copy());
        var market = new Market(komeji);
        var next = -1;
        var took = new double[visits.Count];
        var (start, busy) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Task.WhenAll(Enumerable.Range(0, Buyers).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < visits.Count; i = Interlocked.Increment(ref next))
            {
                var began = Stopwatch.GetTimestamp();
                await market.Place(visits[i].Buyer, visits[i].Page);
                took[i] = Stopwatch.GetElapsedTime(began).TotalSeconds;
            }
        })));
        return Timed.Of(visits.Count, Stopwatch.GetElapsedTime(start).TotalSeconds, took) with { Busy = (Environment.CpuUsage.TotalTime - busy).TotalSeconds / visits.Count };
    }

    internal sealed record Visit(UserId Buyer, CheckoutPage Page);
}

/// <param name="PerSecond">Transactions finished.</param>
/// <param name="P99">Seconds.</param>
public sealed record Timed(double PerSecond, double P99)
{
    /// <summary>Seconds of processor the measuring process spent on one.</summary>
    public double Busy { get; init; }

    public static Timed Of(int count, double seconds, IEnumerable<double> took) =>
        new(count / seconds, took.Order().ElementAt(count * 99 / 100));
}

/// <summary>pgbench on a copy of a database that has the values of the recorded transactions.</summary>
public sealed class PgBench : IAsyncDisposable
{
    readonly TestDatabase database;
    readonly int count;
    readonly string folder = Directory.CreateTempSubdirectory("komeji-pgbench-").FullName;

    PgBench(TestDatabase database, PgBenchScript script)
    {
        this.database = database;
        (Statements, count) = (script.Statements, script.Count);
        File.WriteAllText(Path.Combine(folder, "script"), script.Text);
    }

    public int Statements { get; }

    public static async Task<PgBench> Prepare(TestDatabase prepared, IReadOnlyList<IReadOnlyList<Statement>> recorded)
    {
        var script = new PgBenchScript(recorded);
        var database = await prepared.Copy();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        foreach (var statement in script.Table())
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }

        return new PgBench(database, script);
    }

    /// <summary>Each transaction at most once.</summary>
    public async Task<Timed> Run(int clients)
    {
        await using var copy = await database.Copy();
        var to = new NpgsqlConnectionStringBuilder(copy.ConnectionString);
        var log = Path.Combine(folder, copy.Name);
        var said = await Tool.Run("pgbench", ["-h", to.Host!, "-p", $"{to.Port}", "-U", to.Username!, "-n", "-M", "prepared", "-c", $"{clients}", "-j", "2", "-t", $"{count / clients}",
            "-D", "n=-1", "-D", $"clients={clients}", "-f", Path.Combine(folder, "script"), "-l", "--log-prefix", log, to.Database!], ("PGPASSWORD", to.Password ?? ""));
        var tps = said.Split('\n').Single(l => l.StartsWith("tps = ", StringComparison.Ordinal)).Split(' ')[2];
        var took = Directory.GetFiles(folder, copy.Name + ".*").SelectMany(File.ReadLines).Select(l => double.Parse(l.Split(' ')[2], CultureInfo.InvariantCulture) / 1e6).Order().ToList();
        return new Timed(double.Parse(tps, CultureInfo.InvariantCulture), took[took.Count * 99 / 100]);
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>The recorded transactions through the bare driver, by one writer: SQLite has no more than one.</summary>
static class RawSqlite
{
    public static async Task<Timed> Run(TestDatabase prepared, IReadOnlyList<IReadOnlyList<Statement>> transactions)
    {
        await using var database = await prepared.Copy();
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        var commands = new Dictionary<string, SqliteCommand>();
        var took = new List<double>();
        var start = Stopwatch.GetTimestamp();
        foreach (var transaction in transactions)
        {
            var began = Stopwatch.GetTimestamp();
            using (var commit = connection.BeginTransaction())
            {
                foreach (var statement in transaction)
                {
                    Execute(connection, commit, commands, statement);
                }

                commit.Commit();
            }

            took.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        foreach (var command in commands.Values)
        {
            await command.DisposeAsync();
        }

        return Timed.Of(transactions.Count, seconds, took);
    }

    static void Execute(SqliteConnection connection, SqliteTransaction commit, Dictionary<string, SqliteCommand> commands, Statement statement)
    {
        if (!commands.TryGetValue(statement.Text, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // What the product itself sent.
            command.CommandText = statement.Text;
#pragma warning restore CA2100
            commands.Add(statement.Text, command);
        }

        command.Transaction = commit;
        command.Parameters.Clear();
        foreach (var value in statement.Values)
        {
            command.Parameters.AddWithValue("@" + value.Name, value.Content ?? DBNull.Value);
        }

        using var rows = command.ExecuteReader();
        do
        {
            while (rows.Read())
            {
            }
        }
        while (rows.NextResult());
    }
}
