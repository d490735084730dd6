using Komeji.Application.Common;
using Komeji.Application.Ledger;
using Komeji.Domain.Common;
using Komeji.Tests.Support;

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
