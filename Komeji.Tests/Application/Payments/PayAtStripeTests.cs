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
using static Komeji.Tests.Application.Payments.MoneyDesk;

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
}
