using Komeji.Application.Common;
using Komeji.Application.Ledger;
using Komeji.Application.Ordering;
using Komeji.Application.Payments;
using Komeji.Application.Payments.Desk;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Komeji.Tests.Application.Payments.MoneyDesk;

namespace Komeji.Tests.Application.Payments;

/// <summary>
/// Officers give back what they decide, once and no more than was paid. Of 25,500 + 8,000: fee 1,275, PPN 140, cost 234, net fee 1,041,
/// the shop's 32,085. Worked by hand in docs/domain/ledger.md.
/// </summary>
public sealed class DecideRefundTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task After_the_release_shop_pool_and_State_give_up_their_parts(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, vatBasisPoints: 1_100);
        var (placed, number) = await Paid(market);
        await market.Complete(placed.Orders[0]);
        await Decide(market, number, 10_000);
        (await market.Balance(2030), await market.Balance(2100), await market.Balance(2081), await market.Balance(2090)).ShouldBe((-22_639, -633, -86, -10_000));
        await market.ShouldBeSound();

        await Decide(market, number, 15_500, 8_000);
        (await market.Balance(2030), await market.Balance(2100), await market.Balance(2081), await market.Balance(5010)).ShouldBe((0, 0, 0, 234));
        await market.Komeji.Run<DueRefunds>();
        (await market.Balance(2090)).ShouldBe(0);
        (await Refused(() => Decide(market, number, 1))).ShouldBe("refund.too_much");
        (await market.Komeji.As(market.Buyer).Send(new ShowOrderMoney(number))).Refunded.ShouldBe(new Rupiah(33_500));
        (await market.Komeji.Read(db => db.Orders.Select(o => o.State).SingleAsync())).ShouldBe(OrderState.Completed);
        await market.ShouldBeSound();
    }

    /// <summary>10,000, the courier bears 40 %: 27,500 stay held; fee 975, PPN 107, net fee 741. After the release the rest, 23,500: f' 775, t' 85, n' 589; what the courier bore, 4,000, stays the shop's less its fee.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task While_it_is_held_only_the_shops_part_leaves_the_held_money(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, vatBasisPoints: 1_100);
        var (placed, number) = await Paid(market);
        (await Refused(() => Decide(market, number, 10_000))).ShouldBe("refund.order_state");
        await market.ShipPart(placed.Orders[0]);
        await Decide(market, number, 10_000, courier: 40);
        (await market.Balance(2010), await market.Balance(1030), await market.Balance(2090)).ShouldBe((-27_500, 4_000, -10_000));
        await market.ShouldBeSound();

        await market.Receive(placed.Orders[0]);
        (await market.Balance(2030), await market.Balance(2100), await market.Balance(2081)).ShouldBe((-26_418, -741, -107));
        await Decide(market, number, 15_500, 8_000);
        (await market.Balance(2030), await market.Balance(2100), await market.Balance(2081)).ShouldBe((-3_778, -152, -22));
        await market.Komeji.Run<DueRefunds>();
        (await market.Balance(2090), await market.Balance(1030)).ShouldBe((0, 4_000));
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_courier_lost_the_buyer_has_back_and_the_shop_is_paid(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, vatBasisPoints: 1_100);
        var (placed, number) = await Paid(market);
        await market.ShipPart(placed.Orders[0]);
        (await Refused(() => Decide(market, number, 25_500, 8_000, courier: 100))).ShouldBe("refund.on_its_way");
        await market.Komeji.As(market.Seller).Send(new ReturnOrder(number, "Kurir mengaku hilang"));
        await Decide(market, number, 25_500, 8_000, courier: 100);
        (await market.Komeji.Read(db => db.Orders.Select(o => o.State).SingleAsync())).ShouldBe(OrderState.Refunded);
        (await market.Balance(2010), await market.Balance(1030), await market.Balance(2030), await market.Balance(2090)).ShouldBe((0, 33_500, -32_085, -33_500));
        await market.ShouldBeSound();
    }

    /// <summary>10,000 went back, then the bank takes all 33,500: the shop gives up what is left of it, 23,500, and the buyer's second 10,000 are the cooperative's loss.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_dispute_takes_from_the_shop_only_what_no_refund_took(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine, vatBasisPoints: 1_100);
        var placed = await market.Place(25_500);
        var payment = await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        await Decide(market, placed.OrderNumbers[0], 10_000);
        await market.Komeji.Run<DueRefunds>();
        await market.Hear();
        var dispute = market.StandIn.Books.OpenDispute(payment);
        await market.Hear();
        (await Refused(() => Decide(market, placed.OrderNumbers[0], 1))).ShouldBe("refund.too_much");
        market.StandIn.Books.EndDispute(dispute, won: false);
        await market.Hear();
        (await market.Balance(2030), await market.Balance(2035), await market.Balance(2100), await market.Balance(2081), await market.Balance(1200), await market.Balance(5030)).ShouldBe((0, 0, 0, 0, 0, 10_000));
        await PayAtStripeTests.ShouldAgree(market);
    }

    /// <summary>The courier bore 10,000, then the bank takes all 33,500 and keeps them. While it decides, nothing of the rest reaches the shop; after that the buyer has everything, and the 10,000 are the shop's less the fee of 500.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task An_order_of_which_others_bore_a_part_ends_after_a_lost_dispute(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        var (payment, number) = (await market.Pay(placed), placed.OrderNumbers[0]);
        await market.ShipPart(placed.Orders[0]);
        await Decide(market, number, 10_000, courier: 100);
        await market.Komeji.Run<DueRefunds>();
        await market.Hear();
        await market.Komeji.As(market.Seller).Send(new ReturnOrder(number, "Alamat salah"));
        var dispute = market.StandIn.Books.OpenDispute(payment);
        await market.Hear();
        (await Refused(() => market.Komeji.As(market.Seller).Send(new RefundOrder(number, "Barang kembali")))).ShouldBe("escrow.frozen");
        market.StandIn.Books.EndDispute(dispute, won: false);
        await market.Hear();
        await market.Komeji.As(market.Seller).Send(new RefundOrder(number, "Barang kembali"));
        await market.Komeji.Run<DueRefunds>();
        (await market.Komeji.Read(db => db.Orders.Select(o => o.State).SingleAsync())).ShouldBe(OrderState.Refunded);
        (await market.Balance(2010), await market.Balance(2090), await market.Balance(1200)).ShouldBe((0, 0, 0));
        (await market.Balance(2030), await market.Balance(1030), await market.Balance(5030)).ShouldBe((-9_500, 10_000, 10_000));
        await PayAtStripeTests.ShouldAgree(market);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_decisions_at_once_one_is_booked(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var (placed, number) = await Paid(market);
        await market.Complete(placed.Orders[0]);
        var decision = await Previewed(market, number, 25_500, 8_000);
        var officer = As(market, First);
        var booked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Booked(() => officer.Send(decision)))));
        booked.Count(b => b).ShouldBe(1);
        (await market.Balance(2090)).ShouldBe(-33_500);
        await market.ShouldBeSound();
    }

    /// <summary>Enough is left for all eight, and each would move the same: a preview is still decided once, also when it is sent again.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_decisions_of_a_part_that_saw_the_same_one_is_booked(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var (placed, number) = await Paid(market);
        await market.Complete(placed.Orders[0]);
        var decision = await Previewed(market, number, 3_000, courier: 100);
        var officer = As(market, Second);
        var booked = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Booked(() => officer.Send(decision)))));
        booked.Count(b => b).ShouldBe(1);
        (await Refused(() => As(market, First).Send(decision))).ShouldBe("refund.changed");
        (await market.Balance(2090)).ShouldBe(-3_000);
        await market.ShouldBeSound();
    }

    /// <summary>The shop gives everything back while an officer gives back a part: whoever is first, the buyer gets what was paid and no more.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_decision_and_the_end_of_its_order_do_not_pay_twice(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        for (var round = 0; round < TestSize.Of(3, 30); round++)
        {
            var (placed, number) = await Paid(market);
            await market.ShipPart(placed.Orders[0]);
            await market.Komeji.As(market.Seller).Send(new ReturnOrder(number, "Alamat salah"));
            var decision = await Previewed(market, number, 10_000, courier: 50);
            var refunded = await Task.WhenAll(
                Task.Run(() => Booked(() => As(market, First).Send(decision))),
                Task.Run(() => Booked(() => market.Komeji.As(market.Seller).Send(new RefundOrder(number, "Barang kembali")))));
            refunded.ShouldContain(true);
            (await market.Komeji.Read(db => db.Refunds.Where(r => r.OrderId == placed.Orders[0]).SumAsync(r => (long)r.Amount))).ShouldBeLessThanOrEqualTo(33_500);
        }

        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_officers_decide_never_of_their_own_and_only_what_they_saw(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var (placed, number) = await Paid(market);
        await market.Complete(placed.Orders[0]);
        var decision = await Previewed(market, number, 10_000);
        await Should.ThrowAsync<NotFound>(() => market.Komeji.As(First, Roles.CallCentre).Send(decision));
        await Should.ThrowAsync<NotFound>(() => As(market, First).Send(decision with { Number = "KMJ-20261005-ZZZZZZ" }));
        (await Refused(() => As(market, market.Buyer).Send(decision))).ShouldBe("staff.own_case");
        (await Refused(() => market.Komeji.As(market.Seller, Roles.Operator).Send(decision))).ShouldBe("staff.own_case");
        (await Refused(() => As(market, First).Send(decision with { Reason = " " }))).ShouldBe("refund.reason_required");
        (await Refused(() => As(market, First).Send(decision with { Seen = "P7:2030:1" }))).ShouldBe("refund.changed");
        (await market.Balance(2090)).ShouldBe(0);
        await market.Komeji.As(First, Roles.Operator).Send(decision);
        (await market.Balance(2090)).ShouldBe(-10_000);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Both_sides_read_what_went_back_who_bears_it_and_why(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var (placed, number) = await Paid(market);
        await market.Complete(placed.Orders[0]);
        await Decide(market, number, 10_000, 2_000, courier: 25);
        var told = await market.Komeji.Read(db => db.Notifications.Where(n => n.Title.Contains("Rp12.000")).Select(n => n.Link).OrderBy(l => l).ToListAsync());
        told.ShouldBe([$"/penjual/pesanan/{number}", $"/pesanan/{number}"]);
        var bought = await market.Komeji.As(market.Buyer).Send(new ShowMyOrder(number));
        bought.Amounts.PartRefunded.ShouldBeTrue();
        var refund = bought.Refunds.Single();
        (refund.Amount, refund.State, refund.Decision!.Reason, refund.Decision.Solution).ShouldBe((new Rupiah(12_000), RefundState.Requested, "Barang cacat", RefundSolution.Part));
        refund.Decision.For.ShouldBe([new RefundedPart("Keripik tempe", new Rupiah(10_000)), new RefundedPart("", new Rupiah(2_000))]);
        refund.Decision.By.ShouldBe([new RefundedBy(RefundBearer.Seller, 75, new Rupiah(9_000)), new RefundedBy(RefundBearer.Courier, 25, new Rupiah(3_000))]);
        (await market.Komeji.As(market.Seller).Send(new ShowSellerOrder(number))).Order.Refunds.Single().Decision!.By.Count.ShouldBe(2);
        (await market.Komeji.Send(new ShowRefundChoice(number))).Left.ShouldBe(new Rupiah(21_500));
    }

    static async Task<(Placed Placed, string Number)> Paid(MoneyMarket market)
    {
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        return (placed, placed.OrderNumbers[0]);
    }

    /// <returns>Whether it was done; else another was first.</returns>
    static async Task<bool> Booked(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception lost) when (lost is RuleBroken or DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
