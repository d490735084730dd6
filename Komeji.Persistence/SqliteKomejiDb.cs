using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Persistence.Audit;
using Komeji.Persistence.Common;
using Komeji.Persistence.Ledger;
using Komeji.Persistence.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Komeji.Persistence;

/// <summary>SQLite: one writer at a time, so commands queue in the process instead of fighting for the file's lock.</summary>
public sealed class SqliteKomejiDb(DbContextOptions<SqliteKomejiDb> options) : KomejiDb(options)
{
    protected override string TriggerNames => """SELECT name AS "Value" FROM sqlite_master WHERE type = 'trigger'""";

    public override IReadOnlyList<string> LedgerGuards => [.. LedgerGuardsSqlite.Statements, .. AppendOnlySqlite.Statements];

    protected override string OfficeIndex => """CREATE INDEX IF NOT EXISTS "IX_LegalVerifications_Regency" ON "LegalVerifications" (substr("Region", 0 + 1, 5), "State", "DecidedAt")""";

    protected override IReadOnlyList<string> SearchIndexAway => SearchIndexSqlite.Away;

    protected override IReadOnlyList<string> SearchIndex => SearchIndexSqlite.Statements;

    protected override IReadOnlyList<string> SearchIndexRefill => SearchIndexSqlite.Refill;

    public override Task<ICommit> BeginAsync(CancellationToken cancellationToken) =>
        SqliteWriter.Begin(Database, cancellationToken);

    /// <summary>A deferred transaction reads from the log as it was at its first read and takes no writer's place.</summary>
    public override async Task<IAsyncDisposable> BeginSnapshot(CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        var reading = ((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true);
        await Database.UseTransactionAsync(reading, cancellationToken);
        return new Snapshot(Database, reading);
    }

    sealed class Snapshot(DatabaseFacade database, SqliteTransaction reading) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await database.UseTransactionAsync(null);
            await reading.DisposeAsync();
            await database.CloseConnectionAsync();
        }
    }

    /// <summary>Where there is no database yet, this makes it; opening it to serve never does.</summary>
    protected override async Task Alone(Func<Task> work, CancellationToken cancellationToken)
    {
        var read = new SqliteConnectionStringBuilder(Database.GetConnectionString());
        if (read.Mode == SqliteOpenMode.ReadWrite && !File.Exists(read.DataSource))
        {
            read.Mode = SqliteOpenMode.ReadWriteCreate;
            await using var making = new SqliteConnection(read.ConnectionString);
            await making.OpenAsync(cancellationToken);
            await using var log = new SqliteCommand("PRAGMA journal_mode = WAL", making);
            await log.ExecuteNonQueryAsync(cancellationToken);
        }

        await work();
    }

    /// <summary>Every transaction already has the one writer's place.</summary>
    public override Task TakeTurn(string name, CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task HoldShops(UserId buyer, CancellationToken cancellationToken) => Task.CompletedTask;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }

    protected override object Stored(DateTimeOffset at) => at.UtcTicks;

    /// <summary>SQLite compares text; ticks compare as time.</summary>
    sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
