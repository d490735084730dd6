using Komeji.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Komeji.Tests.Support;

/// <summary>A database of its own for one test, copied from a template that was migrated once in this run.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    static readonly string Folder = Directory.CreateTempSubdirectory("komeji-test-").FullName;
    static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplate);
    static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplate);
    static readonly SemaphoreSlim Copying = new(1, 1);
    static int made;

    readonly bool borrowed;

    TestDatabase(Engine engine, string connectionString, bool borrowed = false) => (Engine, ConnectionString, this.borrowed) = (engine, connectionString, borrowed);

    public static string? PostgresServer { get; } = Environment.GetEnvironmentVariable("KOMEJI_TEST_POSTGRES");

    public Engine Engine { get; }
    public string ConnectionString { get; }

    public static async Task<TestDatabase> Create(Engine engine)
    {
        var name = NextName();
        if (engine == Engine.Sqlite)
        {
            var file = Path.Combine(Folder, name + ".db");
            File.Copy(await SqliteTemplate.Value, file);
            return new TestDatabase(engine, new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = 60 }.ConnectionString);
        }

        await CopyOnServer(await PostgresTemplate.Value, name);
        return new TestDatabase(engine, PostgresConnection(name));
    }

    /// <summary>A database without a single table.</summary>
    public static async Task<TestDatabase> CreateEmpty(Engine engine)
    {
        var name = $"komeji_empty_{Environment.ProcessId}_{Interlocked.Increment(ref made)}";
        if (engine == Engine.Sqlite)
        {
            return new TestDatabase(engine, $"Data Source={Path.Combine(Folder, name + ".db")}");
        }

        await OnServer($"CREATE DATABASE \"{name}\"");
        return new TestDatabase(engine, PostgresConnection(name));
    }

    /// <summary>One that somebody else made and removes.</summary>
    public static TestDatabase At(Engine engine, string connectionString) => new(engine, connectionString, borrowed: true);

    public string Name => Engine == Engine.Postgres ? new NpgsqlConnectionStringBuilder(ConnectionString).Database! : Path.GetFileNameWithoutExtension(new SqliteConnectionStringBuilder(ConnectionString).DataSource);

    /// <summary>Another one that holds the same. Nothing may be using this one.</summary>
    public async Task<TestDatabase> Copy()
    {
        var name = NextName();
        if (Engine == Engine.Sqlite)
        {
            SqliteConnection.ClearAllPools();
            var file = Path.Combine(Folder, name + ".db");
            File.Copy(Path.Combine(Folder, Name + ".db"), file);
            return new TestDatabase(Engine, new SqliteConnectionStringBuilder(ConnectionString) { DataSource = file }.ConnectionString);
        }

        NpgsqlConnection.ClearAllPools();
        await CopyOnServer(Name, name);
        return new TestDatabase(Engine, PostgresConnection(name));
    }

    public KomejiDb Open() => Open(Engine, ConnectionString);

    public async ValueTask DisposeAsync()
    {
        if (borrowed)
        {
            return;
        }

        if (Engine == Engine.Sqlite)
        {
            await using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
            foreach (var ending in new[] { "", "-wal", "-shm" })
            {
                File.Delete(connection.DataSource + ending);
            }

            return;
        }

        await using var pool = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(pool);
        await OnServer($"DROP DATABASE IF EXISTS \"{pool.Database}\" WITH (FORCE)");
    }

    static string NextName() => $"komeji_{Environment.ProcessId}_{Interlocked.Increment(ref made)}";

    static async Task CopyOnServer(string template, string name)
    {
        await Copying.WaitAsync();
        try
        {
            await OnServer($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\" STRATEGY FILE_COPY");
        }
        finally
        {
            Copying.Release();
        }
    }

    static KomejiDb Open(Engine engine, string connectionString) => engine == Engine.Sqlite
        ? new SqliteKomejiDb(new DbContextOptionsBuilder<SqliteKomejiDb>().UseSqlite(connectionString).Options)
        : new PostgresKomejiDb(new DbContextOptionsBuilder<PostgresKomejiDb>().UseNpgsql(connectionString).Options);

    static async Task<string> MakeSqliteTemplate()
    {
        var file = Path.Combine(Folder, "template.db");
        await using (var db = Open(Engine.Sqlite, $"Data Source={file}"))
        {
            await db.BringUpToDate(CancellationToken.None);
            await TestRegions.PutIn(db);
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteConnection.ClearAllPools();
        return file;
    }

    static async Task<string> MakePostgresTemplate()
    {
        var name = $"komeji_template_{Environment.ProcessId}";
        await OnServer($"CREATE DATABASE \"{name}\"");
        await using (var db = Open(Engine.Postgres, PostgresConnection(name)))
        {
            await db.BringUpToDate(CancellationToken.None);
            await TestRegions.PutIn(db);
        }

        await using var pool = new NpgsqlConnection(PostgresConnection(name));
        NpgsqlConnection.ClearPool(pool);
        return name;
    }

    static string PostgresConnection(string database) =>
        new NpgsqlConnectionStringBuilder(PostgresServer) { Database = database, MaxPoolSize = 20, Timeout = 60 }.ConnectionString;

    static async Task OnServer(string statement)
    {
        await using var connection = new NpgsqlConnection(PostgresServer);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
