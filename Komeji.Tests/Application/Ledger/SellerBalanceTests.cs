using Komeji.Application.Common;
using Komeji.Application.Ledger;
using Komeji.Application.Ledger.Statements;
using Komeji.Application.Payouts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payouts;
using Komeji.Tests.Application.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Ledger;

/// <summary>What a seller sees of her own money.</summary>
public sealed class SellerBalanceTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Held_money_becomes_hers_with_a_balance_after_each_entry(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var (first, second, held) = (await market.Place(100_000), await market.Place(50_000), await market.Place(30_000));
        foreach (var placed in new[] { first, second, held })
        {
            await market.Pay(placed);
        }

        var before = await Look(market);
        before.Available.ShouldBe(Rupiah.Zero);
        before.Held.ShouldBe(new HeldMoney(new Rupiah(180_000 + (3 * 8_000)), 3));
        before.Entries.Rows.ShouldBeEmpty();

        await market.Complete(first.Orders[0]);
        await market.Complete(second.Orders[0]);
        var after = await Look(market);
        after.Held.ShouldBe(new HeldMoney(new Rupiah(38_000), 1));
        after.Available.ShouldBe(after.Entries.Rows[0].Balance);
        after.Available.ShouldBe(Rupiah.Sum(after.Entries.Rows.Select(e => e.Amount)));
        after.Available.ShouldBe(new Rupiah(100_000 - 5_000 + 50_000 - 2_500 + (2 * 8_000)));
        after.Entries.Rows.Select(e => e.OrderNumber).Distinct().ShouldBe([second.OrderNumbers[0], first.OrderNumbers[0]]);
        for (var i = 0; i + 1 < after.Entries.Rows.Count; i++)
        {
            (after.Entries.Rows[i].Balance - after.Entries.Rows[i].Amount).ShouldBe(after.Entries.Rows[i + 1].Balance);
        }

        (after.Entries.Rows[^1].Balance - after.Entries.Rows[^1].Amount).ShouldBe(Rupiah.Zero);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Balances_run_on_over_pages(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        for (var i = 1; i <= ShowSellerBalance.PageSize + 2; i++)
        {
            var placed = await market.Place(10_000 + i);
            await market.Pay(placed);
            await market.Complete(placed.Orders[0]);
        }

        var (one, two) = (await Look(market), await Look(market, 2));
        one.Entries.Rows.Count.ShouldBe(ShowSellerBalance.PageSize);
        two.Entries.Rows.ShouldNotBeEmpty();
        two.Entries.Rows[0].Balance.ShouldBe(one.Entries.Rows[^1].Balance - one.Entries.Rows[^1].Amount);
        var beyond = await Look(market, 100);
        (beyond.Entries.Rows.Count, beyond.Available).ShouldBe((0, one.Available));
    }

    /// <summary>
    /// 103,000 of the first order are paid out as far as they go: 100,000 stand in transit. Then all of it goes back to the buyer, 103,000, so
    /// the balance lacks 100,000; a second order brings 55,500. The page begins before the fall, at 3,000, and comes to −44,500.
    /// </summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_lacking_held_and_on_the_way_opens_to_what_it_is_made_of(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var (first, second, third) = (await market.Place(100_000), await market.Place(50_000), await market.Place(30_000));
        foreach (var placed in new[] { first, second, third })
        {
            await market.Pay(placed);
        }

        await market.Complete(first.Orders[0]);
        await market.Komeji.Write(async db =>
        {
            var store = await db.Stores.Where(s => s.OwnerId == market.Seller).Select(s => s.Id).SingleAsync();
            var payout = Payout.Request("CAIR-UJI", store, new Rupiah(100_000), new PayoutAccount("BCA", "******7890", "segel", "sidik", "Siti Aminah"), null, Actor.System, market.Komeji.Clock.GetUtcNow());
            db.Payouts.Add(payout);
            db.Journals.Add(PostingRules.PayoutAsked(payout, market.Komeji.Clock.GetUtcNow()));
        });
        await MoneyDesk.Decide(market, first.OrderNumbers[0], 100_000, 8_000);
        await market.Complete(second.Orders[0]);

        var page = await Look(market);
        (page.Available, page.Debt, page.OnTheWay, page.Held).ShouldBe((new Rupiah(-44_500), new Rupiah(44_500), new Rupiah(100_000), new HeldMoney(new Rupiah(38_000), 1)));
        var debt = await market.Komeji.As(market.Seller).Send(new ShowDebt(1));
        (debt.Debt, debt.Opening).ShouldBe((page.Debt, new Rupiah(3_000)));
        debt.Rows.Rows.Select(r => (r.Rule, r.Amount.Amount, r.Order)).ShouldBe([("P7", -103_000, first.OrderNumbers[0]), ("P5", 55_500, second.OrderNumbers[0])]);
        (debt.Opening + Rupiah.Sum(debt.Rows.Rows.Select(r => r.Amount))).ShouldBe(-debt.Debt);
        var held = await market.Komeji.Send(new ListHeldOrders(1));
        Rupiah.Sum(held.Orders.Rows.Select(o => o.Amount)).ShouldBe(page.Held.Amount);
        held.Disputed.ShouldBeEmpty();
        var payouts = await market.Komeji.Send(new ShowMyPayouts(1, OnTheWay: true));
        (payouts.OnTheWay, Rupiah.Sum(payouts.Payouts.Rows.Select(p => p.Amount))).ShouldBe((page.OnTheWay, page.OnTheWay));
        Rupiah.Sum(page.Entries.Rows.Select(e => e.Amount)).ShouldBe(page.Available);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_shop_sees_nothing_of_it_and_who_has_none_is_not_served(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(100_000);
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        var stalls = new Stalls(market.Komeji);
        var person = await stalls.Person();
        var other = await stalls.Shop();
        var theirs = await market.Komeji.As(other.Owner).Send(new ShowSellerBalance(1));
        (theirs.Available, theirs.Held, theirs.Entries.Total).ShouldBe((Rupiah.Zero, new HeldMoney(Rupiah.Zero, 0), 0));
        await Should.ThrowAsync<NotFound>(() => market.Komeji.As(person).Send(new ShowSellerBalance(1)));
    }

    static Task<SellerBalancePage> Look(MoneyMarket market, int page = 1) => market.Komeji.As(market.Seller).Send(new ShowSellerBalance(page));
}
