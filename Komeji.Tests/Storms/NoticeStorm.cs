using Komeji.Domain.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Komeji.Tests.Storms;

/// <summary>
/// The provider's notices come several times each, in any order, forged ones among them, at two processes that run the jobs too,
/// and in full size are killed in the middle; half-way the secret is exchanged: each payment counts once, and none is refused.
/// </summary>
public sealed class NoticeStorm(ITestOutputHelper output)
{
    static readonly int Notices = TestSize.Of(40, 1_000);
    static readonly int Copies = TestSize.Of(3, 10);
    static readonly int Kills = TestSize.Of(0, 3);

    [Theory]
    [OnSqlite(1)]
    [OnPostgres(1)]
    public async Task Each_payment_counts_once(Engine engine, int seed)
    {
        await using var market = await StormMarket.Open(engine);
        (await Storm(market, null, Kills, seed)).ShouldBeEmpty();
        (await market.Broken()).ShouldBeEmpty();
    }

    [Theory]
    [OnSqlite(1)]
    [OnPostgres(1)]
    public async Task Remembering_in_memory_what_came_is_not_enough(Engine engine, int seed)
    {
        var database = await TestDatabase.Create(engine);
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync("""DROP INDEX "IX_PaymentEvents_Gateway_EventId" """);
        }

        await using var market = await StormMarket.Open(database);
        (await Storm(market, KnownBadProduct.DedupeInMemory, 0, seed)).ShouldNotBeEmpty();
        (await market.Broken()).ShouldNotBeEmpty();
    }

    /// <returns>What was lost, counted twice, or believed and should not have been.</returns>
    async Task<IReadOnlyList<string>> Storm(StormMarket market, string? guard, int kills, int seed)
    {
        var post = await ProviderPost.Prepare(market.App, Notices, Copies, seed);
        Task<Product> Start() => Product.Start(market.App, guard, ("Komeji:Role", "all"), ("Komeji:Jobs", "true"));
        var products = await Task.WhenAll(Start(), Start());
        try
        {
            var delivering = Task.WhenAll(post.Deliver(products), post.ExchangeSecret());
            for (var kill = 0; kill < kills; kill++)
            {
                await post.Delivered((kill + 1) * post.Letters / (kills + 1));
                var struck = products[kill % 2];
                await struck.Kill();
                await struck.DisposeAsync();
                products[kill % 2] = await Start();
            }

            await delivering;
            await Handled(market);
        }
        finally
        {
            foreach (var product in products)
            {
                await product.DisposeAsync();
            }
        }

        output.WriteLine($"{market.App.Engine}, seed {seed}, 2 processes, {kills} kills{(guard is null ? "" : ", " + guard)}: {post}");
        return
        [
            .. post.Faults,
            .. post.CutOff < kills ? [$"{kills} kills cut off only {post.CutOff} letters, so this proved little"] : (string[])[],
            .. await Counted(market, post),
        ];
    }

    /// <summary>Until no notice waits: a job whose process was killed is taken over when its lease ends.</summary>
    static async Task Handled(StormMarket market)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await market.App.Read(db => db.PaymentEvents.AnyAsync(e => e.Outcome == PaymentEventOutcome.Waiting, limit.Token)))
        {
            await often.WaitForNextTickAsync(limit.Token);
        }
    }

    static Task<List<string>> Counted(StormMarket market, ProviderPost post) => market.App.Read(async db =>
    {
        var counts = new (string What, int Is, int Should)[]
        {
            ("notices stored", await db.PaymentEvents.CountAsync(), Notices),
            ("notices acted on", await db.PaymentEvents.CountAsync(e => e.Outcome == PaymentEventOutcome.Handled), Notices),
            ("purchases paid", await db.Payments.CountAsync(p => p.State == PaymentState.Paid), Notices),
            ("payments moved to paid", await db.StateChanges.CountAsync(c => c.Subject == "payment" && c.To == nameof(PaymentState.Paid)), Notices),
            ("payments booked", await db.Journals.CountAsync(j => j.Rule == "P1"), Notices),
            ("payments nobody made", await db.Payments.CountAsync(p => p.State == PaymentState.AwaitingPayment), post.Victims),
        };
        return counts.Where(c => c.Is != c.Should).Select(c => $"{c.What}: {c.Is}, not {c.Should}").ToList();
    });
}
