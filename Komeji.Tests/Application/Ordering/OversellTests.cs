using System.Collections.Concurrent;
using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Ordering.Checkouts;
using Komeji.Application.Settings;
using Komeji.Domain.Accounts;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Settings;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Ordering;

/// <summary>
/// Many buyers released together on the last ten pieces. The twin runs the same race with the one guard taken out, to prove that
/// the race would show a shop that oversells.
/// </summary>
public sealed class OversellTests
{
    const int Pieces = 10;
    static readonly int Buyers = TestSize.Of(60, 500);
    static readonly int Rounds = TestSize.Of(2, 20);

    [Theory, OnSqlite, OnPostgres]
    public async Task Ten_pieces_are_sold_ten_times_and_never_more(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var race = await Race.Prepare(komeji);
        for (var round = 0; round < Rounds; round++)
        {
            var result = await race.Run(round);
            result.Faults.ShouldBeEmpty($"round {round}");
            (result.Sold, result.Refused).ShouldBe((Pieces, Buyers - Pieces), $"round {round}");
            result.Stock.ShouldBe((0, Pieces, 0), $"round {round}");
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_the_guard_the_same_race_oversells(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await OversoldStock.TakeOutTheCheck(database);
        await using var komeji = TestKomeji.On(database, services => services.AddScoped<Stock, UnguardedStock>());
        var result = await (await Race.Prepare(komeji)).Run(0);
        result.Sold.ShouldBeGreaterThan(Pieces);
        result.Stock.Stock.ShouldBeLessThan(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_the_guard_the_database_still_refuses(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine, services => services.AddScoped<Stock, UnguardedStock>());
        var result = await (await Race.Prepare(komeji)).Run(0);
        (result.Sold, result.Stock).ShouldBe((Pieces, (0, Pieces, 0)));
        result.Faults.Count.ShouldBe(Buyers - Pieces);
    }

    /// <summary>The row of a thing many want is held from the taking to the commit: nothing else may be left to do in between.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Pieces_are_taken_when_all_else_is_saved(Engine engine)
    {
        var saved = new List<int>();
        await using var komeji = await TestKomeji.Create(engine, services => services.AddScoped<Stock>(p => new WatchedStock(p.GetRequiredService<IKomejiDb>(), saved)));
        var market = new Market(komeji);
        var variant = await market.Product(await market.Shop(), stock: 1);
        var buyer = await market.Buyer();
        await market.Buy(buyer, (variant, 1));
        saved.ShouldBe([1 + 1], "the purchase and the news of it");
        (await market.StockOf(variant)).ShouldBe((0, 1, 0));
    }

    sealed class WatchedStock : Stock
    {
        readonly IKomejiDb db;
        readonly List<int> saved;

        public WatchedStock(IKomejiDb db, List<int> saved)
            : base(db)
        {
            (this.db, this.saved) = (db, saved);
        }

        protected override IQueryable<Variant> Enough(IQueryable<Variant> variants, int count)
        {
            saved.Add(db.Purchases.Count() + db.Notifications.Count());
            return base.Enough(variants, count);
        }
    }

    sealed class UnguardedStock(IKomejiDb db) : Stock(db)
    {
        protected override IQueryable<Variant> Enough(IQueryable<Variant> variants, int count) => variants;
    }

    sealed class Race(TestKomeji komeji, Market market, Shop shop, IReadOnlyList<UserId> buyers)
    {
        public static async Task<Race> Prepare(TestKomeji komeji)
        {
            var market = new Market(komeji);
            await komeji.Write(db =>
            {
                // Nobody pays here, so a lucky buyer may come to hold a purchase of every round.
                db.Settings.Add(new Setting(SettingCatalogue.UnpaidPurchases, "100", komeji.Clock.GetUtcNow(), "uji", "uji", null, komeji.Clock.GetUtcNow()));
                return Task.CompletedTask;
            });
            var buyers = new List<UserId>();
            for (var i = 0; i < Buyers; i++)
            {
                buyers.Add(await market.Buyer());
            }

            return new Race(komeji, market, await market.Shop(), buyers);
        }

        public async Task<Outcome> Run(int round)
        {
            var variant = await market.Product(shop, stock: Pieces);
            var price = new Rupiah(18_500);
            await komeji.Write(async db =>
            {
                db.Carts.RemoveRange(await db.Carts.Include(c => c.Lines).ToListAsync());
                await db.SaveChangesAsync();
                foreach (var buyer in buyers)
                {
                    var cart = Cart.Of(buyer, komeji.Clock.GetUtcNow());
                    cart.Add(variant, 1, price, komeji.Clock.GetUtcNow());
                    db.Carts.Add(cart);
                }
            });
            var page = await market.Look(buyers[0]);
            var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var faults = new ConcurrentBag<string>();
            var refused = 0;
            var running = buyers.Select((buyer, i) => Task.Run(async () =>
            {
                await start.Task;
                try
                {
                    await market.Place(buyer, page with { Token = $"{round:x8}{i:x56}" });
                }
                catch (RuleBroken refusal) when (refusal.Code == "stock.short")
                {
                    Interlocked.Increment(ref refused);
                }
#pragma warning disable CA1031 // Any other outcome is what the race looks for.
                catch (Exception fault)
#pragma warning restore CA1031
                {
                    faults.Add($"{fault.GetType().Name}: {fault.Message}");
                }
            })).ToList();
            start.SetResult();
            await Task.WhenAll(running);
            var sold = await komeji.Read(db => db.Orders.CountAsync(o => o.Lines.Any(l => l.VariantId == variant)));
            return new Outcome(sold, refused, [.. faults], await market.StockOf(variant));
        }
    }

    sealed record Outcome(int Sold, int Refused, IReadOnlyList<string> Faults, (int Stock, int Reserved, int Sold) Stock);
}
