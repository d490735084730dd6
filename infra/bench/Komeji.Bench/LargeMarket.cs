using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Komeji.Bench;

/// <summary>A market as large as a province's on PostgreSQL. One that was made for the run goes with it.</summary>
/// <param name="at">The connection string of its database.</param>
sealed class LargeMarket(string at) : IAsyncDisposable
{
    const double MostSeconds = 15 * 60;

    string? server;

    public string At => at;

    /// <summary>Makes one by the product's own <c>seed</c>, on the PostgreSQL of this run.</summary>
    /// <param name="program">Folder of the published program.</param>
    /// <param name="quick">A hundredth of it, to see that it runs.</param>
    /// <exception cref="InvalidOperationException">There is no PostgreSQL to make it on, or <c>seed</c> failed.</exception>
    public static async Task<LargeMarket> Make(DirectoryInfo program, bool quick, Report report)
    {
        var server = Environment.GetEnvironmentVariable("KOMEJI_TEST_POSTGRES")
            ?? throw new InvalidOperationException("KOMEJI_TEST_POSTGRES names no PostgreSQL to make a large market on; infra/bench/run starts one.");
        var market = new LargeMarket(new NpgsqlConnectionStringBuilder(server) { Database = $"komeji_market_{Environment.ProcessId}" }.ConnectionString) { server = server };
        var (shops, papers, products, orders) = quick ? (1_000, 3_000, 10_000, 10_000) : (100_000, 300_000, 1_000_000, 1_000_000);
        var pictures = Directory.CreateTempSubdirectory("komeji-market-");
        var began = Stopwatch.GetTimestamp();
        try
        {
            await Tool.Run(
                "dotnet",
                [Path.Combine(program.FullName, "Komeji.Web.dll"), "seed", .. Of("stores", shops), .. Of("documents", papers), .. Of("products", products), .. Of("orders", orders)],
                ("ASPNETCORE_ENVIRONMENT", "Development"),
                ("ConnectionStrings__Komeji", market.At),
                ("Komeji__DataDirectory", pictures.FullName));
        }
        finally
        {
            pictures.Delete(recursive: true);
        }

        report.Add(new Bound(string.Create(CultureInfo.InvariantCulture, $"Seed of {products:#,0} products, {orders:#,0} orders, {shops:#,0} shops and {papers:#,0} papers"), "s", Stopwatch.GetElapsedTime(began).TotalSeconds, MostSeconds));
        return market;
    }

    static IEnumerable<string> Of(string what, int many) => ["--" + what, many.ToString(CultureInfo.InvariantCulture)];

    public async ValueTask DisposeAsync()
    {
        if (server is null)
        {
            return;
        }

        NpgsqlConnection.ClearAllPools();
        await using var source = NpgsqlDataSource.Create(server);
        await using var drop = source.CreateCommand($"DROP DATABASE \"{new NpgsqlConnectionStringBuilder(at).Database}\" WITH (FORCE)");
        await drop.ExecuteNonQueryAsync();
    }
}
