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

/// <summary>Costs, settlements and parts of a rupiah, as Stripe tells them and as the books say them.</summary>
public sealed class StripeBooksTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_cost_told_late_is_booked_and_borne_by_the_orders(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        market.StandIn.Books.HoldsCost = true;
        await market.Pay(placed);
        (await market.PaymentOf(placed)).Attempts.Single().AwaitsCost.ShouldBeTrue();
        (await market.Balance(1010)).ShouldBe(33_500);

        // The notification of it is lost: reconciliation asks.
        market.StandIn.Post.Loses = e => e.Type == "charge.updated";
        market.StandIn.Books.TellCosts().ShouldBe(1);
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.Komeji.Run<ReconcilePayments>();
        (await market.Balance(1010)).ShouldBe(33_500 - 971);
        (await market.Komeji.Read(db => db.Orders.Select(o => (long)o.ProviderCost).SingleAsync())).ShouldBe(971);
        market.StandIn.Post.Loses = _ => false;
        await market.Hear();
        (await market.Komeji.Read(db => db.Journals.CountAsync(j => j.Rule == "P2"))).ShouldBe(1);
        await PayAtStripeTests.ShouldAgree(market);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_settled_and_what_comes_back_from_the_bank_is_booked_once(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        await market.Pay(await market.Place(25_500));
        var payout = market.StandIn.Books.PayOut().ShouldNotBeNull();
        await market.Hear();
        (await market.Balance(1020)).ShouldBe(0);
        market.StandIn.Books.EndPayout(payout, arrives: true);
        market.StandIn.Post.Repeat();
        await market.Hear();
        (await market.Balance(1020)).ShouldBe(32_528);

        // 33,500 − 971.50: half a rupiah stays with the provider until it is reconciled.
        (await market.Balance(1010)).ShouldBe(1);
        await PayAtStripeTests.ShouldAgree(market);

        market.StandIn.Books.EndPayout(payout, arrives: false);
        market.StandIn.Post.Repeat();
        await market.Hear();
        (await market.Balance(1020)).ShouldBe(0);
        await PayAtStripeTests.ShouldAgree(market);
    }

    /// <summary>
    /// Each payment of 33,500 costs 971.50, of which 971 are booked: after two, Stripe holds a rupiah less than the books say. Of a
    /// dispute's fee 100,000.50 come back: then it is half a rupiah.
    /// </summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Parts_of_a_rupiah_are_booked_once_when_they_are_a_rupiah_and_back_when_they_turn(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        await market.Pay(await market.Place(25_500));
        (await market.Komeji.Run<RoundingToBook>()).ShouldBe(new(1, 0, ""));
        (await market.Balance(5090)).ShouldBe(0, "half a rupiah is none");
        var second = await market.Pay(await market.Place(25_500));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => market.Komeji.Run<RoundingToBook>())));
        await market.Komeji.Run<RoundingToBook>();
        (await market.Balance(5090), await market.Balance(1010, "stripe")).ShouldBe((1, 65_057));
        await PayAtStripeTests.ShouldAgree(market);

        market.StandIn.Books.EndDispute(market.StandIn.Books.OpenDispute(second), won: true, feeBack: 10_000_050);
        await market.Hear();
        await market.Komeji.Run<RoundingToBook>();
        await market.Komeji.Run<RoundingToBook>();
        (await market.Balance(5090)).ShouldBe(0);
        (await market.Komeji.Read(db => db.Journals.CountAsync(j => j.Rule == "P19"))).ShouldBe(2);
        await PayAtStripeTests.ShouldAgree(market);
    }

    /// <summary>Known bad: a rupiah is passed off as rounding that no line of Stripe's holds.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Money_that_is_no_rounding_cannot_pass_as_one(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        await market.Pay(await market.Place(25_500));
        market.Komeji.Clock.Advance(ProviderStatements.RoundingGrace + TimeSpan.FromHours(1));
        await market.ShouldBeSound();
        await market.Komeji.Write(db =>
        {
            db.Journals.Add(PostingRules.ProviderRounding("stripe", 1, new Rupiah(1), market.Komeji.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        (await market.Komeji.Send(new VerifyLedger())).Checks.Where(c => !c.Ok).Select(c => c.Name).ShouldBe(["I5 statement of stripe"]);
    }
}
