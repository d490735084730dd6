using Komeji.Tests.Support;
using Xunit.Abstractions;

namespace Komeji.Tests.Storms;

/// <summary>
/// The product is killed again and again while buyers place orders. Whatever it told a buyer is true afterwards, and what it did
/// not come to tell is true or not, but never half.
/// </summary>
public sealed class KillStorm(ITestOutputHelper output)
{
    const int Writers = 8;
    const int BuyersEach = 4;
    static readonly int Kills = TestSize.Of(4, 100);

    [Theory]
    [OnSqlite(1)]
    [OnPostgres(1)]
    public async Task Killed_while_orders_are_placed_it_keeps_what_it_acknowledged(Engine engine, int seed)
    {
        await using var market = await StormMarket.Open(engine);
        var told = await Storm(market, null, Kills, seed);
        output.WriteLine($"{engine}, seed {seed}, {Writers} writers, {Kills} kills: {told}");
        told.Faults.ShouldBeEmpty();
        told.Hits.ShouldBeGreaterThanOrEqualTo(Kills * 8 / 10, "too few kills hit an order that was being written, so this proved little");
        (await told.Lost(market)).ShouldBeEmpty();
        (await market.Broken()).ShouldBeEmpty();
    }

    [Theory]
    [OnSqlite(1)]
    [OnPostgres(1)]
    public async Task Answering_before_the_commit_loses_orders(Engine engine, int seed)
    {
        await using var market = await StormMarket.Open(engine);
        var told = await Storm(market, KnownBadProduct.EarlyAnswer, 1, seed);
        var lost = await told.Lost(market);
        output.WriteLine($"{engine}, seed {seed}, {Writers} writers, 1 kill without the guard: {told}, {lost.Count} lost");
        lost.ShouldNotBeEmpty();
    }

    /// <summary>The next process starts before the one that serves is killed, so that nobody waits for a start.</summary>
    static async Task<Told> Storm(StormMarket market, string? guard, int kills, int seed)
    {
        var random = new Random(seed);
        var variant = await market.Product(1_000_000);
        var buyers = await market.Buyers(Writers * BuyersEach);
        var serving = await Product.Start(market.App, guard);
        using var writers = OrderWriters.Begin(market, variant, [.. buyers.Chunk(BuyersEach)], serving);
        var hits = 0;
        try
        {
            for (var kill = 0; kill < kills; kill++)
            {
                writers.Rest();
                var (struck, next) = (serving, await Product.Start(market.App, guard));
                writers.GoOn();
                await writers.SomeAnswered(random.Next(1, Writers));
                hits += await writers.MoveTo(next, struck.Kill) > 0 ? 1 : 0;
                serving = next;
                await struck.DisposeAsync();
            }

            await writers.SomeAnswered(Writers);
            return await writers.End() with { Hits = hits };
        }
        finally
        {
            await serving.DisposeAsync();
        }
    }
}
