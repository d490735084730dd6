using System.Diagnostics;
using Komeji.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit.Abstractions;

namespace Komeji.Tests.Storms;

/// <summary>The database goes away and comes back, or has no place for one more: visitors are asked to come back, and nothing is restarted.</summary>
public sealed class OutageStorm(ITestOutputHelper output)
{
    const string Somebody = "siti@komeji.test";

    /// <summary>A visitor must not wait as long as for a page that never comes; wide enough for a machine that is busy with other tests.</summary>
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Theory, OnOwnPostgres]
    public async Task A_server_that_is_stopped_and_started(Engine engine)
    {
        output.WriteLine($"{engine}, a server of our own");
        await using var server = await PostgresServer.Start();
        var database = await server.Market();
        await using (var app = KomejiApp.On(database))
        {
            (await GoneAndBack(app, server.StopNow, server.Up)).ShouldBeEmpty();
        }

        await using var twin = KomejiApp.On(database, TakesOutagesForFaults.AddTo);
        (await GoneAndBack(twin, server.StopNow, server.Up)).ShouldNotBeEmpty();
    }

    /// <summary>Worse than one that is away: it takes calls and never answers. A page gives up by its own patience.</summary>
    [Theory, OnPostgres]
    public async Task A_server_that_takes_calls_and_says_nothing(Engine engine)
    {
        output.WriteLine($"{engine}, behind a line that falls silent");
        await using var database = await TestDatabase.Create(engine);
        (await Silenced(database, null)).ShouldBeEmpty();
        (await Silenced(database, TakesOutagesForFaults.AddTo)).ShouldNotBeEmpty();
    }

    async Task<IReadOnlyList<string>> Silenced(TestDatabase database, Action<IServiceCollection>? more)
    {
        using var line = new SilentLine(database.ConnectionString);
        await using var app = KomejiApp.On(TestDatabase.At(Engine.Postgres, line.ConnectionString), more, ("Komeji:PageStatementSeconds", "1"));
        return await GoneAndBack(app, line.FallSilent, line.SpeakAgain);
    }

    [Theory, OnSqlite]
    public async Task A_file_that_is_taken_away_and_put_back(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        var file = new SqliteConnectionStringBuilder(app.ConnectionString).DataSource;
        (await GoneAndBack(app, () => Move(app, file, file + ".pergi"), () => Move(app, file + ".pergi", file))).ShouldBeEmpty();

        await using var twin = await KomejiApp.Start(engine, TakesOutagesForFaults.AddTo);
        file = new SqliteConnectionStringBuilder(twin.ConnectionString).DataSource;
        (await GoneAndBack(twin, () => Move(twin, file, file + ".pergi"), () => Move(twin, file + ".pergi", file))).ShouldNotBeEmpty();
    }

    /// <summary>Another program holds the file's lock: what is read is served, what must be written waits its few seconds and is asked to come back.</summary>
    [Theory, OnSqlite]
    public async Task A_file_that_somebody_else_writes(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var patient = new SqliteConnectionStringBuilder(database.ConnectionString) { DefaultTimeout = 1 }.ConnectionString;
        await using var app = KomejiApp.On(TestDatabase.At(engine, patient));
        using var visitor = await app.SignInAs(Somebody);
        using var newcomer = app.Visit();
        var form = await newcomer.Get("/masuk");
        await using (var other = new SqliteConnection(database.ConnectionString))
        {
            await other.OpenAsync();
            await using var writing = other.BeginTransaction();
            (await visitor.Get("/keranjang")).Status.ShouldBe(200);
            var refused = await SignIn(newcomer, form);
            (refused.Status, refused.RetryAfter).ShouldBe((503, "2"));
        }

        (await SignIn(newcomer, form)).Status.ShouldBe(302);
    }

    [Theory, OnPostgres]
    public async Task A_pool_that_is_used_up(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var small = new NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxPoolSize = 4, Timeout = 2 }.ConnectionString;
        var answers = await Crowd(small, database, null);
        output.WriteLine($"{engine}, 16 visitors, 4 connections: {string.Join(", ", answers.Select(a => $"{a.Value} × {a.Key}"))}");
        answers.ShouldBe(new Dictionary<int, int> { [503] = 12, [200] = 4 }, ignoreOrder: true);

        var twin = await Crowd(small, database, TakesOutagesForFaults.AddTo);
        twin.GetValueOrDefault(500).ShouldBe(12);
    }

    /// <summary>All connections wait for a lock that somebody else holds; who comes then finds no place.</summary>
    static async Task<Dictionary<int, int>> Crowd(string connection, TestDatabase database, Action<IServiceCollection>? more)
    {
        await using var app = KomejiApp.On(TestDatabase.At(Engine.Postgres, connection), more);
        using var visitor = await app.SignInAs(Somebody);
        await using var other = new NpgsqlConnection(database.ConnectionString);
        await other.OpenAsync();
        await using var holding = await other.BeginTransactionAsync();
        await using (var block = new NpgsqlCommand("""LOCK TABLE "Sessions" IN ACCESS EXCLUSIVE MODE""", other, holding))
        {
            await block.ExecuteNonQueryAsync();
        }

        var asked = Enumerable.Range(0, 16).Select(_ => visitor.Get("/pesanan")).ToList();
        var left = asked.ToList();
        while (left.Count > 4)
        {
            left.Remove(await Task.WhenAny(left).WaitAsync(Soon));
        }

        await holding.RollbackAsync();
        var answers = await Task.WhenAll(asked);
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connection));
        return answers.GroupBy(a => a.Status).ToDictionary(g => g.Key, g => g.Count());
    }

    /// <returns>What was answered otherwise than it should be while the database was away, and after.</returns>
    async Task<IReadOnlyList<string>> GoneAndBack(KomejiApp app, Func<Task> away, Func<Task> back)
    {
        using var visitor = await app.SignInAs(Somebody);
        using var newcomer = app.Visit();
        var form = await newcomer.Get("/masuk");
        (await visitor.Get("/pesanan")).Status.ShouldBe(200);
        await away();
        var began = Stopwatch.GetTimestamp();
        (string What, Page Answer)[] during =
        [
            ("signed in", await visitor.Get("/pesanan").WaitAsync(Soon)),
            ("a search", await app.Visit().Get("/cari?q=keripik").WaitAsync(Soon)),
            ("a form", await SignIn(newcomer, form).WaitAsync(Soon)),
        ];
        var took = Stopwatch.GetElapsedTime(began);
        var (ready, live) = (await app.Visit().Get("/health/ready").WaitAsync(Soon), await app.Visit().Get("/health/live").WaitAsync(Soon));
        await back();
        began = Stopwatch.GetTimestamp();
        var tries = await Until(async () => (await visitor.Get("/pesanan")).Status == 200 && (await app.Visit().Get("/health/ready")).Status == 200);
        output.WriteLine($"{app.Engine}: away, 3 answers in {took.TotalMilliseconds:0} ms: {string.Join(", ", during.Select(d => d.Answer.Status))}; back after {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms and {tries} tries");
        return
        [
            .. during.Where(d => d.Answer.Status != 503 || d.Answer.RetryAfter != "2" || !d.Answer.Html.Contains("Komeji sedang tidak bisa melayani", StringComparison.Ordinal))
                .Select(d => $"{d.What}: {d.Answer.Status}, Retry-After {d.Answer.RetryAfter}"),
            .. ready.Status == 503 && live.Status == 200 ? [] : (string[])[$"ready {ready.Status}, live {live.Status}"],
        ];
    }

    static Task<Page> SignIn(Visitor newcomer, Page form) =>
        newcomer.Submit(form, "/masuk", ("Contact", Somebody), ("Password", KomejiApp.Password));

    static async Task<int> Until(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(Soon);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var tries = 1; ; tries++)
        {
            if (await holds())
            {
                return tries;
            }

            await often.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>No connection is open while the file moves: the product opens new ones, as after a disk was mounted again.</summary>
    static Task Move(KomejiApp app, string from, string to)
    {
        SqliteConnection.ClearPool(new SqliteConnection(app.ConnectionString));
        foreach (var ending in new[] { "-wal", "-shm", "" }.Where(ending => File.Exists(from + ending)))
        {
            File.Move(from + ending, to + ending);
        }

        return Task.CompletedTask;
    }
}
