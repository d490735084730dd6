using Komeji.Application.Accounts;
using Komeji.Application.Catalog.Searches;
using Komeji.Application.Files;
using Komeji.Domain.Notifications;
using Komeji.Persistence;
using Komeji.Persistence.Common;
using Komeji.Web.CommandLine;
using Komeji.Web.Demo.Trade;
using Komeji.Web.Setup;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Web.Demo;

/// <summary>
/// People, shops and products are put in by their factories in one transaction; the trade goes through the commands. Nothing of
/// it is sent to anybody: its messages count as sent.
/// </summary>
sealed class DemoMarket(
    KomejiDb db, IProductSearch search, IFiles files, IPrivateFiles proofs, Passwords passwords, KomejiSettings settings, TimeProvider clock, ILoggerFactory logs) : IDemoMarket
{
    /// <summary>Of all demo accounts; docs and the sign-in page of Development show it.</summary>
    public const string Password = "Komeji-demo-2026";

    static readonly TimeSpan StillNews = TimeSpan.FromDays(3);

    const string Mark = "demo-market";
    const string Growing = "growing";
    const string Whole = "whole";

    public Task<bool> IsUnfinished(CancellationToken cancellationToken) =>
        db.ReferenceSets.AnyAsync(s => s.Name == Mark && s.Version == Growing, cancellationToken);

    public Task<bool> IsThere(CancellationToken cancellationToken) => db.Stores.AnyAsync(cancellationToken);

    public async Task<DemoCounts> Grow(DemoSize size, IProgress<DemoProgress>? progress, CancellationToken cancellationToken)
    {
        if (await IsThere(cancellationToken))
        {
            throw new CannotRun(await IsUnfinished(cancellationToken)
                ? "This database holds a demo market that was cut off while it was made. Begin with an empty database and data directory."
                : "This database already holds shops. A demo market needs an empty one.");
        }

        using var turn = UnfinishedMarket.TakeTurn(settings);

        var now = clock.GetUtcNow();
        var hash = await passwords.Hash(Password, cancellationToken);
        var places = await DemoPlaces.Read(db, cancellationToken);
        var categories = await DemoCategories.Read(db, cancellationToken);

        DemoCrowd crowd;
        IReadOnlyList<DemoStore> stores;
        IReadOnlyList<DemoGood> goods;
        await using (var commit = await db.BeginAsync(cancellationToken))
        {
            db.ReferenceSets.Add(new ReferenceSet { Name = Mark, Version = Growing });
            var people = new DemoPeople(db, places, hash, size.Seed, now);
            crowd = await people.Gather(size.Stores, Math.Clamp(size.Orders / 3, 12, 400), cancellationToken);
            progress?.Report(new DemoProgress("Orang", crowd.Buyers.Count, crowd.Buyers.Count));
            stores = await new DemoStores(db, places, people, size.Seed + 2, now).Open(crowd.Owners, cancellationToken);
            await new DemoWays(db, now).Offer(stores, cancellationToken);
            goods = await new DemoProducts(db, categories, new DemoPictures(files), size.Seed + 3, now).List(stores, size.Products, progress, cancellationToken);
            await commit.CommitAsync(cancellationToken);
        }

        db.Forget();
        var orders = await Trade(new Visits(crowd, stores, goods, size.Seed + 4, now).Plan(size.Orders), stores, size, now, progress, cancellationToken);
        await LaySilent(now, cancellationToken);
        await search.CountSales(cancellationToken);
        await search.CountWords(cancellationToken);
        await db.ReferenceSets.Where(s => s.Name == Mark).ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, Whole), cancellationToken);
        return new DemoCounts(stores.Count, goods.Count, crowd.Buyers.Count, orders, 0, 0, 0);
    }

    /// <summary>Only the sandbox provider can be paid with invented money.</summary>
    async Task<int> Trade(IReadOnlyList<Visit> visits, IReadOnlyList<DemoStore> stores, DemoSize size, DateTimeOffset now, IProgress<DemoProgress>? progress, CancellationToken cancellationToken)
    {
        if (visits.Count == 0 || settings.Gateway != "Sandbox")
        {
            return 0;
        }

        var past = new MarketClock(now.AddDays(-Visits.Days - 1));
        await using var market = MarketServices.Build(settings, files, proofs, logs, past, size.Seed + 6);
        return await new DemoTrade(market, past, stores).Run(visits, now, progress, cancellationToken);
    }

    async Task LaySilent(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var old = now - StillNews;
        await db.Messages.Where(m => m.State == MessageState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MessageState.Sent).SetProperty(m => m.SentAt, m => m.CreatedAt), cancellationToken);
        await db.Notifications.Where(n => n.ReadAt == null && n.At < old)
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, n => n.At), cancellationToken);
    }
}
