using Komeji.Application.Common;
using Komeji.Application.Ledger.Days;
using Komeji.Application.Ledger.Positions;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Tests.Application.Payments;
using Komeji.Tests.Application.Payouts;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Ledger;

/// <summary>Where every rupiah is: each figure is the ledger's, on any day, whether the day is closed or not.</summary>
public sealed class PositionTests
{
    static readonly DateOnly Monday = new(2026, 10, 5);

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_figure_is_the_ledgers_and_nothing_is_left_over(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, 1_100);
        await TradeInEveryState(market);

        var open = await market.Komeji.Send(new ShowPosition(null));
        await ShouldBeTheLedgers(market, open);
        market.Komeji.Clock.Advance(TimeSpan.FromDays(3));
        await market.Komeji.Run<DaysToClose>();
        (await market.Komeji.Read(db => db.LedgerDays.CountAsync())).ShouldBe(2);

        var closed = await market.Komeji.Send(new ShowPosition(Monday));
        Lines(closed).ShouldBe(Lines(open));
        await ShouldBeTheLedgers(market, closed);
        Lines(await market.Komeji.Send(new ShowPosition(null))).ShouldBe(Lines(open));
    }

    /// <summary>100.000 in goods is completed: 5 % fee, no PPN. 30.000 in goods is held. Shipping costs 8.000 each.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_case_worked_by_hand(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var (done, held) = (await market.Place(100_000), await market.Place(30_000));
        await market.Pay(done);
        await market.Pay(held);
        await market.Complete(done.Orders[0]);

        var position = await market.Komeji.Send(new ShowPosition(null));
        Of(position, Chart.Escrow).ShouldBe(new Rupiah(38_000));
        Of(position, Chart.SellerBalance).ShouldBe(new Rupiah(103_000));
        (Of(position, Chart.ProfitPool) - Of(position, Chart.ProviderCost)).ShouldBe(position.TotalAssets - new Rupiah(141_000));
        position.TotalAssets.ShouldBe(position.TotalDebts + position.TotalResult);
        position.Course[0].ShouldBe(new PositionDay(Monday, position.Course[0].Now, position.Course[0].Now));
        position.Course[0].Now.ShouldBe(new PositionSums(position.TotalAssets, position.TotalDebts, position.TotalResult));
        position.Course[^1].Now.ShouldBe(new PositionSums(Rupiah.Zero, Rupiah.Zero, Rupiah.Zero));
        position.Course.Count.ShouldBe(ShowPosition.Days);
    }

    /// <summary>16.59.59 UTC is still Monday in WIB, 17.00.00 is Tuesday.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_day_ends_at_midnight_in_WIB(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        market.Komeji.Clock.MoveTo(new DateTimeOffset(2026, 10, 5, 16, 59, 59, TimeSpan.Zero));
        var monday = await market.Place(25_500);
        await market.Pay(monday);
        market.Komeji.Clock.MoveTo(new DateTimeOffset(2026, 10, 5, 17, 0, 0, TimeSpan.Zero));
        var tuesday = await market.Place(40_000);
        await market.Pay(tuesday);

        await ShouldHold(market, Monday, 33_500, monday);
        await ShouldHold(market, Monday.AddDays(1), 81_500, monday, tuesday);
        market.Komeji.Clock.Advance(TimeSpan.FromDays(3));
        await market.Komeji.Run<DaysToClose>();
        await ShouldHold(market, Monday, 33_500, monday);
        await ShouldHold(market, Monday.AddDays(1), 81_500, monday, tuesday);

        // The first is completed on a day that is open; days before stand as they were, reached backwards from the last closed one.
        await market.Complete(monday.Orders[0]);
        await ShouldHold(market, Monday, 33_500, monday);
        await ShouldHold(market, Monday.AddDays(2), 81_500, monday, tuesday);
        await ShouldHold(market, Monday.AddDays(3), 81_500, monday, tuesday);
        await ShouldHold(market, Monday.AddDays(4), 48_000, tuesday);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_opens_to_its_entries_and_an_entry_to_its_journal(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        var store = placed.Stores[0].Value.ToString();

        var key = (await market.Komeji.Send(new ListAccountKeys(Chart.SellerBalance.Code, null, 1))).Keys.Rows.ShouldHaveSingleItem();
        (key.Key, key.Name).ShouldBe((store, "Toko 0 Jaya"));
        var page = await market.Komeji.Send(new ListKeyEntries(Chart.SellerBalance.Code, store, null, 1));
        var entry = page.Entries.Rows.ShouldHaveSingleItem();
        (page.Held, entry.Balance, -entry.Amount).ShouldBe((key.Amount, key.Amount, key.Amount));

        var journal = await market.Komeji.Send(new ShowJournal(entry.Journal));
        (journal.Rule, journal.Order, journal.Purchase).ShouldBe(("P5", placed.OrderNumbers[0], placed.Number));
        Rupiah.Sum(journal.Lines.Select(l => l.Amount)).ShouldBe(Rupiah.Zero);
        journal.Lines.Single(l => l.Account == Chart.Escrow).Name.ShouldBe(placed.OrderNumbers[0]);
        var all = await market.Komeji.Send(new ListOrderJournals(placed.OrderNumbers[0]));
        all.Select(j => j.Rule).ShouldContain("P1");
        all.ShouldContain(j => j.Id == entry.Journal);

        (await market.Komeji.Send(new ListKeyEntries(Chart.Escrow.Code, placed.Orders[0].Value.ToString(), null, 1))).Held.ShouldBe(Rupiah.Zero);
        (await market.Komeji.Send(new ListKeyEntries(Chart.SellerBalance.Code, "entah", null, 1))).Entries.Total.ShouldBe(0);
        await Should.ThrowAsync<NotFound>(() => market.Komeji.Send(new ListAccountKeys(9_999, null, 1)));
        await Should.ThrowAsync<NotFound>(() => market.Komeji.Send(new ShowJournal(JournalId.New(market.Komeji.Clock.GetUtcNow()))));
        await Should.ThrowAsync<NotFound>(() => market.Komeji.Send(new ListOrderJournals("KMJ-entah")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_payout_is_called_by_its_number_and_a_couriers_claim_by_its_purchase(Engine engine)
    {
        await using var market = await PayoutSteps.Ready(engine);
        var payout = await PayoutSteps.Ask(market);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        await MoneyDesk.Decide(market, placed.OrderNumbers[0], 5_000, courier: 40);

        var number = await market.Komeji.Read(db => db.Payouts.Where(p => p.Id == payout).Select(p => p.Number).SingleAsync());
        (await NamesOf(market, Chart.PayoutInTransit)).ShouldBe([number]);
        (await NamesOf(market, Chart.CourierClaim)).ShouldBe([placed.Number]);
    }

    static async Task<IEnumerable<string?>> NamesOf(MoneyMarket market, Account account) =>
        (await market.Komeji.Send(new ListAccountKeys(account.Code, null, 1))).Keys.Rows.Select(k => k.Name);

    /// <summary>Held, released, refunded whole and in part, given back after delivery, and not paid.</summary>
    static async Task TradeInEveryState(MoneyMarket market)
    {
        var placed = await market.Place(25_500, 30_000, 40_000);
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        await market.Decline(placed.Orders[1]);
        var parts = await market.Place((12_000L, 3));
        await market.Pay(parts);
        await market.ShipPart(parts.Orders[0], 2);
        await market.CancelRest(parts.Orders[0]);
        var back = await market.Place(50_000);
        await market.Pay(back);
        await market.DeliverAndRefund(back.Orders[0]);
        await market.Place(9_000);
    }

    static async Task ShouldBeTheLedgers(MoneyMarket market, Position position)
    {
        position.Difference.ShouldBe(Rupiah.Zero);
        foreach (var account in Chart.All)
        {
            var booked = account.AsRead(new Rupiah(await market.Balance(account.Code)));
            Of(position, account).ShouldBe(booked, account.Name);
            var page = await market.Komeji.Send(new ListAccountKeys(account.Code, position.Day, 1));
            page.Total.ShouldBe(booked, account.Name);
            Rupiah.Sum(page.Keys.Rows.Select(k => k.Amount)).ShouldBe(booked, account.Name);
            page.Keys.Rows.ShouldAllBe(k => !k.Amount.IsZero);
        }
    }

    static async Task ShouldHold(MoneyMarket market, DateOnly day, long held, params Placed[] orders)
    {
        Of(await market.Komeji.Send(new ShowPosition(day)), Chart.Escrow).ShouldBe(new Rupiah(held), $"{day:O}");
        (await market.Komeji.Send(new ListAccountKeys(Chart.Escrow.Code, day, 1))).Keys.Rows.Select(k => k.Name).Order()
            .ShouldBe(orders.Select(o => o.OrderNumbers[0]).Order(), customMessage: $"{day:O}");
    }

    static Rupiah Of(Position position, Account account) =>
        Rupiah.Sum(position.Assets.Concat(position.Debts).Concat(position.Result).Where(l => l.Account == account).Select(l => l.Amount));

    static List<(int, string, Rupiah)> Lines(Position position) =>
        [.. position.Assets.Concat(position.Debts).Concat(position.Result).Select(l => (l.Account.Code, l.Key, l.Amount))];
}
