using System.Text.Json.Nodes;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Payments;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Integrations.Payments.Stripe;
using Komeji.Integrations.Payments.StripeStandIn;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Payments;

/// <summary>Notifications doubled, shuffled, forged, garbled and of somewhere else.</summary>
public sealed class StripeEventsTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Copies_in_any_order_among_forged_ones_have_each_effect_once(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var placed = new List<Placed>();
        for (var i = 0; i < TestSize.Of(8, 250); i++)
        {
            placed.Add(await market.Place(20_000 + i));
            market.StandIn.Books.Pay(await market.Start(placed[i]));
        }

        var victim = await market.Place(50_000);
        var unpaid = await market.Start(victim);
        var letters = market.StandIn.Post.Events.SelectMany(e => Enumerable.Repeat((e.Body, Genuine: true), 10)).ToList();
        letters.AddRange(Enumerable.Range(0, letters.Count / 20).Select(i => (Forge(letters[i].Body, unpaid), false)));
        foreach (var (body, genuine) in Shuffled(letters, random))
        {
            var signature = genuine ? market.StandIn.Post.Sign(body, market.Komeji.Clock.GetUtcNow()) : StripeSignature.Sign(body, market.Komeji.Clock.GetUtcNow(), "whsec_tebakan_0123456789");
            (await Record(market, body, signature)).ShouldNotBe(genuine ? PaymentEventReceipt.NotBelieved : PaymentEventReceipt.Stored);
            if (random.Next(40) == 0)
            {
                await market.Komeji.Run<DuePaymentEvents>();
            }
        }

        while (await market.Komeji.Read(db => db.PaymentEvents.AnyAsync(e => e.Outcome == PaymentEventOutcome.Waiting)))
        {
            (await market.Komeji.Run<DuePaymentEvents>()).Failures.ShouldBe(0);
        }

        (await market.Komeji.Read(db => db.Journals.CountAsync(j => j.Rule == "P1"))).ShouldBe(placed.Count);
        (await market.Komeji.Read(db => db.Journals.CountAsync(j => j.Rule == "P2"))).ShouldBe(placed.Count);
        (await market.Komeji.Read(db => db.StateChanges.CountAsync(c => c.Subject == "payment" && c.To == "Paid"))).ShouldBe(placed.Count);
        (await market.PaymentOf(victim)).State.ShouldBe(PaymentState.AwaitingPayment);
        await PayAtStripeTests.ShouldAgree(market);
    }

    /// <summary>What is rightly signed and says that somebody paid is believed in nothing but what it is about: Stripe is asked.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_notification_that_lies_about_the_state_moves_nothing(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        var page = await market.Start(placed);
        var lie = """{"id":"evt_bohong","type":"checkout.session.completed","livemode":false,"data":{"object":{"id":"HALAMAN","payment_status":"paid","status":"complete","amount_total":3350000}}}"""
            .Replace("HALAMAN", page);
        (await Signed(market, lie)).ShouldBe(PaymentEventReceipt.Stored);
        await market.Komeji.Run<DuePaymentEvents>();
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.AwaitingPayment);
        (await market.Komeji.Read(db => db.PaymentEvents.Select(e => e.Outcome).SingleAsync())).ShouldBe(PaymentEventOutcome.Ignored);
    }

    [Theory]
    [OnSqlite("""{"id":"evt_1","type":"checkout.session.completed","livemode":true,"data":{"object":{"id":"cs_test_1"}}}""")]
    [OnSqlite("""{"id":"evt_1","type":"checkout.session.completed","livemode":false,"data":{"object":{"id":"../payouts/po_1"}}}""")]
    [OnSqlite("""{"id":"evt_1","type":"checkout.session.completed","livemode":false,"data":{"object":null}}""")]
    [OnSqlite("""{"id":"evt_1","type":"checkout.session.completed"}""")]
    [OnSqlite("""{"id":"evt_1","type":"jenis.baru","livemode":false,"api_version":"2031-01-01.baru","data":{"object":{"id":"x_1","object":"baru"}}}""")]
    [OnSqlite("""{"id":"evt_1","type":"balance.available","livemode":false,"data":{"object":{"object":"balance"}}}""")]
    [OnSqlite("""{"id":"evt_1","type":"checkout.session.completed","livemode":false,"data":{"object":{"id":"cs_\ud800"}}}""")]
    [OnPostgres("""{"id":"evt_1","type":"checkout.session.completed","livemode":false,"data":{"object":{"id":"cs_\u0000"}}}""")]
    [OnPostgres("""{"id":"evt_1","type":"balance.available","livemode":false,"data":{"object":{"object":"balance"}}}""")]
    public async Task What_is_signed_and_not_for_us_is_kept_and_moves_nothing(Engine engine, string body)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        (await Signed(market, body)).ShouldBe(PaymentEventReceipt.Stored);
        (await market.Komeji.Run<DuePaymentEvents>()).Failures.ShouldBe(0);
        var stored = await market.Komeji.Read(db => db.PaymentEvents.SingleAsync());
        (stored.Body, stored.Outcome).ShouldBe((body, PaymentEventOutcome.Ignored));
        (await market.Komeji.Read(db => db.Journals.CountAsync())).ShouldBe(0);
    }

    /// <summary>What Stripe tells of it shows when asked: a refusal may pass, and is put before a person, who may close it under her name.</summary>
    [Theory]
    [OnSqlite("""{"id":"evt_1","type":"checkout.session.completed","livemode":false,"api_version":null,"data":{"object":{"id":"cs_live_tidakada"}}}""")]
    [OnPostgres("""{"id":"evt_1","type":"payment_intent.succeeded","livemode":false,"data":{"object":{"id":"pi_tidakada"}}}""")]
    [OnPostgres("""{"id":"evt_1","type":"payout.paid","livemode":false,"data":{"object":{"id":"po_tidakada"}}}""")]
    public async Task What_Stripe_does_not_show_is_tried_again_then_parked_and_closed_by_a_person(Engine engine, string body)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        (await Signed(market, body)).ShouldBe(PaymentEventReceipt.Stored);
        for (var tries = 0; tries < PaymentEvent.MostTries; tries++)
        {
            (await market.Komeji.Run<DuePaymentEvents>()).Failures.ShouldBe(1);
            market.Komeji.Clock.Advance(TimeSpan.FromHours(5));
        }

        var id = await market.Komeji.Read(db => db.PaymentEvents.Where(e => e.Outcome == PaymentEventOutcome.Parked).Select(e => e.Id).SingleAsync());
        var officer = market.Komeji.As(market.Seller, Roles.Operator);
        (await Should.ThrowAsync<RuleBroken>(() => officer.Send(new ClosePaymentEvent(id, "sudah")))).Code.ShouldBe("payment_event.reason_required");
        await officer.Send(new ClosePaymentEvent(id, "Uji coba di dasbor, tidak ada uangnya"));
        (await Should.ThrowAsync<RuleBroken>(() => officer.Send(new RetryPaymentEvent(id)))).Code.ShouldBe("payment_event.not_parked");
        (await market.Komeji.Read(db => db.PaymentEvents.Select(e => new { e.Outcome, e.ClosedBy }).SingleAsync())).ShouldBe(new { Outcome = PaymentEventOutcome.Closed, ClosedBy = (Guid?)market.Seller.Value });
        (await market.Komeji.Read(db => db.Journals.CountAsync())).ShouldBe(0);
    }

    [Theory, OnSqlite]
    public async Task What_is_signed_and_no_notification_is_refused(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        foreach (var body in new[] { "", "bukan json", "[]", "null", "{}", "\"evt\"", """{"id":1,"type":2}""", """{"id":"evt_\ud800","type":"a"}""", """{"id":"evt_\u0000","type":"a"}""", """{"id":"evt 1","type":"a"}""", $$"""{"id":"{{new string('x', 300)}}","type":"a"}""", new string('[', 2_000) })
        {
            (await Signed(market, body)).ShouldBe(PaymentEventReceipt.NotBelieved, body);
        }
    }

    /// <summary>Stripe answers nothing while events wait: they are kept, and acted on when it answers again.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Events_wait_while_Stripe_is_silent(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        market.StandIn.Books.Pay(await market.Start(placed));
        await market.StandIn.Post.DeliverDue(default);
        var fault = StandInFault.Broken;
        market.StandIn.Faults.NextRead([.. Enumerable.Repeat(fault, 100)]);
        (await market.Komeji.Run<DuePaymentEvents>()).Failures.ShouldBePositive();
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.AwaitingPayment);
        market.StandIn.Faults.Clear();

        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(2));
        (await market.Komeji.Run<DuePaymentEvents>()).Failures.ShouldBe(0);
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.Paid);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task While_a_secret_is_exchanged_both_are_believed(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var now = market.Komeji.Clock.GetUtcNow();
        const string body = """{"id":"evt_1","type":"balance.available","livemode":false}""";
        (await Record(market, body, StripeSignature.Sign(body, now, StripeKeys.Webhook[1]))).ShouldBe(PaymentEventReceipt.Stored);
        (await Record(market, body, StripeSignature.Sign(body, now, StripeKeys.Webhook[0]))).ShouldBe(PaymentEventReceipt.Known);
        (await Record(market, body, StripeSignature.Sign(body, now.AddDays(-31), StripeKeys.Webhook[0]))).ShouldBe(PaymentEventReceipt.NotBelieved);
    }

    static Task<PaymentEventReceipt> Signed(MoneyMarket market, string body) => Record(market, body, market.StandIn.Post.Sign(body, market.Komeji.Clock.GetUtcNow()));

    static Task<PaymentEventReceipt> Record(MoneyMarket market, string body, string signature) => market.Komeji.Send(new RecordPaymentEvent("stripe", body, signature));

    /// <summary>Says of a page nobody paid what a genuine one said of another.</summary>
    static string Forge(string genuine, string page)
    {
        var body = JsonNode.Parse(genuine)!;
        body["id"] = "evt_palsu" + body["id"];
        body["data"]!["object"]!["id"] = page;
        return body.ToJsonString();
    }

    static (string Body, bool Genuine)[] Shuffled(List<(string, bool)> letters, Random random)
    {
        var all = letters.ToArray();
        random.Shuffle(all);
        return all;
    }
}
