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

/// <summary>From the pay page to the books, at Stripe: on good days and on bad ones.</summary>
public sealed class PayAtStripeTests
{
    /// <summary>33,500 × 2.9 % = 971.50, of which 971 are booked; fee 5 % of 25,500 = 1,275; PPN 11 % of it = 140; to share 1,275 − 971 = 304.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Paid_and_completed_every_rupiah_is_where_it_belongs(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine, vatBasisPoints: 1_100);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        (await market.Balance(2010, placed.Orders[0].Value.ToString())).ShouldBe(-33_500);
        (await market.Balance(1010, "stripe")).ShouldBe(33_500 - 971);
        await market.Complete(placed.Orders[0]);
        (await market.Balance(2010)).ShouldBe(0);
        (await market.Balance(2030, placed.Stores[0].Value.ToString())).ShouldBe(-32_085);
        (await market.Balance(2100, "2026-10")).ShouldBe(-304);
        (await market.Balance(5010)).ShouldBe(0);
        (await market.Balance(2081, "2026-10")).ShouldBe(-140);
        await ShouldAgree(market);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_declined_order_is_paid_back_through_Stripe(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500, 100_000);
        await market.Pay(placed);
        await market.Decline(placed.Orders[1]);
        await market.Komeji.Run<DueRefunds>();
        await market.Hear();
        (await State(market)).ShouldBe(RefundState.Succeeded);
        (await market.Balance(2090)).ShouldBe(0);
        await market.Complete(placed.Orders[0]);
        await ShouldAgree(market);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refund_that_takes_days_and_one_that_comes_back_are_followed(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        await market.Decline(placed.Orders[0]);
        market.StandIn.Books.RefundsBegin = "pending";
        await market.Komeji.Run<DueRefunds>();
        await market.Hear();
        (await State(market)).ShouldBe(RefundState.Sent);
        var refund = market.StandIn.Books.Refunds.Single();
        market.StandIn.Books.EndRefund(refund, succeeds: true);
        await market.Hear();
        (await State(market)).ShouldBe(RefundState.Succeeded);
        await ShouldAgree(market);

        market.StandIn.Books.EndRefund(refund, succeeds: false);
        market.StandIn.Post.Repeat();
        await market.Hear();
        (await State(market)).ShouldBe(RefundState.Failed);
        (await market.Balance(2090)).ShouldBe(-33_500);
        await ShouldAgree(market);
    }

    /// <summary>An officer transferred the money; what Stripe still tells of its own failure is old news.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Old_news_of_a_failed_refund_does_not_undo_a_transfer(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        await market.Decline(placed.Orders[0]);
        market.StandIn.Books.RefundsBegin = "failed";
        await market.Komeji.Run<DueRefunds>();
        (await State(market)).ShouldBe(RefundState.Failed);
        await market.Komeji.Write(async db =>
        {
            var refund = await db.Refunds.SingleAsync();
            refund.PayByHand(Actor.Staff(Guid.Empty, "keuangan"), "BCA a.n. Siti 1234", market.Komeji.Clock.GetUtcNow());
            refund.Transfer(Actor.Staff(Guid.Empty, "keuangan2"), "TRF-0001", market.Komeji.Clock.GetUtcNow());
        });
        market.StandIn.Post.Repeat();
        await market.Hear();
        (await State(market)).ShouldBe(RefundState.Succeeded);
        (await market.Komeji.Read(db => db.Journals.CountAsync(j => j.Key.StartsWith("refund-failed:")))).ShouldBe(0);
    }

    [Theory]
    [OnSqlite(StandInFault.SilentAfter), OnSqlite(StandInFault.SilentBefore), OnSqlite(StandInFault.Empty)]
    [OnPostgres(StandInFault.SilentAfter), OnPostgres(StandInFault.SilentBefore), OnPostgres(StandInFault.Reset)]
    public async Task Without_an_answer_it_is_asked_about_and_charged_once(Engine engine, StandInFault fault)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        market.StandIn.Faults.Next(fault, fault, fault);
        (await market.Komeji.As(market.Buyer).Send(new StartPayment(placed.Number))).PayAddress.ShouldBeNull();
        (await market.Komeji.Send(new ShowPayment(placed.Number))).Standing.ShouldBe(PaymentStanding.BeingChecked);
        (await Should.ThrowAsync<RuleBroken>(() => market.Komeji.Send(new StartPayment(placed.Number)))).Code.ShouldBe("payment.in_doubt");
        market.StandIn.Faults.Clear();

        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.Komeji.Run<ReconcilePayments>();
        await market.Pay(placed);
        var payment = await market.PaymentOf(placed);
        payment.State.ShouldBe(PaymentState.Paid);
        market.StandIn.Books.Charges().ShouldBe(1);
        await ShouldAgree(market);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_payment_whose_notifications_are_all_lost_is_found_within_five_minutes(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        market.StandIn.Post.Loses = _ => true;
        market.StandIn.Books.Pay(await market.Start(placed));
        await market.Hear();
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.AwaitingPayment);
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.Komeji.Run<ReconcilePayments>();
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.Paid);
        market.StandIn.Post.Loses = _ => false;
        await market.Hear();
        (await market.Komeji.Read(db => db.Journals.CountAsync(j => j.Rule == "P1"))).ShouldBe(1);
        await ShouldAgree(market);
    }

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
        await ShouldAgree(market);
    }

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
        await ShouldAgree(market);
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
        await ShouldAgree(market);
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
        await ShouldAgree(market);
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
        await ShouldAgree(market);
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
        await ShouldAgree(market);

        market.StandIn.Books.EndPayout(payout, arrives: false);
        market.StandIn.Post.Repeat();
        await market.Hear();
        (await market.Balance(1020)).ShouldBe(0);
        await ShouldAgree(market);
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
        await ShouldAgree(market);

        market.StandIn.Books.EndDispute(market.StandIn.Books.OpenDispute(second), won: true, feeBack: 10_000_050);
        await market.Hear();
        await market.Komeji.Run<RoundingToBook>();
        await market.Komeji.Run<RoundingToBook>();
        (await market.Balance(5090)).ShouldBe(0);
        (await market.Komeji.Read(db => db.Journals.CountAsync(j => j.Rule == "P19"))).ShouldBe(2);
        await ShouldAgree(market);
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

    [Theory]
    [OnSqlite(3_300_000, "idr"), OnSqlite(335_000_000, "idr"), OnSqlite(3_350_000, "usd")]
    [OnPostgres(3_300_000, "idr"), OnPostgres(335_000_000, "idr"), OnPostgres(3_350_000, "usd")]
    public async Task Another_amount_or_currency_pays_nothing(Engine engine, int minor, string currency)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        market.StandIn.Books.Pay(await market.Start(placed), minor, currency);
        await market.Hear();
        var payment = await market.PaymentOf(placed);
        (payment.State, payment.HoldsWrongMoney).ShouldBe((PaymentState.NeedsCheck, true));
        (await market.Balance(2010)).ShouldBe(0);
        (await market.Komeji.Read(db => db.Orders.Select(o => o.State).SingleAsync())).ShouldBe(OrderState.AwaitingPayment);
    }

    /// <summary>Half a rupiah too much: nobody was asked for that, so it pays nothing and is given back in whole rupiah.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_fraction_of_a_rupiah_is_a_wrong_amount(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        market.StandIn.Books.Pay(await market.Start(placed), 3_350_050);
        await market.Hear();
        var payment = await market.PaymentOf(placed);
        (payment.State, payment.HoldsWrongMoney).ShouldBe((PaymentState.NeedsCheck, true));
        (await market.Balance(2091), await market.Balance(2010)).ShouldBe((-33_500, 0));
        (await market.Komeji.Read(db => db.PaymentEvents.CountAsync(e => e.Outcome == PaymentEventOutcome.Waiting || e.Outcome == PaymentEventOutcome.Parked))).ShouldBe(0);
        await market.ShouldBeSound();
    }

    /// <summary>Somebody gave the whole payment back at Stripe's desk; the refund of the order is refused there, nobody transfers it, and an officer books what Stripe's statement holds.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_refund_of_what_went_back_already_waits_for_a_person_and_is_never_paid_again(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        var desk = market.StandIn.Books.RefundAtDesk(await market.Pay(placed), 3_350_000);
        await market.Hear();
        await market.Decline(placed.Orders[0]);
        await market.Komeji.Run<DueRefunds>();
        var refund = await market.Komeji.Read(db => db.Refunds.SingleAsync());
        (refund.State, refund.Obstacle).ShouldBe((RefundState.NeedsCheck, "charge_already_refunded"));
        (await market.Komeji.Send(new ListWaitingWork(WaitingKind.RefundsInDoubt, 1))).Rows.Count.ShouldBe(1);
        var officer = market.Komeji.As(market.Seller, Roles.Finance);
        (await Should.ThrowAsync<RuleBroken>(() => officer.Send(new PrepareRefundTransfer(refund.Id, "BRI, Siti Aminah, …1234")))).Code.ShouldBe("staff.own_case");
        officer = market.Komeji.As(new UserId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)), Roles.Finance);
        (await Should.ThrowAsync<RuleBroken>(() => officer.Send(new PrepareRefundTransfer(refund.Id, "BRI, Siti Aminah, …1234")))).Code.ShouldBe("refund.illegal_move");
        (await Should.ThrowAsync<RuleBroken>(() => officer.Send(new RecordRefundFound(refund.Id, "re_karangan", "Sudah di dasbor")))).Code.ShouldBe("refund.not_at_provider");
        await officer.Send(new RecordRefundFound(refund.Id, desk, "Sudah dikembalikan di dasbor"));
        (await State(market)).ShouldBe(RefundState.Succeeded);
        market.StandIn.Books.Refunds.Count.ShouldBe(1);
        await ShouldAgree(market);
    }

    /// <summary>Told as declined, the buyer would pay a second time.</summary>
    [Theory, OnSqlite(true), OnPostgres(false)]
    public async Task Money_whose_key_was_lost_is_found_by_its_page_and_not_told_as_declined(Engine engine, bool byNotification)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        market.StandIn.Books.LoseMetadata(market.StandIn.Books.Pay(await market.Start(placed)).ShouldNotBeNull());
        if (byNotification)
        {
            await market.Hear();
        }
        else
        {
            market.Komeji.Clock.Advance(TimeSpan.FromMinutes(5));
            await market.Komeji.Run<ReconcilePayments>();
        }

        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.Paid);
        await market.Hear();
        await ShouldAgree(market);
    }

    /// <summary>500 after the deed: under that key Stripe answers nothing else for a day, but the page is there.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_page_opened_though_the_answer_was_an_error_is_found_and_paid_once(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        market.StandIn.Faults.Next(StandInFault.BrokenAfter);
        await market.Komeji.As(market.Buyer).Send(new StartPayment(placed.Number));
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.Komeji.Run<ReconcilePayments>();
        await market.Pay(placed);
        (market.StandIn.Books.Sessions, market.StandIn.Books.Charges()).ShouldBe((1, 1));
        await ShouldAgree(market);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Money_given_back_at_Stripes_desk_is_put_before_a_person(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var payment = await market.Pay(await market.Place(25_500));
        market.StandIn.Books.RefundAtDesk(payment, 500_000);
        await market.Hear();
        var parked = await market.Komeji.Read(db => db.PaymentEvents.SingleAsync(e => e.Outcome == PaymentEventOutcome.Parked));
        (parked.Kind, parked.Note.Contains(payment, StringComparison.Ordinal)).ShouldBe(("refund.created", true));
        market.Komeji.Clock.Advance(ProviderStatements.Grace + TimeSpan.FromMinutes(1));
        (await market.Komeji.Send(new VerifyLedger())).Checks.Single(c => c.Name == "I5 statement of stripe").Ok.ShouldBeFalse();
    }

    internal static async Task ShouldAgree(MoneyMarket market)
    {
        market.Komeji.Clock.Advance(ProviderStatements.Grace + TimeSpan.FromMinutes(1));
        await market.ShouldBeSound();
    }

    static Task<RefundState> State(MoneyMarket market) => market.Komeji.Read(db => db.Refunds.Select(r => r.State).SingleAsync());
}
