using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Persistence;
using Komeji.Persistence.Bulk;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Persistence;

/// <summary>Rows put in in bulk are the rows EF saves, column by column of its own model.</summary>
public sealed class BulkLoadTests
{
    /// <summary>Everything that is in a small demo market, written once more in bulk, is read back the same.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Writes_what_ef_writes(Engine engine)
    {
        await using var market = await GrownMarket.Of(engine, new(Stores: 6, Products: 48, Orders: 24, Communities: 0, Documents: 0, Complaints: 0, Seed: 2026));
        var orders = await market.Komeji.Read(db => Loaded(db).ToListAsync());
        var before = await market.Komeji.Read(Facts);
        before.Count.ShouldBeGreaterThan(24);

        await using var copy = await TestKomeji.Create(engine);
        await copy.Write(async db =>
        {
            await using var commit = await db.BeginAsync(CancellationToken.None);
            await BulkLoad.Into(db).Put(orders, CancellationToken.None);
            await commit.CommitAsync(CancellationToken.None);
        });
        (await copy.Read(Facts)).ShouldBe(before);
    }

    /// <summary>A column of the model that no member fills would be left out: every table there is has to be readable.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Knows_every_column_of_the_model(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var tables = await komeji.Read(db => Task.FromResult(BulkLoad.Columns(db)));
        tables.Count.ShouldBeGreaterThan(30);
        tables.SelectMany(t => t.Value.Left).Distinct().ShouldBe(["Id"]);
        tables["Orders"].Written.ShouldContain("Shipping_Fee");
    }

    /// <summary>Guards that are away while much is put in are made up for: what does not balance is not let in.</summary>
    [Theory, OnPostgres]
    public async Task Lets_no_journal_in_that_does_not_balance(Engine engine)
    {
        await using var market = await GrownMarket.Of(engine, new(Stores: 2, Products: 12, Orders: 3, Communities: 0, Documents: 0, Complaints: 0, Seed: 5));
        var komeji = market.Komeji;
        var journals = await komeji.Read(db => db.Journals.CountAsync());
        await komeji.Write(async db =>
        {
            await using var commit = await db.BeginAsync(CancellationToken.None);
            var bulk = BulkLoad.Into(db);
            await bulk.Disarm([typeof(Journal)], CancellationToken.None);
            await db.Database.ExecuteSqlRawAsync("""INSERT INTO "Entries" ("JournalId", "Account", "AccountKey", "Amount") SELECT "Id", 4010, '', 5 FROM "Journals" LIMIT 1""");
            (await Should.ThrowAsync<InvalidOperationException>(() => bulk.Arm(null, CancellationToken.None))).Message.ShouldContain("does not balance");
        });
        (await komeji.Read(db => db.Journals.CountAsync())).ShouldBe(journals);
        (await komeji.Read(db => db.MissingLedgerGuards(CancellationToken.None))).ShouldBeEmpty();
    }

    /// <summary>Every key, index and guard comes back by the name and with the meaning it had.</summary>
    [Theory, OnPostgres]
    public async Task Puts_back_every_key_and_index(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var before = await komeji.Read(Definitions);
        await komeji.Write(async db =>
        {
            await using var commit = await db.BeginAsync(CancellationToken.None);
            var bulk = BulkLoad.Into(db);
            await bulk.Disarm([typeof(Purchase), typeof(Payment), typeof(Journal), typeof(StateChange)], CancellationToken.None);
            (await Definitions(db)).Count.ShouldBeLessThan(before.Count - 20);
            await bulk.Arm(null, CancellationToken.None);
            await commit.CommitAsync(CancellationToken.None);
        });
        (await komeji.Read(Definitions)).ShouldBe(before);
    }

    static IQueryable<Purchase> Loaded(KomejiDb db) => db.Purchases.AsNoTracking().Include(p => p.Orders).ThenInclude(o => o.Lines).Include(p => p.Orders).ThenInclude(o => o.Timers).OrderBy(p => p.Number);

    /// <summary>Every value of every row of purchases and what hangs on them.</summary>
    static async Task<IReadOnlyList<string>> Facts(KomejiDb db)
    {
        var purchases = await db.Purchases.Include(p => p.Orders).ThenInclude(o => o.Lines).Include(p => p.Orders).ThenInclude(o => o.Timers).ToListAsync();
        purchases.ShouldNotBeEmpty();
        return [.. db.ChangeTracker.Entries().Select(e => e.Metadata.DisplayName() + " " + string.Join(", ", e.Properties.Select(p => $"{p.Metadata.Name}={p.CurrentValue}"))).Order(StringComparer.Ordinal)];
    }

    static async Task<IReadOnlyList<string>> Definitions(KomejiDb db) => await db.Database.SqlQueryRaw<string>(
        """
        SELECT conname || ' ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) AS "Value" FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema()
        UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
        ORDER BY 1
        """).ToListAsync();
}
