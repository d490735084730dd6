using Komeji.Application.Accounts;
using Komeji.Application.Catalog.Searches;
using Komeji.Application.Files;
using Komeji.Application.Legal;
using Komeji.Application.Settings;
using Komeji.Application.Stores.Fees;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Notifications;
using Komeji.Domain.Shipping;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Persistence;
using Komeji.Persistence.Bulk;
using Komeji.Persistence.Common;
using Komeji.Web.CommandLine;
using Komeji.Web.Demo.History;
using Komeji.Web.Demo.Trade;
using Komeji.Web.Setup;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Web.Demo;

/// <summary>
/// People, shops, products and the history of a large market are made by their factories and verbs and put in in one transaction;
/// the trade of the last weeks goes through the commands. Nothing of it is sent to anybody: its messages count as sent.
/// </summary>
sealed class DemoMarket(
    KomejiDb db, IProductSearch search, IFiles files, IPrivateFiles proofs, Passwords passwords, SettingsInForce inForce, FeesInForce fees, KomejiSettings settings, PersonalKey personal, TimeProvider clock, ILoggerFactory logs,
    SandboxStore? sandbox = null) : IDemoMarket
{
    /// <summary>Of all demo accounts; docs and the sign-in page of Development show it.</summary>
    public const string Password = "Komeji-demo-2026";

    static readonly TimeSpan StillNews = TimeSpan.FromDays(3);
    static readonly TimeSpan LongestStatement = TimeSpan.FromMinutes(30);

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

        if (size.Documents > BulkPapers.Most(size.Stores, DemoSize.Demo.Stores))
        {
            throw new CannotRun($"{size.Stores} shops have at most {BulkPapers.Most(size.Stores, DemoSize.Demo.Stores)} documents. Ask for more shops, or for fewer documents.");
        }

        using var turn = UnfinishedMarket.TakeTurn(settings);

        var now = clock.GetUtcNow();
        var made = await PutIn(size, now, progress, cancellationToken);
        db.Forget();
        var orders = await Trade(new Visits(made.Crowd, made.Stores, made.Goods, size.Seed + 4, now).Plan(size.Lively), made.Stores, size, now, progress, cancellationToken);
        await LaySilent(now, cancellationToken);
        await search.CountSales(cancellationToken);
        await search.CountWords(cancellationToken);
        await db.ReferenceSets.Where(s => s.Name == Mark).ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, Whole), cancellationToken);
        return new DemoCounts(made.Stores.Count, made.Goods.Count, made.Crowd.Buyers.Count, orders + made.Past, 0, await db.LegalVerifications.CountAsync(cancellationToken), 0) { Past = made.Past, Checksum = made.Checksum };
    }

    /// <summary>What happened before the last weeks, in one transaction: a process that ends in between leaves an empty database.</summary>
    async Task<Made> PutIn(DemoSize size, DateTimeOffset now, IProgress<DemoProgress>? progress, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(LongestStatement);
        var past = settings.Gateway == "Sandbox" && sandbox is not null && size.Products > 0 && size.Stores > 0 ? size.Past : 0;
        using var provider = past > 0 ? new SandboxHistory(sandbox!) : null;
        using var fingerprint = new Fingerprint();
        var bulk = BulkLoad.Into(db);
        Made made;
        await using (var commit = await db.BeginAsync(cancellationToken))
        {
            db.ReferenceSets.Add(new ReferenceSet { Name = Mark, Version = Growing });
            await db.SaveChangesAsync(cancellationToken);
            if (size.IsLarge)
            {
                await bulk.Disarm([typeof(Product), .. DemoHistory.Kinds, .. BulkPapers.Kinds, typeof(StateChange)], cancellationToken);
            }

            made = await List(bulk, size with { Orders = past > 0 ? size.Orders : size.Lively }, now, fingerprint, progress, cancellationToken);
            if (past > 0)
            {
                var life = new PastLife(await Terms(cancellationToken), new PastWays(await Tariffs(now, cancellationToken)), size.Seed + 8);
                var visits = new PastVisits(made.Crowd, made.Stores, made.Goods, made.Demand, size.Seed + 7, now);
                await new DemoHistory(bulk, life, fingerprint).PutIn(visits.Draw(past), past, provider!, progress, cancellationToken);
                await BulkStock.SellAll(db, cancellationToken);
            }

            if (size.IsLarge)
            {
                await bulk.Arm(progress is null ? null : new Relay(progress), cancellationToken);
            }

            await commit.CommitAsync(cancellationToken);
        }

        provider?.Commit();
        if (size.IsLarge)
        {
            await bulk.Settle(cancellationToken);
        }

        return made with { Past = past, Checksum = fingerprint.Sum() };
    }

    async Task<Made> List(BulkLoad bulk, DemoSize size, DateTimeOffset now, Fingerprint fingerprint, IProgress<DemoProgress>? progress, CancellationToken cancellationToken)
    {
        var hash = await passwords.Hash(Password, cancellationToken);
        var places = await DemoPlaces.Read(db, cancellationToken);
        var categories = await DemoCategories.Read(db, cancellationToken);
        var begun = size.Past > 0 ? now.AddDays(-PastVisits.EndedDaysAgo - PastVisits.Days) : now;
        var demand = new Demand(size.Products, size.Past);
        var people = new DemoPeople(bulk, places, hash, size.Seed, begun);
        var crowd = await people.Gather(size.Stores, Math.Clamp(size.Lively / 3, 12, 400) + (size.Past / 10), cancellationToken);
        progress?.Report(new DemoProgress("Orang", crowd.Buyers.Count, crowd.Buyers.Count));
        var stores = await new DemoStores(bulk, places, people, size.Seed + 2, begun).Open(crowd.Owners, cancellationToken);
        await new DemoWays(db, now).Offer([.. stores.Take(DemoSize.Demo.Stores)], cancellationToken);
        var known = Math.Min(stores.Count, DemoSize.Demo.Stores);
        var calendar = await inForce.Calendar(cancellationToken);
        var papers = await new DemoPapers(db, proofs, personal, calendar, now).PutIn([.. stores.Take(known)], cancellationToken);
        await new BulkPapers(bulk, proofs, personal, calendar, await Officers(cancellationToken), now).PutIn(stores, known, Math.Max(0, size.Documents - papers), progress, cancellationToken);
        if (stores.Count > 0)
        {
            await new DemoStaff(db, now).Employ(stores[0], cancellationToken);
        }

        var goods = await new DemoProducts(bulk, categories, new DemoPictures(files), demand.Pieces, size.Seed + 3, now).List(stores, size.Products, progress, cancellationToken);
        foreach (var store in stores)
        {
            fingerprint.Add(store.Is.Slug);
        }

        foreach (var good in goods)
        {
            fingerprint.Add(good.Slug, [.. good.Variants.SelectMany(v => new[] { v.Price.Amount, v.Stock })]);
        }

        return new Made(crowd, stores, goods, demand);
    }

    async Task<IReadOnlyList<Guid>> Officers(CancellationToken cancellationToken) => [.. (await db.RoleGrants.Where(g => g.Role == Domain.Accounts.Roles.Verifier)
        .OrderBy(g => g.UserId).Select(g => g.UserId).ToListAsync(cancellationToken)).Select(id => id.Value)];

    async Task<PastTerms> Terms(CancellationToken cancellationToken) => new(
        await inForce.OrderTerms(cancellationToken), await fees.OfNewShop(cancellationToken), TimeSpan.FromHours(await inForce.Number(SettingCatalogue.PayWithinHours, cancellationToken)));

    async Task<IReadOnlyList<CourierTariff>> Tariffs(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = Wib.DayOf(now);
        return [.. (await db.CourierTariffs.AsNoTracking().Where(t => t.ValidFrom <= today).ToListAsync(cancellationToken))
            .GroupBy(t => (t.ServiceCode, t.Zone)).Select(g => g.MaxBy(t => t.ValidFrom)!)];
    }

    /// <param name="Past">Completed orders of the history.</param>
    sealed record Made(DemoCrowd Crowd, IReadOnlyList<DemoStore> Stores, IReadOnlyList<DemoGood> Goods, Demand Demand, int Past = 0, string Checksum = "");

    sealed class Relay(IProgress<DemoProgress> to) : IProgress<(string What, int Done, int Total)>
    {
        public void Report((string What, int Done, int Total) value) => to.Report(new DemoProgress(value.What, value.Done, value.Total));
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
