using Komeji.Tests.Support;
using Xunit.Abstractions;

namespace Komeji.Tests.Storms;

/// <summary>
/// A day of mixed trade, with a process that is killed in the middle of it and a provider whose notices are lost, late, doubled and out of
/// order. When the jobs have caught up, the books agree with the provider to the rupiah, whatever was acknowledged is in them, and nothing
/// waits for an answer.
/// </summary>
public sealed class TradingStorm(ITestOutputHelper output)
{
    const int Kills = 3;
    static readonly int Steps = TestSize.Of(70, 1_500);

    [Theory]
    [OnSqlite(1)]
    [OnPostgres(1)]
    public async Task A_day_of_mixed_trade_ends_with_books_that_agree(Engine engine, int seed)
    {
        await using var day = await TradingDay.AtStripe(engine, TestSize.Seed(seed));
        await day.Trade(Steps, Kills, null);
        await day.CatchUp();
        output.WriteLine($"{engine}, seed {TestSize.Seed(seed)}: {day}");
        (await day.Broken()).ShouldBeEmpty();

        // It was mixed, so it proved something.
        new[] { "buy", "complete", "decline", "dispute", "settle", "move a payout" }.Except(day.Done.Keys).ShouldBeEmpty();
    }

    /// <summary>The same where the provider tells of no disputes, and of settlements to officers only: its report is brought in at the end.</summary>
    [Theory]
    [OnSqlite(1)]
    [OnPostgres(1)]
    public async Task So_does_a_day_at_Midtrans(Engine engine, int seed)
    {
        await using var day = await TradingDay.AtMidtrans(engine, TestSize.Seed(seed));
        await day.Trade(TestSize.Of(40, Steps), TestSize.Of(1, Kills), null);
        await day.CatchUp();
        output.WriteLine($"{engine}, seed {TestSize.Seed(seed)}: {day}");
        (await day.Broken()).ShouldBeEmpty();
    }

    [Theory]
    [OnSqlite(1)]
    [OnPostgres(1)]
    public async Task A_product_that_forgets_disputes_is_found_out(Engine engine, int seed)
    {
        await using var day = await TradingDay.AtStripe(engine, TestSize.Seed(seed));
        await day.Trade(60, 0, KnownBadProduct.ForgetsDisputes);
        await day.CatchUp();
        var broken = await day.Broken();
        output.WriteLine($"{engine}, seed {TestSize.Seed(seed)}, without the guard: {day}; {broken.Count} broken");
        broken.ShouldContain(b => b.StartsWith("dispute-withdrawn:", StringComparison.Ordinal));
        broken.ShouldContain(b => b.StartsWith("I5 statement of stripe", StringComparison.Ordinal));
    }
}
