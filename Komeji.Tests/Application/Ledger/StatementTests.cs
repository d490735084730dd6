using Komeji.Application.Common;
using Komeji.Application.Ledger.Statements;
using Komeji.Application.Ordering;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Ledger;

/// <summary>A seller's money month by month, and what of it is still held.</summary>
public sealed class StatementTests
{
    /// <summary>100.000 in goods: 103.000 is hers (5 % fee, 8.000 shipping). 50.000: 55.500. The second is completed a second before November in WIB, the third with it.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Each_month_goes_on_from_the_one_before(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var first = await Completed(market, 100_000);
        market.Komeji.Clock.MoveTo(new DateTimeOffset(2026, 10, 31, 16, 59, 59, TimeSpan.Zero));
        var second = await Completed(market, 50_000);
        market.Komeji.Clock.MoveTo(new DateTimeOffset(2026, 10, 31, 17, 0, 0, TimeSpan.Zero));
        var third = await Completed(market, 50_000);

        var months = await Seller(market).Send(new ListStatements());
        months.Select(m => (m.Month.Name, m.Opening.Amount, m.In.Amount, m.Out.Amount, m.Closing.Amount))
            .ShouldBe([("2026-11", 158_500, 55_500, 0, 214_000), ("2026-10", 0, 158_500, 0, 158_500)]);
        var october = await Seller(market).Send(new ShowStatement("2026-10", 1));
        (october.Store, october.Opening, october.Closing).ShouldBe(("Toko 0 Jaya", Rupiah.Zero, new Rupiah(158_500)));
        october.Rows.Rows.Select(r => (r.Rule, r.Amount.Amount, r.Balance.Amount, r.Order))
            .ShouldBe([("P5", 103_000, 103_000, first.OrderNumbers[0]), ("P5", 55_500, 158_500, second.OrderNumbers[0])]);
        var november = await Seller(market).Send(new ShowStatement("2026-11", 1));
        (november.Opening.Amount, november.Closing.Amount, november.Rows.Rows.Single().Order).ShouldBe((158_500L, 214_000L, third.OrderNumbers[0]));
        (-await market.Balance(Chart.SellerBalance.Code)).ShouldBe(214_000);
        (await Seller(market).Send(new ShowStatement("2026-12", 1))).ShouldSatisfyAllConditions(s => s.Rows.Total.ShouldBe(0), s => s.Closing.ShouldBe(new Rupiah(214_000)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_says_the_same(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await Completed(market, 100_000);
        var rows = await Rows(market);
        rows.Count.ShouldBe(3);
        rows[0].ShouldBe(["", "Saldo awal", "", "", "", "", "", ""]);
        rows[1].ShouldBe(["2026-10-05 09:00:00", "Pesanan selesai", $"Pesanan {placed.OrderNumbers[0]} selesai", placed.OrderNumbers[0], 103_000L, "", 103_000L, ""]);
        rows[2].ShouldBe(["", "Saldo akhir", "", "", "", "", 103_000L, ""]);
    }

    /// <summary>A month of more movements than a page: balances run on from page to page, and the file has all of them.</summary>
    [Theory, OnSqlite]
    public async Task A_busy_month_is_paged_and_the_file_holds_all_of_it(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        for (var i = 0; i < ShowStatement.PageSize + 2; i++)
        {
            await Completed(market, 10_000 + i);
        }

        var (one, two) = (await Seller(market).Send(new ShowStatement("2026-10", 1)), await Seller(market).Send(new ShowStatement("2026-10", 2)));
        (one.Rows.Rows.Count, two.Rows.Rows.Count, one.Rows.Total).ShouldBe((ShowStatement.PageSize, 2, ShowStatement.PageSize + 2));
        two.Rows.Rows[0].Balance.ShouldBe(one.Rows.Rows[^1].Balance + two.Rows.Rows[0].Amount);
        two.Rows.Rows[^1].Balance.ShouldBe(two.Closing);
        var file = await Rows(market);
        (file.Count, file[^1][6]).ShouldBe((ShowStatement.PageSize + 4, (object)two.Closing.Amount));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_shop_sees_nothing_of_it_and_a_month_that_is_none_is_not_found(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await Completed(market, 100_000);
        await market.Pay(await market.Place(30_000));
        var stalls = new Stalls(market.Komeji);
        var person = await stalls.Person();
        var other = await stalls.Shop();

        (await market.Komeji.As(other.Owner).Send(new ListStatements())).ShouldBeEmpty();
        (await market.Komeji.As(other.Owner).Send(new ShowStatement("2026-10", 1))).ShouldSatisfyAllConditions(s => s.Rows.Total.ShouldBe(0), s => s.Closing.ShouldBe(Rupiah.Zero));
        (await market.Komeji.As(other.Owner).Send(new ListHeldOrders(1))).ShouldSatisfyAllConditions(h => h.Orders.Total.ShouldBe(0), h => h.Total.ShouldBe(Rupiah.Zero));
        await Should.ThrowAsync<NotFound>(() => market.Komeji.As(person).Send(new ListStatements()));
        await Should.ThrowAsync<NotFound>(() => market.Komeji.As(person).Send(new ListHeldOrders(1)));
        foreach (var none in new[] { "2026-13", "2026", "oktober", "1026-10" })
        {
            await Should.ThrowAsync<NotFound>(() => Seller(market).Send(new ShowStatement(none, 1)));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Held_orders_say_since_when_and_until_when_at_the_latest(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var (waiting, sent, done) = (await market.Place(30_000), await market.Place(40_000), await market.Place(50_000));
        foreach (var placed in new[] { waiting, sent, done })
        {
            await market.Pay(placed);
            market.Komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await Seller(market).Send(new AcceptOrder(sent.OrderNumbers[0]));
        await Seller(market).Send(new ShipOrder(sent.OrderNumbers[0], "JX1234567890"));
        await market.Complete(done.Orders[0]);

        var page = await Seller(market).Send(new ListHeldOrders(1));
        page.Total.ShouldBe(new Rupiah(38_000 + 48_000));
        page.Orders.Rows.Select(o => (o.Number, o.Amount.Amount, o.State)).ShouldBe(
            [(waiting.OrderNumbers[0], 38_000, OrderState.AwaitingSeller), (sent.OrderNumbers[0], 48_000, OrderState.Shipped)]);
        page.Orders.Rows[0].ReleasedBy.ShouldBeNull();
        var assumed = await market.Komeji.Read(db => db.OrderTimers.Where(t => t.OrderId == sent.Orders[0] && t.EndedAt == null).Select(t => t.DueAt).SingleAsync());
        page.Orders.Rows[1].ReleasedBy.ShouldNotBeNull().ShouldBeGreaterThan(assumed.AddDays(5));
        page.Orders.Rows[1].Since.ShouldBe(new DateTimeOffset(2026, 10, 5, 2, 1, 0, TimeSpan.Zero));
    }

    /// <summary>October's file: rows are read while it is written, within the request.</summary>
    static async Task<List<IReadOnlyList<object>>> Rows(MoneyMarket market)
    {
        await using var scope = Seller(market).Services.CreateAsyncScope();
        return await (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ExportStatement("2026-10"))).Rows.ToListAsync();
    }

    static TestKomeji Seller(MoneyMarket market) => market.Komeji.As(market.Seller);

    static async Task<Placed> Completed(MoneyMarket market, long goods)
    {
        var placed = await market.Place(goods);
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        return placed;
    }
}
