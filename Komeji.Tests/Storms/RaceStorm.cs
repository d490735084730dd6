using Komeji.Tests.Support;
using Xunit.Abstractions;

namespace Komeji.Tests.Storms;

/// <summary>Two processes on one database, and buyers who press at the same moment.</summary>
public sealed class RaceStorm(ITestOutputHelper output)
{
    static readonly int Buyers = TestSize.Of(30, 500);
    static readonly int Rounds = TestSize.Of(2, 5);

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_processes_sell_the_last_pieces_once_and_take_each_page_once(Engine engine)
    {
        await using var market = await StormMarket.Open(engine);
        await using var two = await TwoProducts.Start(market);
        var buyers = await market.Buyers(Buyers);
        for (var round = 0; round < Rounds; round++)
        {
            var sale = await LastPieces.Sell(market, two, buyers);
            output.WriteLine($"{engine}, round {round}, 2 processes: {sale}");
            sale.Broken.ShouldBeEmpty();
        }

        var presses = await ManyPresses.Of(market, two, buyers);
        output.WriteLine($"{engine}, 2 processes: {presses}");
        presses.Broken.ShouldBeEmpty();
        (await market.Broken()).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_the_guards_both_races_are_lost(Engine engine)
    {
        var database = await TestDatabase.Create(engine);
        await OversoldStock.TakeOutTheCheck(database);
        await using var market = await StormMarket.Open(database);
        await using var two = await TwoProducts.StartKnownBad(market, KnownBadProduct.UncheckedStock, KnownBadProduct.TokenPerPress);
        var buyers = await market.Buyers(Buyers);
        var sale = await LastPieces.Sell(market, two, buyers);
        output.WriteLine($"{engine}, without the guard: {sale}");
        sale.Broken.ShouldNotBeEmpty();
        (await market.Broken()).ShouldNotBeEmpty();

        var presses = await ManyPresses.Of(market, two, buyers);
        output.WriteLine($"{engine}, without the guard: {presses}");
        presses.Broken.ShouldNotBeEmpty();
    }
}

/// <summary>Two processes that serve the same market.</summary>
sealed class TwoProducts(Product first, Product second) : IAsyncDisposable
{
    public Product First => first;

    public Product Second => second;

    public static async Task<TwoProducts> Start(StormMarket market)
    {
        var both = await Task.WhenAll(Product.Start(market.App), Product.Start(market.App));
        return new TwoProducts(both[0], both[1]);
    }

    /// <summary>Without its guards one process is enough to go wrong.</summary>
    public static async Task<TwoProducts> StartKnownBad(StormMarket market, params string[] guards)
    {
        var one = await Product.Start(market.App, string.Join(',', guards));
        return new TwoProducts(one, one);
    }

    public async ValueTask DisposeAsync()
    {
        await first.DisposeAsync();
        await second.DisposeAsync();
    }
}
