using Komeji.Application.Payments;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Integrations.Payments.MidtransStandIn;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Payments;

/// <summary>From the choice of a way to pay to the books, at Midtrans: on good days and on bad ones.</summary>
public sealed class PayAtMidtransTests
{
    /// <summary>33,500 × 0.7 % = 234.5, of which 234 are kept; fee 5 % of 25,500 = 1,275; to share 1,275 − 234 = 1,041.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Paid_by_QRIS_and_completed_every_rupiah_is_where_it_belongs(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var placed = await market.Place(25_500);
        var way = await Begin(market, placed, "qris");
        (way.Channel.Name, Qris.Read(way.Instruction.Code).Code!.Amount).ShouldBe(("QRIS", new Rupiah(33_500)));
        await Pay(market, placed);
        (await market.PaymentOf(placed)).Method.ShouldBe("QRIS");
        (await market.Balance(1010, "midtrans")).ShouldBe(33_500 - 234);
        await market.Complete(placed.Orders[0]);
        (await market.Balance(2030, placed.Stores[0].Value.ToString())).ShouldBe(-(33_500 - 1_275));
        (await market.Balance(2100, "2026-10")).ShouldBe(-1_041);
        await market.ShouldBeSound();
    }

    /// <summary>Told ten times, shuffled and with one thing changed that the signature does not cover: paid once.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Told_often_and_with_a_lie_it_is_paid_once(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var placed = await market.Place(25_500);
        await Begin(market, placed, "bca_va");
        var lie = market.Midtrans.Post.Events[0].Body.Replace("\"pending\"", "\"settlement\"", StringComparison.Ordinal);
        (await market.Komeji.Send(new RecordPaymentEvent("midtrans", lie, null))).ShouldBe(PaymentEventReceipt.Stored);
        await market.Hear();
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.AwaitingPayment, "Midtrans was asked, and knows of no money");
        (market.Midtrans.Post.Copies, market.Midtrans.Post.Shuffle) = (10, new Random(7));
        await Pay(market, placed);
        market.Midtrans.Post.Repeat();
        await market.Hear();
        (await market.Komeji.Read(db => db.Journals.CountAsync(j => j.Rule == "P1"))).ShouldBe(1);
        (await market.Balance(1010)).ShouldBe(33_500 - 4_440);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_way_to_pay_closes_the_one_before(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var placed = await market.Place(25_500);
        await Begin(market, placed, "qris");
        var first = (await market.PaymentOf(placed)).OpenAttempt!;
        (await Begin(market, placed, "qris")).Channel.Code.ShouldBe("qris");
        (await Begin(market, placed, "bri_va")).Instruction.Code.ShouldNotBeEmpty();
        var payment = await market.PaymentOf(placed);
        (payment.Attempts.Count, payment.State, payment.OpenAttempt!.Id == first.Id).ShouldBe((2, PaymentState.AwaitingPayment, false));
        market.Midtrans.Books.Pay(first.Id.Value.ToString()).ShouldBeNull("the code was voided");

        market.Midtrans.Books.Pay(payment.OpenAttempt.Id.Value.ToString()).ShouldNotBeNull();
        (await Should.ThrowAsync<RuleBroken>(() => market.Komeji.Send(new StartPayment(placed.Number, "qris")))).Code.ShouldBe("payment.old_way_open");
        (await Should.ThrowAsync<RuleBroken>(() => market.Komeji.Send(new StartPayment(placed.Number, "tunai")))).Code.ShouldBe("payment.no_such_way");
        await market.Hear();
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.Paid);
        await market.ShouldBeSound();
    }

    [Theory]
    [OnSqlite(StandInFault.SilentAfter), OnSqlite(StandInFault.SilentBefore)]
    [OnPostgres(StandInFault.SilentAfter), OnPostgres(StandInFault.Reset)]
    public async Task Without_an_answer_it_is_asked_about_and_charged_once(Engine engine, StandInFault fault)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var placed = await market.Place(25_500);
        market.Midtrans.Faults.Next(fault, fault, fault);
        (await market.Komeji.As(market.Buyer).Send(new StartPayment(placed.Number, "bni_va"))).PayAddress.ShouldBeNull();
        (await market.Komeji.Send(new ShowPayment(placed.Number))).Standing.ShouldBe(PaymentStanding.BeingChecked);
        market.Midtrans.Faults.Clear();
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(6));
        await market.Komeji.Run<ReconcilePayments>();
        (await Begin(market, placed, "bni_va")).Instruction.Code.ShouldNotBeEmpty();
        await Pay(market, placed);
        market.Midtrans.Books.Charges().ShouldBe(1);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_payment_whose_notifications_are_all_lost_is_found_within_five_minutes(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var placed = await market.Place(25_500);
        market.Midtrans.Post.Loses = _ => true;
        await Begin(market, placed, "qris");
        await Pay(market, placed);
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.AwaitingPayment);
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.Komeji.Run<ReconcilePayments>();
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.Paid);
        await market.ShouldBeSound();
    }

    /// <summary>Banks let a code be paid whose time is up. By QRIS the money goes back; to a virtual account's payer it is transferred by hand.</summary>
    [Theory]
    [OnSqlite("qris", RefundState.Succeeded), OnSqlite("bca_va", RefundState.Failed)]
    [OnPostgres("qris", RefundState.Succeeded), OnPostgres("bca_va", RefundState.Failed)]
    public async Task Paid_after_its_time_it_goes_back_by_the_way_that_there_is(Engine engine, string way, RefundState state)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var placed = await market.Place(25_500);
        await Begin(market, placed, way);
        market.Komeji.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromMinutes(2));
        await market.Hear();
        await market.Expire(placed);
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.Expired);
        await Pay(market, placed);
        await market.Komeji.Run<DueRefunds>();
        await market.Hear();
        (await market.Komeji.Read(db => db.Refunds.Select(r => r.State).SingleAsync())).ShouldBe(state);
        (await market.Komeji.Read(db => db.Orders.Select(o => o.State).SingleAsync())).ShouldBe(OrderState.Expired);
        (await market.Balance(2090)).ShouldBe(state == RefundState.Succeeded ? 0 : -33_500);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite(33_000, "IDR"), OnPostgres(33_500, "USD")]
    public async Task Another_amount_or_currency_pays_nothing(Engine engine, int amount, string currency)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var placed = await market.Place(25_500);
        await Begin(market, placed, "qris");
        market.Midtrans.Books.Pay(await OrderOf(market, placed), otherAmount: amount, currency: currency).ShouldNotBeNull();
        await market.Hear();
        var payment = await market.PaymentOf(placed);
        (payment.State, payment.HoldsWrongMoney).ShouldBe((PaymentState.NeedsCheck, true));
        (await market.Balance(2010)).ShouldBe(0);
    }

    /// <summary>No rule books it: it is parked before a person, and not a rupiah moves.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_bank_takes_back_waits_for_a_person(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var placed = await market.Place(25_500);
        await Begin(market, placed, "permata_va");
        await Pay(market, placed);
        market.Midtrans.Books.Reverse(await OrderOf(market, placed));
        await market.Hear();
        var parked = await market.Komeji.Read(db => db.PaymentEvents.SingleAsync(e => e.Outcome == PaymentEventOutcome.Parked));
        parked.Note.ShouldContain("deny");
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.Paid);
        (await market.Balance(1010)).ShouldBe(33_500 - 4_440);
    }

    static async Task<PaymentPage.WayToPay> Begin(MoneyMarket market, Placed placed, string channel)
    {
        (await market.Komeji.As(market.Buyer).Send(new StartPayment(placed.Number, channel))).PayAddress.ShouldNotBeNull();
        return (await market.Komeji.Send(new ShowPayment(placed.Number))).Shown.ShouldNotBeNull();
    }

    static async Task Pay(MoneyMarket market, Placed placed)
    {
        market.Midtrans.Books.Pay(await OrderOf(market, placed)).ShouldNotBeNull();
        await market.Hear();
    }

    /// <summary>The newest attempt's key.</summary>
    static async Task<string> OrderOf(MoneyMarket market, Placed placed) =>
        (await market.PaymentOf(placed)).Attempts.OrderByDescending(a => a.CreatedAt).First().Id.Value.ToString();
}
