using Komeji.Application.Common;
using Komeji.Application.Ledger;
using Komeji.Application.Ledger.Days;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Persistence;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Ledger;

/// <summary>Days are closed one after the other, once, and whoever changes one of them is seen.</summary>
public sealed class LedgerDayTests
{
    const string Chain = "I10 chain of days";
    const string Kept = "I3 kept totals agree";

    static readonly DateOnly Monday = new(2026, 10, 5);

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_day_goes_on_from_the_one_before_also_one_without_journals(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        (await market.Komeji.Run<DaysToClose>()).Done.ShouldBe(0);
        await market.Pay(await market.Place(25_500));
        market.Komeji.Clock.Advance(TimeSpan.FromDays(2));
        await market.Pay(await market.Place(40_000));

        // Wednesday waits until Thursday is over in WIB, too.
        market.Komeji.Clock.MoveTo(new DateTimeOffset(2026, 10, 8, 16, 59, 59, TimeSpan.Zero));
        (await market.Komeji.Run<DaysToClose>()).ShouldSatisfyAllConditions(r => r.Done.ShouldBe(2), r => r.Failures.ShouldBe(0));
        market.Komeji.Clock.MoveTo(new DateTimeOffset(2026, 10, 8, 17, 0, 0, TimeSpan.Zero));
        await market.Komeji.Run<DaysToClose>();
        await market.Komeji.Run<DaysToClose>();

        var days = await Days(market);
        days.Select(d => d.Day).ShouldBe([Monday, Monday.AddDays(1), Monday.AddDays(2)]);
        days.Select(d => d.Journals > 0).ShouldBe([true, false, true]);
        days.Select(d => d.Before).ShouldBe([LedgerDay.Beginning, days[0].Hash, days[1].Hash]);
        days.Select(d => d.Hash).ShouldBeUnique();
        days.Sum(d => d.Entries).ShouldBe(await market.Komeji.Read(db => db.Entries.CountAsync()));
        await ShouldSay(market, (Chain, true), (Kept, true));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_day_is_closed_once_and_none_is_left_out(Engine engine)
    {
        await using var market = await Closed(engine);
        var before = await Days(market);
        await market.Komeji.Send(new CloseLedgerDay(Monday));
        (await Days(market)).Select(d => d.Hash).ShouldBe(before.Select(d => d.Hash));
        await Should.ThrowAsync<InvalidOperationException>(() => market.Komeji.Send(new CloseLedgerDay(before[^1].Day.AddDays(1))), "the day after it is not over");
        market.Komeji.Clock.Advance(TimeSpan.FromDays(5));
        await Should.ThrowAsync<InvalidOperationException>(() => market.Komeji.Send(new CloseLedgerDay(before[^1].Day.AddDays(2))), "the one before it is open");
        (await Days(market)).Count.ShouldBe(before.Count);
    }

    /// <summary>A process that began with a clock days ahead cannot know it; the database's machine does.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_clock_ahead_of_the_databases_closes_no_day_that_is_still_to_be_booked_in(Engine engine)
    {
        var right = new DatabaseClock { At = new TestClock().GetUtcNow() };
        await using var market = await MoneyMarket.Open(engine, more: services => services.AddSingleton<IDatabaseClock>(right));
        await market.Pay(await market.Place(25_500));
        market.Komeji.Clock.Advance(TimeSpan.FromDays(5));

        (await market.Komeji.Run<DaysToClose>()).Done.ShouldBe(0);
        await Should.ThrowAsync<InvalidOperationException>(() => market.Komeji.Send(new CloseLedgerDay(Monday)));
        right.At = Wib.StartOf(Monday.AddDays(2));
        (await market.Komeji.Run<DaysToClose>()).Done.ShouldBe(1);
        (await Days(market)).Select(d => d.Day).ShouldBe([Monday]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whatever_is_changed_in_a_closed_day_is_seen(Engine engine)
    {
        string[] damages =
        [
            "UPDATE \"Journals\" SET \"Memo\" = 'lain' WHERE \"Rule\" = 'P5'",
            "UPDATE \"Journals\" SET \"Rule\" = 'P7' WHERE \"Rule\" = 'P5'",
            "UPDATE \"Journals\" SET \"Key\" = \"Key\" || 'x' WHERE \"Rule\" = 'P5'",
            "UPDATE \"Entries\" SET \"AccountKey\" = 'lain' WHERE \"Account\" = 2030",
            "UPDATE \"LedgerDays\" SET \"Hash\" = \"Before\"",
            "DELETE FROM \"LedgerDays\" WHERE \"Day\" = (SELECT min(\"Day\") FROM \"LedgerDays\")",
            "DELETE FROM \"LedgerDays\" WHERE \"Day\" = (SELECT max(\"Day\") FROM \"LedgerDays\" WHERE \"Day\" < (SELECT max(\"Day\") FROM \"LedgerDays\"))",
        ];
        foreach (var damage in damages)
        {
            await using var market = await Closed(engine);
            await ShouldSay(market, (Chain, true), (Kept, true));
            await market.Komeji.Read(async db =>
            {
                await VerifyLedgerTests.WithoutGuards(db, damage);
                return true;
            });
            (await Checks(market)).Single(c => c.Name == Chain).Ok.ShouldBeFalse(damage);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_database_refuses_to_change_or_remove_a_day(Engine engine)
    {
        await using var market = await Closed(engine);
        foreach (var sql in new[] { "UPDATE \"LedgerDays\" SET \"Journals\" = 0", "DELETE FROM \"LedgerDays\"" })
        {
            (await Should.ThrowAsync<System.Data.Common.DbException>(() => market.Komeji.Read(db => db.Database.ExecuteSqlRawAsync(sql)))).Message.ShouldContain("ledger_append_only");
        }
    }

    /// <summary>The last moment of the last closed day, by the microsecond, is shut; the first of the next is not. Without the guard the chain breaks.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task The_database_refuses_a_journal_in_a_closed_day(Engine engine)
    {
        await using var market = await Closed(engine);
        var open = Wib.StartOf((await Days(market))[^1].Day.AddDays(1));
        Task Book(string settlement, DateTimeOffset at) => market.Komeji.Write(db =>
        {
            db.Journals.Add(PostingRules.ProviderSettled("sandbox", settlement, new Rupiah(1_000), at, at));
            return Task.CompletedTask;
        });
        foreach (var at in new[] { open - TimeSpan.FromMicroseconds(1), open.AddDays(-2), open.AddDays(-90) })
        {
            (await Should.ThrowAsync<DbUpdateException>(() => Book("terlambat", at))).InnerException!.Message.ShouldContain("ledger_day_closed");
        }

        await Book("tepat", open);
        await ShouldSay(market, (Chain, true), (Kept, true));
        await market.Komeji.Read(db => db.Database.ExecuteSqlRawAsync(engine == Engine.Sqlite ? "DROP TRIGGER ledger_day_open" : "DROP TRIGGER ledger_day_open ON \"Journals\""));
        await Book("terlambat", open - TimeSpan.FromMicroseconds(1));
        await ShouldSay(market, (Chain, false), ("I10 append-only guards", false));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Kept_totals_that_are_wrong_are_seen_and_made_anew(Engine engine)
    {
        await using var market = await Closed(engine);
        Func<KomejiDb, Task>[] damages =
        [
            db => db.DayTotals.Where(t => t.Account == 2010).ExecuteUpdateAsync(s => s.SetProperty(t => t.Debit, new Rupiah(1))),
            db => db.DayTotals.ExecuteDeleteAsync(),
            db => db.KeyBalances.ExecuteUpdateAsync(s => s.SetProperty(b => b.Balance, new Rupiah(7))),
            db => db.KeyBalances.ExecuteDeleteAsync(),
        ];
        foreach (var damage in damages)
        {
            await market.Komeji.Read(async db =>
            {
                await damage(db);
                return true;
            });
            await ShouldSay(market, (Chain, true), (Kept, false));
            (await market.Komeji.Send(new RebuildDayBooks())).ShouldBe((await Days(market)).Count);
            await ShouldSay(market, (Chain, true), (Kept, true));
        }
    }

    /// <summary>Three days with an order held and one released, all closed.</summary>
    static async Task<MoneyMarket> Closed(Engine engine)
    {
        var market = await MoneyMarket.Open(engine);
        var (first, held) = (await market.Place(25_500), await market.Place(30_000));
        await market.Pay(first);
        await market.Pay(held);
        market.Komeji.Clock.Advance(TimeSpan.FromDays(1));
        await market.Complete(first.Orders[0]);
        market.Komeji.Clock.Advance(TimeSpan.FromDays(3));
        await market.Komeji.Run<DaysToClose>();
        return market;
    }

    sealed class DatabaseClock : IDatabaseClock
    {
        public DateTimeOffset At { get; set; }

        public Task<DateTimeOffset> Now(CancellationToken cancellationToken) => Task.FromResult(At);
    }

    static Task<List<LedgerDay>> Days(MoneyMarket market) => market.Komeji.Read(db => db.LedgerDays.AsNoTracking().OrderBy(d => d.Day).ToListAsync());

    static async Task<IReadOnlyList<LedgerCheck>> Checks(MoneyMarket market) => (await market.Komeji.Send(new VerifyLedger())).Checks;

    static async Task ShouldSay(MoneyMarket market, params (string Check, bool Ok)[] said)
    {
        var checks = await Checks(market);
        said.Select(s => (s.Check, checks.Single(c => c.Name == s.Check).Ok)).ShouldBe(said, customMessage: string.Join("; ", checks.Where(c => !c.Ok).Select(c => $"{c.Name}: {c.Detail}")));
    }
}
