using System.Data;
using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Regions;
using Komeji.Persistence.Audit;
using Komeji.Persistence.Common;
using Komeji.Persistence.Ledger;
using Komeji.Persistence.Search;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Persistence;

/// <summary>PostgreSQL: read committed, with conditional updates and version tokens where two may meet.</summary>
public sealed class PostgresKomejiDb(DbContextOptions<PostgresKomejiDb> options) : KomejiDb(options)
{
    protected override string TriggerNames => """SELECT tgname AS "Value" FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'""";

    public override IReadOnlyList<string> LedgerGuards => [.. LedgerGuardsPostgres.Statements, .. AppendOnlyPostgres.Statements];

    protected override string OfficeIndex => """CREATE INDEX IF NOT EXISTS "IX_LegalVerifications_Regency" ON "LegalVerifications" (substring("Region", 1, 5), "State", "DecidedAt")""";

    protected override IReadOnlyList<string> SearchIndexAway => SearchIndexPostgres.Away;

    protected override IReadOnlyList<string> SearchIndex => SearchIndexPostgres.Statements;

    protected override IReadOnlyList<string> SearchIndexRefill => SearchIndexPostgres.Refill;

    public override async Task<ICommit> BeginAsync(CancellationToken cancellationToken)
    {
        Database.AutoSavepointsEnabled = false; // A failed save fails the whole transaction; a point to go back to would be two more round trips.
        return new Commit(await Database.BeginTransactionAsync(cancellationToken), null);
    }

    public override async Task<IAsyncDisposable> BeginSnapshot(CancellationToken cancellationToken)
    {
        // Whoever wants one moment of everything reads much, and sums it.
        Database.SetCommandTimeout(LongestStatement);
        var reading = await Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await Database.ExecuteSqlAsync($"SET LOCAL work_mem = '128MB'", cancellationToken);
        return reading;
    }

    public override Task TakeTurn(string name, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", cancellationToken);

    /// <summary>The name is that of the turn in which a shop is decided on. In one order, so that nobody waits in a ring.</summary>
    public override Task HoldShops(UserId buyer, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync(
            $"""
            SELECT pg_advisory_xact_lock_shared(hashtextextended('store ' || s."StoreId"::text, 0)) FROM (
                SELECT DISTINCT p."StoreId" FROM "Carts" c JOIN "CartLine" l ON l."CartId" = c."Id" JOIN "Variants" v ON v."Id" = l."VariantId"
                JOIN "Products" p ON p."Id" = v."ProductId" WHERE c."OwnerId" = {buyer.Value} ORDER BY p."StoreId") s
            """,
            cancellationToken);

    /// <summary>
    /// The lock belongs to the connection. The lock that comes with migrations is given up after each of several, and another process
    /// could begin in between. Where there is no database yet, migrating makes it.
    /// </summary>
    protected override async Task Alone(Func<Task> work, CancellationToken cancellationToken)
    {
        if (!await Database.CanConnectAsync(cancellationToken))
        {
            await work();
            return;
        }

        await Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_lock(hashtextextended('bring up to date', 0))", cancellationToken);
            await work();
        }
        finally
        {
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock_all()", CancellationToken.None);
            await Database.CloseConnectionAsync();
        }
    }

    /// <summary>Words are looked up by a range of their beginnings, which needs the order of their bytes, as SQLite has it.</summary>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<RegionWord>().Property(w => w.Word).UseCollation("C");
    }
}
