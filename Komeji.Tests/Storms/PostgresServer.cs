using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Komeji.Persistence;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit.Sdk;

namespace Komeji.Tests.Storms;

/// <summary>A PostgreSQL of a storm's own, to be stopped as power cuts and failovers stop one.</summary>
sealed class PostgresServer : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    static readonly Lazy<string?> Programs = new(Find);

    readonly string folder = Directory.CreateTempSubdirectory("komeji-storm-pg-").FullName;
    readonly string[] settings;
    readonly int port;
    Process? server;

    PostgresServer(string[] settings) => (this.settings, port) = (settings, FreePort());

    /// <summary>Where its programs are; null on a machine without them.</summary>
    public static string? Bin => Programs.Value;

    /// <param name="settings">As <c>synchronous_commit=off</c>.</param>
    public static async Task<PostgresServer> Start(params string[] settings)
    {
        var server = new PostgresServer(settings);
        if (Environment.IsPrivilegedProcess)
        {
            await Run("chown", User(), server.folder);
        }

        await AsItself("initdb", "-D", server.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await server.Up();
        return server;
    }

    /// <summary>A migrated database on it, with the regions of tests.</summary>
    public async Task<TestDatabase> Market(int pool = 30)
    {
        await using (var connection = new NpgsqlConnection(Connection("postgres", pool)))
        {
            await connection.OpenAsync();
            await using var create = new NpgsqlCommand("CREATE DATABASE komeji", connection);
            await create.ExecuteNonQueryAsync();
        }

        await using var db = new PostgresKomejiDb(new DbContextOptionsBuilder<PostgresKomejiDb>().UseNpgsql(Connection("komeji", pool)).Options);
        await db.BringUpToDate(CancellationToken.None);
        await TestRegions.PutIn(db);
        return TestDatabase.At(Engine.Postgres, Connection("komeji", pool));
    }

    public async Task Up()
    {
        var start = Command("postgres", "-D", Data, "-c", $"port={port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off");
        foreach (var setting in settings)
        {
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(setting);
        }

        server = Process.Start(start)!;
        server.OutputDataReceived += (_, _) => { };
        server.ErrorDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        do
        {
            server.HasExited.ShouldBeFalse("PostgreSQL ended at once");
            await often.WaitForNextTickAsync(limit.Token);
        }
        while (!await Answers());
    }

    /// <summary>As if its machine had lost power: nobody is told, nothing is written any more.</summary>
    public async Task StopNow()
    {
        await AsItself("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        await server!.WaitForExitAsync();
        server.Dispose();
        server = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await StopNow();
        }

        await Run("rm", "-rf", folder);
    }

    string Data => Path.Combine(folder, "data");

    string Connection(string database, int pool) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = "postgres",
        Database = database,
        MaxPoolSize = pool,
        Timeout = 10,
    }.ConnectionString;

    async Task<bool> Answers()
    {
        try
        {
            await using var connection = new NpgsqlConnection(Connection("postgres", 5) + ";Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    static string? Find()
    {
        string[] places = ["/usr/lib/postgresql", "/usr"];
        var known = places.Where(Directory.Exists)
            .SelectMany(place => Directory.GetDirectories(place, place == "/usr" ? "pgsql-*" : "*"))
            .OrderByDescending(folder => folder, StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin"));
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return known.Concat(path).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")) && File.Exists(Path.Combine(bin, "postgres")));
    }

    /// <summary>Below the ports the system gives to clients, so that it is still free when the server comes back.</summary>
    static int FreePort()
    {
        while (true)
        {
            var candidate = Random.Shared.Next(20_000, 32_000);
            using var probe = new TcpListener(IPAddress.Loopback, candidate);
            try
            {
                probe.Start();
                return candidate;
            }
            catch (SocketException)
            {
                // Taken.
            }
        }
    }

    /// <summary>PostgreSQL refuses to run as root.</summary>
    static string User() => File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal)) ? "postgres" : "nobody";

    static ProcessStartInfo Command(string program, params string[] arguments)
    {
        string[] call = Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid", User(), "--regid", Group(), "--init-groups", "--", Path.Combine(Bin!, program), .. arguments]
            : [Path.Combine(Bin!, program), .. arguments];
        return new ProcessStartInfo(call[0], call[1..]) { WorkingDirectory = "/", RedirectStandardOutput = true, RedirectStandardError = true };
    }

    /// <summary>The number of the user's own group.</summary>
    static string Group() => File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Single(fields => fields[0] == User())[3];

    static Task AsItself(string program, params string[] arguments) => Finish(Command(program, arguments));

    static Task Run(string program, params string[] arguments) =>
        Finish(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true });

    static async Task Finish(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var said = await output + await error;
        process.ExitCode.ShouldBe(0, $"{start.FileName}: {said}");
    }
}

/// <summary>Runs a theory with a PostgreSQL of its own; on a machine without the programs it shows as skipped, by name.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnOwnPostgresAttribute : DataAttribute
{
    readonly object[] arguments;

    public OnOwnPostgresAttribute(params object[] arguments)
    {
        this.arguments = arguments;
        Skip = PostgresServer.Bin is null ? "No PostgreSQL programs here: infra/test installs them." : null;
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Engine.Postgres, .. arguments]];
}
