using Komeji.Application.Ordering;
using Komeji.Application.Payments;
using Komeji.Application.Support;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Payments;

/// <summary>The buyer's bank takes a payment back. Fee of the dispute: Rp240.000.</summary>
public sealed class DisputeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Opened_it_freezes_the_orders_and_waits_for_a_person(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500, 100_000);
        market.StandIn.Books.OpenDispute(await market.Pay(placed));
        market.StandIn.Post.Repeat();
        market.StandIn.Post.Shuffle = new Random(1);
        await market.Hear();
        (await market.Komeji.Read(db => db.EscrowShares.CountAsync(s => s.State == EscrowState.Frozen))).ShouldBe(2);
        (await market.Balance(1200)).ShouldBe(141_500);
        (await market.Balance(5040)).ShouldBe(240_000);
        (await market.Komeji.Send(new ListWaitingWork(WaitingKind.Disputes, 1))).Rows.Single().What.ShouldBe(placed.Number);
        (await Should.ThrowAsync<RuleBroken>(() => market.Complete(placed.Orders[0]))).Code.ShouldBe("escrow.frozen");
        await PayAtStripeTests.ShouldAgree(market);

        market.Komeji.Clock.Advance(TimeSpan.FromDays(60));
        (await market.Komeji.Run<DueOrderTimers>()).Done.ShouldBe(0, "its clocks stand still");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Won_the_money_comes_back_and_the_order_goes_on(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        var dispute = market.StandIn.Books.OpenDispute(await market.Pay(placed));
        await market.Hear();
        market.StandIn.Books.EndDispute(dispute, won: true);
        market.StandIn.Post.Repeat();
        await market.Hear();
        (await market.Balance(1200)).ShouldBe(0);
        (await market.Komeji.Read(db => db.Disputes.Select(d => d.State).SingleAsync())).ShouldBe(DisputeState.Won);
        await market.Complete(placed.Orders[0]);
        await PayAtStripeTests.ShouldAgree(market);
    }

    /// <summary>The bank has given the buyer her money: the order's refund is settled from it and not sent a second time.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Lost_before_release_the_buyer_is_not_paid_twice(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500, 100_000);
        var dispute = market.StandIn.Books.OpenDispute(await market.Pay(placed));
        await market.Hear();
        await market.Decline(placed.Orders[0]);
        await market.Komeji.Run<DueRefunds>();
        (await market.Komeji.Read(db => db.Refunds.Select(r => r.State).SingleAsync())).ShouldBe(RefundState.Requested, "it waits for the dispute");

        market.StandIn.Books.EndDispute(dispute, won: false);
        await market.Hear();
        await market.Decline(placed.Orders[1]);
        market.Komeji.Clock.Advance(TimeSpan.FromHours(6));
        await market.Komeji.Run<DueRefunds>();
        (await market.Komeji.Read(db => db.Refunds.CountAsync(r => r.State == RefundState.Succeeded))).ShouldBe(2);
        market.StandIn.Books.Refunds.ShouldBeEmpty();
        (await market.Balance(1200)).ShouldBe(0);
        (await market.Balance(2090)).ShouldBe(0);
        (await market.Balance(2010)).ShouldBe(0);
        (await market.Komeji.Send(new ListWaitingWork(WaitingKind.Disputes, 1))).Rows.ShouldBeEmpty();
        await PayAtStripeTests.ShouldAgree(market);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_inquiry_freezes_and_takes_nothing(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        var inquiry = market.StandIn.Books.OpenDispute(await market.Pay(placed), inquiry: true);
        await market.Hear();
        (await market.Balance(1200)).ShouldBe(0);
        (await market.Komeji.Read(db => db.EscrowShares.Select(s => s.State).SingleAsync())).ShouldBe(EscrowState.Frozen);
        market.StandIn.Books.EndDispute(inquiry, won: true);
        await market.Hear();
        await market.Complete(placed.Orders[0]);
        await PayAtStripeTests.ShouldAgree(market);
    }

    /// <summary>After release nothing can be taken from the order any more; what was taken stays in sight until it is decided.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Lost_after_release_it_stays_in_sight(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        var payment = await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        var dispute = market.StandIn.Books.OpenDispute(payment);
        await market.Hear();
        market.StandIn.Books.EndDispute(dispute, won: false);
        await market.Hear();
        (await market.Balance(1200)).ShouldBe(33_500);
        (await market.Komeji.Read(db => db.Orders.Select(o => o.State).SingleAsync())).ShouldBe(OrderState.Completed);
        (await market.Komeji.Send(new ListWaitingWork(WaitingKind.Disputes, 1))).Rows.Single().Note.ShouldContain("kalah");
        await PayAtStripeTests.ShouldAgree(market);
    }
}
