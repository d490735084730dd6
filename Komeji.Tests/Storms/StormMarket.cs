using System.Net;
using Komeji.Application.Ledger;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Settings;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Storms;

/// <summary>
/// What the processes of a storm share: a database, a data directory, a shop and buyers who are signed in. Its own app, in this
/// process, only prepares and looks.
/// </summary>
sealed class StormMarket : IAsyncDisposable
{
    readonly Dictionary<VariantId, int> pieces = [];
    readonly Stalls stalls;
    Shop? shop;
    int buyers;

    StormMarket(KomejiApp app) => (App, stalls) = (app, new Stalls(app));

    public KomejiApp App { get; }

    /// <param name="settings">Of its own app only.</param>
    public static async Task<StormMarket> Open(TestDatabase database, params (string, string)[] settings)
    {
        var market = new StormMarket(KomejiApp.On(database, null, settings));

        // The processes run by the machine's clock.
        market.App.Clock.MoveTo(TimeProvider.System.GetUtcNow());
        market.App.Visit().Dispose();
        await market.App.Write(db =>
        {
            var now = market.App.Clock.GetUtcNow();
            db.Settings.Add(new Setting(SettingCatalogue.UnpaidPurchases, "1000000", now.AddDays(-1), "uji", "uji", null, now));
            return Task.CompletedTask;
        });
        return market;
    }

    public static async Task<StormMarket> Open(Engine engine) => await Open(await TestDatabase.Create(engine));

    public async Task<VariantId> Product(int stock)
    {
        shop ??= await stalls.Shop("jne:REG", pickup: true);
        var variant = await stalls.Product(shop, StormBuyer.Price, stock);
        pieces.Add(variant, stock);
        return variant;
    }

    public async Task<IReadOnlyList<StormBuyer>> Buyers(int count)
    {
        var made = new List<StormBuyer>();
        for (var i = 0; i < count; i++)
        {
            var contact = $"badai{++buyers}@komeji.test";
            var id = await App.Person(contact);
            await stalls.GiveAddress(id);
            using var visitor = App.Visit();
            var welcome = await visitor.SignIn(contact, KomejiApp.Password);
            var session = welcome.SetCookies.Single(c => c.StartsWith("komeji.masuk=", StringComparison.Ordinal)).Split(';')[0].Split('=', 2);
            made.Add(new StormBuyer(id, new Cookie(session[0], session[1], "/", "127.0.0.1")));
        }

        return made;
    }

    /// <summary>One piece in each cart, and nothing else.</summary>
    public Task FillCarts(IEnumerable<StormBuyer> of, VariantId variant) => App.Write(async db =>
    {
        db.Carts.RemoveRange(await db.Carts.Include(c => c.Lines).ToListAsync());
        await db.SaveChangesAsync();
        foreach (var buyer in of)
        {
            var cart = Cart.Of(buyer.Id, App.Clock.GetUtcNow());
            cart.Add(variant, 1, new Rupiah(StormBuyer.Price), App.Clock.GetUtcNow());
            db.Carts.Add(cart);
        }
    });

    /// <summary>
    /// What must be true whatever happened, read from the database: every money check, no piece lost or made, one purchase for a
    /// token, one row for an event.
    /// </summary>
    /// <returns>What is broken; empty where all is well.</returns>
    public async Task<IReadOnlyList<string>> Broken()
    {
        var broken = (await App.Send(new VerifyLedger())).Checks.Where(c => !c.Ok).Select(c => $"{c.Name}: {c.Detail}").ToList();
        foreach (var (variant, count) in pieces)
        {
            var (stock, reserved, sold) = await stalls.StockOf(variant);
            if (stock + reserved + sold != count || stock < 0 || reserved < 0 || sold < 0)
            {
                broken.Add($"pieces: {stock} + {reserved} + {sold} of {count}");
            }
        }

        var tokens = await App.Read(db => db.Purchases.GroupBy(p => p.CheckoutToken).CountAsync(g => g.Count() > 1));
        var events = await App.Read(db => db.PaymentEvents.GroupBy(e => new { e.Gateway, e.EventId }).CountAsync(g => g.Count() > 1));
        return [.. broken, .. tokens > 0 ? [$"{tokens} tokens with several purchases"] : (string[])[], .. events > 0 ? [$"{events} events stored several times"] : (string[])[]];
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
