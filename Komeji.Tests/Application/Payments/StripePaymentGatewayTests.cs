using Komeji.Application.Payments;
using Komeji.Domain.Common;
using Komeji.Integrations.Payments.Stripe;
using Komeji.Integrations.Payments.StripeStandIn;
using Komeji.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Komeji.Tests.Application.Payments;

/// <summary>The adapter speaks over a real connection to the stand-in: the common contract, and what only Stripe has.</summary>
public sealed class StripePaymentGatewayTests : PaymentGatewayContract, IAsyncLifetime, IDisposable
{
    readonly HttpClient http = new();
    readonly Heard log = new();
    StripeStandInServer server = null!;
    StripePaymentGateway gateway = null!;

    protected override IPaymentGateway Gateway => gateway;

    public async Task InitializeAsync()
    {
        server = await StripeStandInServer.Start(new StripeStandInOptions(0, StripeKeys.Secret, StripeKeys.Webhook, () => new Uri("http://komeji.test/")), http, Clock);
        gateway = With(StripeKeys.At(server.Address));
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    public void Dispose() => http.Dispose();

    protected override string Pay(AttemptId attempt) => server.Books.Pay(SessionOf(attempt)).ShouldNotBeNull();

    protected override void Decline(AttemptId attempt)
    {
        server.Books.PayLater(SessionOf(attempt)).ShouldNotBeNull();
        server.Books.Answer(SessionOf(attempt), paid: false);
    }

    [Theory]
    [InlineData(StandInFault.Busy)]
    [InlineData(StandInFault.TooMany)]
    [InlineData(StandInFault.SilentBefore)]
    [InlineData(StandInFault.SilentAfter)]
    [InlineData(StandInFault.Empty)]
    [InlineData(StandInFault.Reset)]
    public async Task Whatever_goes_wrong_there_is_one_page_and_one_charge(StandInFault fault)
    {
        var intent = Intent();
        server.Faults.Next(fault);
        var outcome = await gateway.Start(intent, default);
        if (outcome is PaymentOutcome.Unknown)
        {
            var answer = await gateway.Ask(Trace(intent), default);
            if (answer is ProviderAnswer.Absent)
            {
                (await gateway.Start(intent, default)).ShouldBeOfType<PaymentOutcome.NeedsAction>();
            }
            else
            {
                answer.ShouldBeOfType<ProviderAnswer.Open>();
            }
        }
        else
        {
            outcome.ShouldBeOfType<PaymentOutcome.NeedsAction>();
        }

        server.Books.Sessions.ShouldBe(1);
        var payment = Pay(intent.Attempt);
        (await gateway.Ask(Trace(intent), default)).ShouldBeOfType<ProviderAnswer.Paid>().Notices.Single().ProviderPayment.ShouldBe(payment);
        server.Books.Charges().ShouldBe(1);
    }

    [Theory]
    [InlineData(StandInFault.Busy)]
    [InlineData(StandInFault.TooMany)]
    [InlineData(StandInFault.SilentAfter)]
    [InlineData(StandInFault.SilentBefore)]
    [InlineData(StandInFault.Empty)]
    [InlineData(StandInFault.Reset)]
    public async Task Whatever_goes_wrong_money_goes_back_once(StandInFault fault)
    {
        var intent = Intent();
        await gateway.Start(intent, default);
        var payment = Pay(intent.Attempt);
        var key = RefundId.New(Clock.GetUtcNow());
        server.Faults.Next(fault);
        var outcome = await gateway.Refund(key, payment, new Rupiah(10_000), default);
        for (var tries = 0; outcome is RefundOutcome.Unknown && tries < 3; tries++)
        {
            outcome = await gateway.AskRefund(key, payment, default);
            if (outcome is RefundOutcome.Absent)
            {
                outcome = await gateway.Refund(key, payment, new Rupiah(10_000), default);
            }
        }

        outcome.ShouldBeOfType<RefundOutcome.Succeeded>();
        server.Books.Refunds.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_that_is_stuck_with_an_old_failure_is_declined_and_the_next_one_pays()
    {
        var intent = Intent();
        server.Faults.Next(StandInFault.Broken);
        (await gateway.Start(intent, default)).ShouldBeOfType<PaymentOutcome.Declined>();
        server.Books.Sessions.ShouldBe(0);
        (await gateway.Start(Intent(), default)).ShouldBeOfType<PaymentOutcome.NeedsAction>();
    }

    [Fact]
    public async Task A_refund_whose_key_is_stuck_stays_in_doubt()
    {
        var intent = Intent();
        await gateway.Start(intent, default);
        var payment = Pay(intent.Attempt);
        var key = RefundId.New(Clock.GetUtcNow());
        server.Faults.Next(StandInFault.Broken);
        (await gateway.Refund(key, payment, new Rupiah(10_000), default)).ShouldBe(new RefundOutcome.Unknown());
        (await gateway.Refund(key, payment, new Rupiah(10_000), default)).ShouldBe(new RefundOutcome.Unknown());
        server.Books.Refunds.ShouldBeEmpty();
    }

    [Fact]
    public async Task Silence_ends_within_the_patience_and_says_nothing()
    {
        var intent = Intent();
        server.Faults.Next(StandInFault.SilentBefore);
        var began = TimeProvider.System.GetTimestamp();
        (await gateway.Start(intent, default)).ShouldBe(new PaymentOutcome.Unknown());
        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(6));
        (await gateway.Ask(Trace(intent), default)).ShouldBe(new ProviderAnswer.Absent());
        server.Faults.NextRead(StandInFault.Broken, StandInFault.Broken, StandInFault.Broken);
        (await gateway.Ask(Trace(intent), default)).ShouldBe(new ProviderAnswer.Unknown(), "a list that did not come proves nothing");
    }

    [Fact]
    public async Task A_refused_card_leaves_the_page_open_for_another()
    {
        var intent = Intent();
        await gateway.Start(intent, default);
        server.Books.Refuse(SessionOf(intent.Attempt)).ShouldBeTrue();
        (await gateway.Ask(Trace(intent), default)).ShouldBeOfType<ProviderAnswer.Open>();
        Pay(intent.Attempt);
        (await gateway.Ask(Trace(intent), default)).ShouldBeOfType<ProviderAnswer.Paid>();
        server.Books.Charges().ShouldBe(1);
    }

    [Fact]
    public async Task A_page_whose_bank_answers_later_is_not_paid_until_it_has()
    {
        var intent = Intent();
        await gateway.Start(intent, default);
        server.Books.PayLater(SessionOf(intent.Attempt));
        (await gateway.Ask(Trace(intent), default)).ShouldBeOfType<ProviderAnswer.Processing>().PayAddress.ShouldBe(intent.ReturnAddress);
        server.Books.Answer(SessionOf(intent.Attempt), paid: true);
        (await gateway.Ask(Trace(intent), default)).ShouldBeOfType<ProviderAnswer.Paid>();
    }

    [Fact]
    public async Task Withdrawn_or_out_of_time_it_can_be_paid_no_more()
    {
        var withdrawn = Intent();
        var started = (await gateway.Start(withdrawn, default)).ShouldBeOfType<PaymentOutcome.NeedsAction>();
        await gateway.Withdraw(Trace(withdrawn, started.ProviderReference), default);
        server.Books.Pay(started.ProviderReference).ShouldBeNull();
        (await gateway.Ask(Trace(withdrawn), default)).ShouldBeOfType<ProviderAnswer.Declined>();

        var overdue = Intent() with { PayBefore = Clock.GetUtcNow() };
        var page = (await gateway.Start(overdue, default)).ShouldBeOfType<PaymentOutcome.NeedsAction>("a page is open for half an hour at least");
        Clock.Advance(TimeSpan.FromMinutes(33));
        server.Books.Pay(page.ProviderReference).ShouldBeNull();
        (await gateway.Ask(Trace(overdue, page.ProviderReference), default)).ShouldBeOfType<ProviderAnswer.Declined>();
    }

    [Fact]
    public async Task An_amount_below_the_least_is_declined_and_opens_no_page()
    {
        (await gateway.Start(Intent() with { Amount = new Rupiah(7_999) }, default)).ShouldBeOfType<PaymentOutcome.Declined>().Reason.ShouldContain("batas terkecil");
        server.Books.Sessions.ShouldBe(0);
    }

    [Fact]
    public async Task A_wrong_key_tells_nothing_about_the_payment()
    {
        var intent = Intent();
        await gateway.Start(intent, default);
        var stranger = With(StripeKeys.At(server.Address) with { SecretKey = "sk_test_salah_0123456789" });
        (await stranger.Ask(Trace(intent), default)).ShouldBe(new ProviderAnswer.Unknown());
        (await stranger.Start(Intent(), default)).ShouldBe(new PaymentOutcome.Unknown());
        (await stranger.Refund(RefundId.New(Clock.GetUtcNow()), "pi_1", new Rupiah(1), default)).ShouldBe(new RefundOutcome.Unknown());
        (await stranger.Statement(default)).ShouldBeNull();
    }

    [Fact]
    public async Task Among_hundreds_of_pages_the_one_of_an_attempt_is_found()
    {
        var first = Intent();
        await gateway.Start(first, default);
        for (var i = 0; i < 120; i++)
        {
            await gateway.Start(Intent(), default);
        }

        (await gateway.Ask(Trace(first), default)).ShouldBeOfType<ProviderAnswer.Open>();
    }

    [Fact]
    public async Task A_refund_that_takes_days_is_pending_and_then_done()
    {
        var intent = Intent();
        await gateway.Start(intent, default);
        var payment = Pay(intent.Attempt);
        var key = RefundId.New(Clock.GetUtcNow());
        server.Books.RefundsBegin = "pending";
        var pending = (await gateway.Refund(key, payment, intent.Amount, default)).ShouldBeOfType<RefundOutcome.Pending>();
        server.Books.EndRefund(pending.ProviderReference, succeeds: true);
        (await gateway.AskRefund(key, payment, default)).ShouldBe(new RefundOutcome.Succeeded(pending.ProviderReference));
    }

    [Fact]
    public async Task Logs_hold_no_key_no_body_and_no_amount()
    {
        var intent = Intent();
        server.Faults.Next(StandInFault.TooMany, StandInFault.Reset, StandInFault.Broken);
        await gateway.Start(intent, default);
        await gateway.Start(Intent() with { Amount = new Rupiah(7_999) }, default);
        var said = string.Join('\n', log.Lines);
        said.ShouldContain("v1/checkout/sessions");
        foreach (var secret in new[] { StripeKeys.Secret, intent.Attempt.Value.ToString(), intent.PurchaseNumber, "3350000", "unit_amount" })
        {
            said.ShouldNotContain(secret);
        }
    }

    StripePaymentGateway With(StripeOptions options) => new(new StripeClient(http, options, log), new StripeSignature(options), options);

    string SessionOf(AttemptId attempt) => server.Books.SessionOf(attempt.Value.ToString()).ShouldNotBeNull();

    sealed class Heard : ILogger<StripeClient>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception) + exception);
    }
}
