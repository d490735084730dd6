using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Persistence;

/// <summary>The database itself refuses an unbalanced, empty, changed or appended-to journal, on both engines.</summary>
public sealed class LedgerGuardTests
{
    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task Accepts_a_balanced_journal(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await Post(database, "a");
        await using var db = database.Open();
        (await db.Entries.CountAsync()).ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Refuses_an_unbalanced_empty_changed_doubled_or_appended_journal(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        var id = await Post(database, "a");
        await Refused(database, NewJournal(engine, "b", 2) + Entry(engine, "b", 1010, 100) + Entry(engine, "b", 2010, -99));
        await Refused(database, NewJournal(engine, "c", 2) + Entry(engine, "c", 1010, 100));
        await Refused(database, NewJournal(engine, "d", 2));
        await Refused(database, Entry(engine, id, 1010, 5) + Entry(engine, id, 2010, -5));
        await Refused(database, """UPDATE "Entries" SET "Amount" = "Amount" * 2;""");
        await Refused(database, """DELETE FROM "Entries";""");
        await Refused(database, """UPDATE "Journals" SET "Memo" = 'x';""");
        await Refused(database, """DELETE FROM "Journals";""");
        await Should.ThrowAsync<DbUpdateException>(() => Post(database, "a"));
        await using var after = database.Open();
        (await after.Journals.CountAsync()).ShouldBe(1);
        (await after.Entries.SumAsync(e => (long)e.Amount)).ShouldBe(0);
    }

    static string NewJournal(Engine engine, string name, int lines) =>
        $"""INSERT INTO "Journals" ("Id","Key","Rule","Memo","EventAt","BookedAt","Period","LineCount") SELECT {Id(engine, name)}, 'raw-{name}', "Rule","Memo","EventAt","BookedAt","Period",{lines} FROM "Journals" LIMIT 1;""";

    static string Entry(Engine engine, string journal, int account, long amount) =>
        $"""INSERT INTO "Entries" ("JournalId","Account","AccountKey","Amount") VALUES ({Id(engine, journal)}, {account}, '', {amount});""";

    static string Id(Engine engine, string name) =>
        Guid.TryParse(name, out var id)
            ? $"'{id.ToString().ToUpperInvariant()}'"
            : $"'{new Guid(name[0], 0, 0, [0, 0, 0, 0, 0, 0, 0, (byte)engine]).ToString().ToUpperInvariant()}'";

    static async Task Refused(TestDatabase database, string sql)
    {
        await using var db = database.Open();
        var refused = false;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlRawAsync(sql);
            await transaction.CommitAsync();
        }
        catch (System.Data.Common.DbException)
        {
            refused = true;
        }

        refused.ShouldBeTrue(sql);
    }

    static async Task<string> Post(TestDatabase database, string settlement)
    {
        await using var db = database.Open();
        var journal = PostingRules.ProviderSettled("sandbox", settlement, new Rupiah(1_000), Now, Now);
        db.Journals.Add(journal);
        await db.SaveChangesAsync();
        return journal.Id.Value.ToString();
    }
}
