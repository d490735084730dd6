using Komeji.Application.Ledger;
using Komeji.Application.Ordering;
using Komeji.Application.Payments;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Support;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Payments;

/// <summary>
/// The buyer's bank takes money back after it went to the shop (P12). Of 25,500 + 8,000: fee 1,275, PPN 140, cost 971, net fee 304,
/// the shop's 32,085. Worked by hand in docs/domain/ledger.md.
/// </summary>
public sealed class DisputeAfterReleaseTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_shop_got_is_held_at_once_and_comes_back_when_it_is_won(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine, vatBasisPoints: 1_100);
        var (placed, payment) = await Released(market);
        var shop = placed.Stores[0].Value.ToString();
        var dispute = market.StandIn.Books.OpenDispute(payment);
        market.StandIn.Post.Repeat();
        market.StandIn.Post.Shuffle = new Random(2);
        await market.Hear();
        (await market.Balance(2030, shop), await market.Balance(2035), await market.Balance(1200)).ShouldBe((0, -32_085, 33_500));
        (await market.Komeji.As(market.Seller).Send(new ShowSellerBalance(1))).DisputedHold.ShouldBe(new Rupiah(32_085));
        (await market.Komeji.As(market.Seller).Send(new ShowSellerOrder(placed.OrderNumbers[0]))).Order.IsHeld.ShouldBeTrue();
        await PayAtStripeTests.ShouldAgree(market);

        market.StandIn.Books.EndDispute(dispute, won: true);
        market.StandIn.Post.Repeat();
        await market.Hear();
        (await market.Balance(2030, shop), await market.Balance(2035), await market.Balance(1200)).ShouldBe((-32_085, 0, 0));
        await PayAtStripeTests.ShouldAgree(market);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Lost_shop_pool_cost_and_tax_give_up_what_they_got(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine, vatBasisPoints: 1_100);
        var (placed, payment) = await Released(market);
        var dispute = market.StandIn.Books.OpenDispute(payment);
        await market.Hear();
        market.StandIn.Books.EndDispute(dispute, won: false);
        market.StandIn.Post.Repeat();
        await market.Hear();
        (await market.Balance(1200), await market.Balance(2035), await market.Balance(2030), await market.Balance(2100)).ShouldBe((0, 0, 0, 0));
        (await market.Balance(2081, "2026-10"), await market.Balance(5010), await market.Balance(5030)).ShouldBe((0, 971, 0));
        (await market.Komeji.Read(db => db.Orders.Select(o => o.State).SingleAsync())).ShouldBe(OrderState.Completed);
        (await market.Komeji.Send(new ListWaitingWork(WaitingKind.Disputes, 1))).Rows.ShouldBeEmpty();
        await PayAtStripeTests.ShouldAgree(market);
    }

    /// <summary>10,050 is three tenths: goods 7,650, f' 382 (382.5), t' 42, n' 91 (91.2), held 9,626. The rest: 23,450, f' 893, t' 98, n' 213, held 22,459.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task In_two_parts_the_sum_is_that_of_one(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine, vatBasisPoints: 1_100);
        var (placed, payment) = await Released(market);
        var first = market.StandIn.Books.OpenDispute(payment, part: 1_005_000);
        await market.Hear();
        (await market.Balance(2035)).ShouldBe(-9_626);
        market.StandIn.Books.EndDispute(first, won: false);
        await market.Hear();
        (await market.Balance(2100)).ShouldBe(-304 + 91);
        (await market.Balance(2081, "2026-10")).ShouldBe(-140 + 42);
        (await market.Balance(2030)).ShouldBe(-32_085 + 9_626);
        await PayAtStripeTests.ShouldAgree(market);

        var second = market.StandIn.Books.OpenDispute(payment, part: 2_345_000);
        await market.Hear();
        (await market.Balance(2035)).ShouldBe(-22_459);
        market.StandIn.Books.EndDispute(second, won: false);
        await market.Hear();
        (await market.Balance(2100), await market.Balance(2081, "2026-10"), await market.Balance(2030), await market.Balance(1200)).ShouldBe((0, 0, 0, 0));
        (await market.Balance(5010)).ShouldBe(971);
        await PayAtStripeTests.ShouldAgree(market);
    }

    /// <summary>One order was declined and paid back, the other completed; then the bank takes the whole payment: 108,000 are lost twice, and that is the cooperative's.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_buyer_had_got_back_before_is_the_cooperatives_loss(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine, vatBasisPoints: 1_100);
        var placed = await market.Place(25_500, 100_000);
        var payment = await market.Pay(placed);
        await market.Decline(placed.Orders[1]);
        await market.Komeji.Run<DueRefunds>();
        await market.Hear();
        await market.Complete(placed.Orders[0]);
        market.StandIn.Books.EndDispute(market.StandIn.Books.OpenDispute(payment), won: false);
        await market.Hear();
        (await market.Balance(5030), await market.Balance(1200), await market.Balance(2035), await market.Balance(2030)).ShouldBe((108_000, 0, 0, 0));
        await PayAtStripeTests.ShouldAgree(market);
    }

    /// <summary>Held and completed orders of one payment: each gives up its own.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_one_payment_the_completed_order_is_held_and_the_other_frozen(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500, 100_000);
        var payment = await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        market.StandIn.Books.EndDispute(market.StandIn.Books.OpenDispute(payment), won: false);
        await market.Hear();
        (await market.Balance(1200), await market.Balance(2010), await market.Balance(2030)).ShouldBe((108_000, -108_000, 0));
        (await market.Komeji.Send(new ListWaitingWork(WaitingKind.Disputes, 1))).Rows.Single().Note.ShouldContain("kalah");
        await market.Decline(placed.Orders[1]);
        await market.Komeji.Run<DueRefunds>();
        (await market.Balance(1200), await market.Balance(2010), await market.Balance(2090)).ShouldBe((0, 0, 0));
        market.StandIn.Books.Refunds.ShouldBeEmpty();
        await PayAtStripeTests.ShouldAgree(market);
    }

    /// <summary>Random parts of random orders: what a shop gives up never exceeds what it got, and all parts together are exactly that.</summary>
    [Theory, OnSqlite(7)]
    public async Task However_it_is_cut_everybody_is_back_at_what_they_had(Engine engine, int seed)
    {
        var random = new Random(seed);
        await using var market = await MoneyMarket.OpenAtStripe(engine, vatBasisPoints: 1_100);
        for (var round = 0; round < TestSize.Of(3, 40); round++)
        {
            var placed = await market.Place(random.Next(10_000, 90_000));
            var payment = await market.Pay(placed);
            await market.Complete(placed.Orders[0]);
            var left = placed.Total.Amount;
            while (left > 0)
            {
                var part = left < 3_000 ? left : random.NextInt64(1, left + 1);
                market.StandIn.Books.EndDispute(market.StandIn.Books.OpenDispute(payment, part: part * 100), won: false);
                await market.Hear();
                left -= part;
            }
        }

        (await market.Balance(2030), await market.Balance(2035), await market.Balance(2100), await market.Balance(2081), await market.Balance(1200), await market.Balance(5030)).ShouldBe((0, 0, 0, 0, 0, 0));
        await PayAtStripeTests.ShouldAgree(market);
    }

    /// <summary>The bank thinks again: an officer gives the shop what it had given up, and all stand where they stood before the dispute.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_comes_back_after_the_loss_an_officer_gives_to_the_shop(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine, vatBasisPoints: 1_100);
        var (placed, payment) = await Released(market);
        var dispute = market.StandIn.Books.OpenDispute(payment);
        market.StandIn.Books.EndDispute(dispute, won: false);
        await market.Hear();
        market.StandIn.Books.EndDispute(dispute, won: true);
        await market.Hear();
        (await market.Balance(2091), await market.Balance(2030)).ShouldBe((-33_500, 0));
        var id = new DisputeId(Guid.Parse((await market.Komeji.Send(new ListWaitingWork(WaitingKind.Disputes, 1))).Rows.Single().Key!));
        (await Refused(market, market.Seller, new DecideMoneyBack(id, MoneyBackTo.Shops, "Bank membatalkan keputusannya"))).ShouldBe("staff.own_case");
        (await Refused(market, Officer, new DecideMoneyBack(id, MoneyBackTo.Shops, " "))).ShouldBe("dispute.reason_required");
        (await Refused(market, Officer, new DecideMoneyBack(id, MoneyBackTo.Buyer, "Bank membatalkan keputusannya"))).ShouldBe("dispute.no_refund");
        await PayAtStripeTests.ShouldAgree(market);

        await market.Komeji.As(Officer, Roles.Finance).Send(new DecideMoneyBack(id, MoneyBackTo.Shops, "Bank membatalkan keputusannya"));
        (await market.Balance(2091), await market.Balance(2030, placed.Stores[0].Value.ToString()), await market.Balance(2100)).ShouldBe((0, -32_085, -304));
        (await market.Balance(5010), await market.Balance(2081, "2026-10"), await market.Balance(5030)).ShouldBe((0, -140, 0));
        var step = (await market.Komeji.Send(new ShowDispute(id))).Steps[^1];
        (step.ReasonCode, step.Note).ShouldBe(("back_to_shops", "Bank membatalkan keputusannya"));
        (await market.Komeji.Send(new ListWaitingWork(WaitingKind.Disputes, 1))).Rows.ShouldBeEmpty();
        foreach (var to in Enum.GetValues<MoneyBackTo>())
        {
            (await Refused(market, Officer, new DecideMoneyBack(id, to, "Sekali lagi"))).ShouldBe("dispute.nothing_back");
        }

        await PayAtStripeTests.ShouldAgree(market);
    }

    static readonly UserId Officer = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));

    static async Task<string> Refused(MoneyMarket market, UserId officer, DecideMoneyBack decision) =>
        (await Should.ThrowAsync<RuleBroken>(() => market.Komeji.As(officer, Roles.Finance).Send(decision))).Code;

    static async Task<(Placed Placed, string Payment)> Released(MoneyMarket market)
    {
        var placed = await market.Place(25_500);
        var payment = await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        return (placed, payment);
    }
}
