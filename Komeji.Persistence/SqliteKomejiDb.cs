using Komeji.Application.Common;
using Komeji.Persistence.Common;
using Komeji.Persistence.Ledger;
using Komeji.Persistence.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Komeji.Persistence;

/// <summary>SQLite: one writer at a time, so commands queue in the process instead of fighting for the file's lock.</summary>
public sealed class SqliteKomejiDb(DbContextOptions<SqliteKomejiDb> options) : KomejiDb(options)
{
    protected override string TriggerNames => """SELECT name AS "Value" FROM sqlite_master WHERE type = 'trigger'""";

    public override IReadOnlyList<string> LedgerGuards => LedgerGuardsSqlite.Statements;

    protected override IReadOnlyList<string> SearchIndexAway => SearchIndexSqlite.Away;

    protected override IReadOnlyList<string> SearchIndex => SearchIndexSqlite.Statements;

    protected override IReadOnlyList<string> SearchIndexRefill => SearchIndexSqlite.Refill;

    public override Task<ICommit> BeginAsync(CancellationToken cancellationToken) =>
        SqliteWriter.Begin(Database, cancellationToken);

    /// <summary>Every transaction already has the one writer's place.</summary>
    public override Task TakeTurn(string name, CancellationToken cancellationToken) => Task.CompletedTask;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
    }

    /// <summary>SQLite compares text; ticks compare as time.</summary>
    sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(at => at.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
