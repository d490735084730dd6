using System.Text.Json.Nodes;
using Komeji.Application.Payments;
using Komeji.Domain.Payments;
using Komeji.Integrations.Payments.Midtrans;
using Komeji.Integrations.Payments.Stripe;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Payments;

/// <summary>
/// Notifications that are rightly signed and should not have come: about nothing of ours, of the other mode, a month late, naming
/// somebody else's order. They are kept or refused, and no rupiah moves that the provider does not show.
/// </summary>
public sealed class StrayNotificationTests
{
    const string Stripe = StripePaymentGateway.GatewayName;
    const string Midtrans = MidtransPaymentGateway.GatewayName;

    [Theory]
    [OnSqlite("payment_notif_test_G1_1", "200", "25500.00", "settlement"), OnSqlite("TOKO-LAIN-42", "200", "1e999", "sesuatu_baru"), OnSqlite("1", "", "", "")]
    [OnPostgres("TOKO-LAIN-42", "201", "-1", "pending")]
    public async Task What_is_about_nothing_of_ours_is_kept_and_moves_nothing(Engine engine, string order, string code, string amount, string status)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        (await Record(market, Midtrans, Body(order, code, amount, status, MidtransKeys.Server))).ShouldBe(PaymentEventReceipt.Stored);
        (await market.Komeji.Run<DuePaymentEvents>()).Failures.ShouldBe(0);
        (await Only(market)).Outcome.ShouldBe(PaymentEventOutcome.Ignored);
        (await Booked(market)).ShouldBe(0);
    }

    /// <summary>An order id as ours are, of which Midtrans knows nothing: another shop's, or one whose database was lost.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_Midtrans_does_not_show_is_tried_again_and_then_parked(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var order = Guid.CreateVersion7(market.Komeji.Clock.GetUtcNow()).ToString();
        (await Record(market, Midtrans, Body(order, "200", "25500.00", "settlement", MidtransKeys.Server))).ShouldBe(PaymentEventReceipt.Stored);
        for (var tries = 0; tries < PaymentEvent.MostTries; tries++)
        {
            (await market.Komeji.Run<DuePaymentEvents>()).Failures.ShouldBe(1);
            market.Komeji.Clock.Advance(TimeSpan.FromHours(5));
        }

        (await Only(market)).Outcome.ShouldBe(PaymentEventOutcome.Parked);
        (await Booked(market)).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Signed_with_the_key_of_the_other_mode_it_is_refused(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var placed = await market.Place(25_500);
        var order = await Begin(market, placed);
        (await Record(market, Midtrans, Body(order, "200", "33500.00", "settlement", "Mid-server-sungguhan0123456789"))).ShouldBe(PaymentEventReceipt.NotBelieved);
        (await market.Komeji.Read(db => db.PaymentEvents.CountAsync())).ShouldBe(0);
    }

    /// <summary>Midtrans' signature never grows old, so what is played again is known by what it says.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Played_again_after_a_month_it_is_known_at_Midtrans(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        market.Midtrans.Books.Pay(await Begin(market, await market.Place(25_500))).ShouldNotBeNull();
        await market.Hear();
        var booked = await Booked(market);
        market.Komeji.Clock.Advance(TimeSpan.FromDays(31));
        foreach (var body in market.Midtrans.Post.Events.Select(e => e.Body))
        {
            (await Record(market, Midtrans, body)).ShouldBe(PaymentEventReceipt.Known);
        }

        await market.Komeji.Run<DuePaymentEvents>();
        (booked > 0, await Booked(market)).ShouldBe((true, booked));
    }

    /// <summary>With its old signature it is not believed; sent once more from the dashboard, signed anew, it is known.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Played_again_after_a_month_it_is_refused_or_known_at_Stripe(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        await market.Pay(await market.Place(25_500));
        var (then, booked) = (market.Komeji.Clock.GetUtcNow(), await Booked(market));
        market.Komeji.Clock.Advance(TimeSpan.FromDays(31));
        foreach (var body in market.StandIn.Post.Events.Select(e => e.Body))
        {
            (await Record(market, Stripe, body, market.StandIn.Post.Sign(body, then))).ShouldBe(PaymentEventReceipt.NotBelieved);
            (await Record(market, Stripe, body, market.StandIn.Post.Sign(body, market.Komeji.Clock.GetUtcNow()))).ShouldBe(PaymentEventReceipt.Known);
        }

        await market.Komeji.Run<DuePaymentEvents>();
        (booked > 0, await Booked(market)).ShouldBe((true, booked));
    }

    /// <summary>The transaction of one order under the number of another: the order is asked about, and it alone is paid.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Naming_somebody_elses_transaction_pays_nobody_else_at_Midtrans(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var (paid, unpaid) = (await market.Place(25_500), await market.Place(25_500));
        var (mine, others) = (await Begin(market, paid), await Begin(market, unpaid));
        market.Midtrans.Post.Loses = _ => true;
        market.Midtrans.Books.Pay(mine).ShouldNotBeNull();
        var about = market.Midtrans.Post.Events.Last(e => e.Body.Contains(others, StringComparison.Ordinal)).Body;
        var mixed = JsonNode.Parse(market.Midtrans.Post.Events[^1].Body)!;
        mixed["transaction_id"] = JsonNode.Parse(about)!["transaction_id"]!.GetValue<string>();
        (await Record(market, Midtrans, mixed.ToJsonString())).ShouldBe(PaymentEventReceipt.Stored);
        await OnlyTheFirstIsPaid(market, paid, unpaid);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Naming_somebody_elses_attempt_pays_nobody_else_at_Stripe(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var (paid, unpaid) = (await market.Place(25_500), await market.Place(25_500));
        var (mine, _) = (await market.Start(paid), await market.Start(unpaid));
        market.StandIn.Post.Loses = _ => true;
        market.StandIn.Books.Pay(mine).ShouldNotBeNull();
        var others = (await market.PaymentOf(unpaid)).OpenAttempt!.Id.Value;
        var body = """{"id":"evt_campur","type":"checkout.session.completed","livemode":false,"data":{"object":{"id":"HALAMAN","client_reference_id":"LAIN","metadata":{"attempt":"LAIN"}}}}"""
            .Replace("HALAMAN", mine).Replace("LAIN", others.ToString());
        (await Record(market, Stripe, body, market.StandIn.Post.Sign(body, market.Komeji.Clock.GetUtcNow()))).ShouldBe(PaymentEventReceipt.Stored);
        await OnlyTheFirstIsPaid(market, paid, unpaid);
    }

    static async Task OnlyTheFirstIsPaid(MoneyMarket market, Placed paid, Placed unpaid)
    {
        (await market.Komeji.Run<DuePaymentEvents>()).Failures.ShouldBe(0);
        ((await market.PaymentOf(paid)).State, (await market.PaymentOf(unpaid)).State).ShouldBe((PaymentState.Paid, PaymentState.AwaitingPayment));
        (await market.Komeji.Read(db => db.Journals.CountAsync(j => j.Rule == "P1"))).ShouldBe(1);
    }

    /// <returns>The order id at Midtrans.</returns>
    static async Task<string> Begin(MoneyMarket market, Placed placed)
    {
        (await market.Komeji.As(market.Buyer).Send(new StartPayment(placed.Number, "bca_va"))).PayAddress.ShouldNotBeNull();
        return (await market.PaymentOf(placed)).OpenAttempt!.Id.Value.ToString();
    }

    static string Body(string order, string code, string amount, string status, string key) => new JsonObject
    {
        ["order_id"] = order,
        ["transaction_id"] = "trx-liar",
        ["status_code"] = code,
        ["gross_amount"] = amount,
        ["transaction_status"] = status,
        ["signature_key"] = MidtransSignature.Sign(order, code, amount, key),
    }.ToJsonString();

    static Task<PaymentEventReceipt> Record(MoneyMarket market, string gateway, string body, string? signature = null) =>
        market.Komeji.Send(new RecordPaymentEvent(gateway, body, signature));

    static Task<PaymentEvent> Only(MoneyMarket market) => market.Komeji.Read(db => db.PaymentEvents.AsNoTracking().SingleAsync());

    static Task<int> Booked(MoneyMarket market) => market.Komeji.Read(db => db.Journals.CountAsync());
}
