using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Application.Ledger.Exports;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Ledger;

/// <summary>Files for the accountant hold what the books hold, and who took them is written down.</summary>
public sealed class BookExportTests
{
    static readonly DateOnly Monday = new(2026, 10, 5);

    [Theory, OnSqlite, OnPostgres]
    public async Task The_journal_holds_every_line_and_balances(Engine engine)
    {
        await using var market = await Traded(engine);
        var rows = await Rows(market, new ExportJournals(null, null, false));

        rows.Count.ShouldBe(await market.Komeji.Read(db => db.Entries.CountAsync()));
        rows.ShouldAllBe(r => r.Count == 13);
        rows.Sum(r => Number(r[8])).ShouldBe(rows.Sum(r => Number(r[9])));
        rows.GroupBy(r => r[12]).ShouldAllBe(journal => journal.Sum(r => Number(r[8])) == journal.Sum(r => Number(r[9])));
        var orders = await market.Komeji.Read(db => db.Orders.Select(o => o.Number).ToListAsync());
        rows.Where(r => Equals(r[2], "P5")).ShouldAllBe(r => orders.Contains((string)r[10]));
        ((string)rows[0][0]).ShouldBe("2026-10-05 09:00:00");
        (await Rows(market, new ExportJournals(Monday.AddDays(-3), Monday.AddDays(-1), true))).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_general_ledger_goes_from_the_opening_to_the_closing_balance(Engine engine)
    {
        await using var market = await Traded(engine);
        var escrow = await Rows(market, new ExportAccount(Chart.Escrow.Code, null, null, true));
        var booked = -await market.Balance(Chart.Escrow.Code);
        escrow[0].ShouldBe(["", "", "Saldo awal", "", "", "", "", "", "", "", ""]);
        (Number(escrow[^1][7]), Number(escrow[^2][7])).ShouldBe((booked, booked));
        escrow.Count.ShouldBe(2 + await market.Komeji.Read(db => db.Entries.CountAsync(e => e.Account == 2010)));

        // On the next day that balance is what there was before.
        market.Komeji.Clock.Advance(TimeSpan.FromDays(1));
        var next = await Rows(market, new ExportAccount(Chart.Escrow.Code, Monday.AddDays(1), null, false));
        next.Select(r => Number(r[7])).ShouldBe([booked, booked]);
        await Should.ThrowAsync<NotFound>(() => Rows(market, new ExportAccount(9_999, null, null, false)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_trial_balance_agrees_with_every_account(Engine engine)
    {
        await using var market = await Traded(engine);
        var rows = await Rows(market, new ExportTrialBalance(null, null, true));
        foreach (var row in rows.SkipLast(1))
        {
            (Number(row[6]) - Number(row[7])).ShouldBe(await market.Balance((int)Number(row[0])), (string)row[1]);
            (Number(row[2]) + Number(row[4]) - Number(row[3]) - Number(row[5])).ShouldBe(Number(row[6]) - Number(row[7]), (string)row[1]);
        }

        var total = rows[^1];
        (Number(total[4]), Number(total[6])).ShouldBe((Number(total[5]), Number(total[7])));
        Number(total[4]).ShouldBeGreaterThan(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_took_what_is_written_down_and_a_span_without_sense_is_refused(Engine engine)
    {
        await using var market = await Traded(engine);
        var officer = await market.Komeji.Registered("uang@contoh.id", name: "Bu Wati");
        market.Komeji.As(new UserId(officer.UserId), Roles.Board);
        await market.Komeji.Send(new ExportTrialBalance(new DateOnly(2026, 10, 1), Monday, true));
        var act = (await market.Komeji.Send(new ShowPerson(officer.UserId))).Acts.Single(a => a.Code == PersonHistory.BooksExported);
        (act.By, act.Reason).ShouldBe(("Bu Wati", "Neraca saldo 2026-10-01 sampai 2026-10-05, XLSX"));

        (await Should.ThrowAsync<RuleBroken>(() => market.Komeji.Send(new ExportJournals(Monday, Monday.AddDays(-1), false)))).Code.ShouldBe("ledger.period");
        (await Should.ThrowAsync<RuleBroken>(() => market.Komeji.Send(new ExportJournals(Monday.AddDays(-BookPeriod.MostDays), Monday, false)))).Code.ShouldBe("ledger.period");
        BookPeriod.Of(Monday.AddDays(1 - BookPeriod.MostDays), Monday.AddDays(9), Monday).To.ShouldBe(Monday);
        (await market.Komeji.Read(db => db.StateChanges.CountAsync(c => c.ReasonCode == PersonHistory.BooksExported))).ShouldBe(1);
    }

    static async Task<MoneyMarket> Traded(Engine engine)
    {
        var market = await MoneyMarket.Open(engine, 1_100);
        var placed = await market.Place(25_500, 30_000, 40_000);
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        await market.Decline(placed.Orders[1]);
        return market;
    }

    /// <summary>Rows are read while the file is written, within the request.</summary>
    static async Task<List<IReadOnlyList<object>>> Rows(MoneyMarket market, ICommand<BookTable> export)
    {
        market.Komeji.As(new UserId(Guid.CreateVersion7(market.Komeji.Clock.GetUtcNow())), Roles.Finance);
        await using var scope = market.Komeji.Services.CreateAsyncScope();
        return await (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(export)).Rows.ToListAsync();
    }

    static long Number(object cell) => cell is long number ? number : 0;
}
