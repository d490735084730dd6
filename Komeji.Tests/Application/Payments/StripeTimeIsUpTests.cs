using Komeji.Application.Ledger;
using Komeji.Application.Ordering;
using Komeji.Application.Payments;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Support;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Integrations.Payments.StripeStandIn;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Payments;

/// <summary>What becomes of a page at Stripe when nobody pays in time, or the buyer gives up.</summary>
public sealed class StripeTimeIsUpTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Given_up_the_page_is_closed_and_what_was_paid_before_goes_back(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var paid = await market.Place(25_500);
        var page = await market.Start(paid);
        await market.GiveUp(paid);
        market.StandIn.Books.Pay(page).ShouldNotBeNull();
        await market.Hear();
        await market.Komeji.Run<DueRefunds>();
        await market.Hear();
        (await market.Balance(2090)).ShouldBe(0);
        (await market.Balance(2010)).ShouldBe(0);

        var unpaid = await market.Place(30_000);
        var open = await market.Start(unpaid);
        await market.GiveUp(unpaid);
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.Komeji.Run<ReconcilePayments>();
        market.StandIn.Books.Pay(open).ShouldBeNull("the page was withdrawn");
        await PayAtStripeTests.ShouldAgree(market);
    }

    /// <summary>Begun ten minutes before the end: Stripe keeps a page open for half an hour at least.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task When_the_time_is_up_the_page_is_closed_before_the_goods_go_back(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        market.Komeji.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(10));
        var page = await market.Start(placed);
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(10));
        (await market.Komeji.Run<DuePurchases>()).Done.ShouldBe(1);
        var payment = await market.PaymentOf(placed);
        (payment.State, payment.Attempts.Single().State).ShouldBe((PaymentState.Expired, AttemptState.Declined));
        market.StandIn.Books.Pay(page).ShouldBeNull("the page was closed");
        await market.Hear();
        await PayAtStripeTests.ShouldAgree(market);
    }

    [Theory]
    [OnSqlite(true), OnSqlite(false)]
    [OnPostgres(true), OnPostgres(false)]
    public async Task Whose_bank_answers_after_the_time_is_up_gets_the_goods_or_ends(Engine engine, bool paid)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        var page = await market.Start(placed);
        market.StandIn.Books.PayLater(page);
        market.StandIn.Post.Loses = _ => true;
        market.Komeji.Clock.Advance(TimeSpan.FromHours(24));
        (await market.Komeji.Run<DuePurchases>()).Done.ShouldBe(1);
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.NeedsCheck);
        market.StandIn.Books.Answer(page, paid);
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(5));
        (await market.Komeji.Run<DuePurchases>()).Done.ShouldBe(1);
        (await market.PaymentOf(placed)).State.ShouldBe(paid ? PaymentState.Paid : PaymentState.Expired);
        (await market.Komeji.Read(db => db.Refunds.CountAsync())).ShouldBe(0);
        await PayAtStripeTests.ShouldAgree(market);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_paid_in_time_and_another_try_gets_a_page_of_its_own(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        var first = await market.Start(placed);
        market.StandIn.Books.PayLater(first);
        market.StandIn.Books.Answer(first, paid: false);
        await market.Hear();
        (await market.Komeji.As(market.Buyer).Send(new ShowPayment(placed.Number))).Standing.ShouldBe(PaymentStanding.Failed);
        var second = await market.Start(placed);
        second.ShouldNotBe(first);
        await market.Pay(placed);
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.Paid);
        await PayAtStripeTests.ShouldAgree(market);
    }
}
