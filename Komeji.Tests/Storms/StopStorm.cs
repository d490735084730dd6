using Komeji.Tests.Support;
using Npgsql;
using Xunit.Abstractions;

namespace Komeji.Tests.Storms;

/// <summary>PostgreSQL is stopped again and again as if its machine lost power, while buyers place orders. The product stays up.</summary>
public sealed class StopStorm(ITestOutputHelper output)
{
    const int Writers = 8;
    const int BuyersEach = 4;
    const int MostStopsUntilALoss = 5;
    static readonly int Stops = TestSize.Of(2, 20);

    [Theory, OnOwnPostgres(1)]
    public async Task What_was_acknowledged_survives_the_database(Engine engine, int seed)
    {
        await using var server = await PostgresServer.Start();
        await using var market = await StormMarket.Open(await server.Market());
        var told = await Storm(market, server, Stops, seed);
        output.WriteLine($"{engine}, seed {seed}, {Writers} writers, {Stops} immediate stops: {told}");
        told.Faults.ShouldBeEmpty();
        told.Hits.ShouldBeGreaterThanOrEqualTo(Stops * 8 / 10, "too few stops hit an order that was being written, so this proved little");
        (await told.Lost(market)).ShouldBeEmpty();
        (await market.Broken()).ShouldBeEmpty();
    }

    /// <summary>The twin is not the product but its database, told to answer before it has written. Now and then it has just written by itself: then it is stopped again.</summary>
    [Theory, OnOwnPostgres(1)]
    public async Task A_database_that_answers_before_it_writes_loses_orders(Engine engine, int seed)
    {
        await using var server = await PostgresServer.Start("synchronous_commit=off", "wal_writer_delay=10s");
        await using var market = await StormMarket.Open(await server.Market());
        var lost = 0;
        for (var stop = 1; lost == 0 && stop <= MostStopsUntilALoss; stop++)
        {
            var told = await Storm(market, server, 1, seed + stop);
            lost = (await told.Lost(market)).Count;
            output.WriteLine($"{engine}, seed {seed + stop}, {Writers} writers, immediate stop {stop} of a database that answers early: {told}, {lost} lost");
        }

        lost.ShouldBePositive();
    }

    static async Task<Told> Storm(StormMarket market, PostgresServer server, int stops, int seed)
    {
        var random = new Random(seed);
        var variant = await market.Product(1_000_000);
        var buyers = await market.Buyers(Writers * BuyersEach);
        await using var product = await Product.Start(market.App);
        using var writers = OrderWriters.Begin(market, variant, [.. buyers.Chunk(BuyersEach)], product);
        var hits = 0;
        for (var stop = 0; stop < stops; stop++)
        {
            await writers.SomeAnswered(Writers + random.Next(Writers));
            hits += await writers.MoveTo(product, server.StopNow, server.Up) > 0 ? 1 : 0;
        }

        await writers.SomeAnswered(Writers);
        product.IsAlive.ShouldBeTrue(product.Said);
        NpgsqlConnection.ClearAllPools();
        return await writers.End() with { Hits = hits };
    }
}
