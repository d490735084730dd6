using Komeji.Application.Payments;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Integrations.Payments.Midtrans;
using Komeji.Integrations.Payments.MidtransStandIn;
using Komeji.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Komeji.Tests.Application.Payments;

/// <summary>The adapter speaks over a real connection to the stand-in: the common contract, by QRIS, and what only Midtrans has.</summary>
public sealed class MidtransPaymentGatewayTests : PaymentGatewayContract, IAsyncLifetime, IDisposable
{
    readonly HttpClient http = new();
    readonly Heard log = new();
    MidtransStandInServer server = null!;
    MidtransPaymentGateway gateway = null!;

    protected override IPaymentGateway Gateway => gateway;

    /// <summary>The text of a QR code is told by the answer to the charge only.</summary>
    protected override bool RepeatsAddress => false;

    public async Task InitializeAsync()
    {
        server = await MidtransStandInServer.Start(new MidtransStandInOptions(0, MidtransKeys.Server, () => new Uri("http://komeji.test/")), http, Clock);
        gateway = With(MidtransKeys.At(server.Address));
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    public void Dispose() => http.Dispose();

    protected override string Pay(AttemptId attempt) => server.Books.Pay(attempt.Value.ToString()).ShouldNotBeNull();

    protected override void Decline(AttemptId attempt) => server.Books.Deny(attempt.Value.ToString());

    [Theory]
    [InlineData(StandInFault.Busy)]
    [InlineData(StandInFault.TooMany)]
    [InlineData(StandInFault.Broken)]
    [InlineData(StandInFault.BrokenAfter)]
    [InlineData(StandInFault.SilentBefore)]
    [InlineData(StandInFault.SilentAfter)]
    [InlineData(StandInFault.Empty)]
    [InlineData(StandInFault.Reset)]
    public async Task Whatever_goes_wrong_there_is_one_code_and_one_charge(StandInFault fault)
    {
        var intent = Intent();
        server.Faults.Next(fault);
        var outcome = await gateway.Start(intent, default);
        if (outcome is PaymentOutcome.Unknown && await gateway.Ask(Trace(intent), default) is ProviderAnswer.Absent)
        {
            (await gateway.Start(intent, default)).ShouldBeOfType<PaymentOutcome.NeedsAction>();
        }

        server.Books.Transactions.ShouldBe(1);
        var payment = Pay(intent.Attempt);
        (await gateway.Ask(Trace(intent), default)).ShouldBeOfType<ProviderAnswer.Paid>().Notices.Single().ProviderPayment.ShouldBe(payment);
        server.Books.Charges().ShouldBe(1);
    }

    [Theory]
    [InlineData(StandInFault.TooMany)]
    [InlineData(StandInFault.BrokenAfter)]
    [InlineData(StandInFault.SilentAfter)]
    [InlineData(StandInFault.SilentBefore)]
    [InlineData(StandInFault.Reset)]
    public async Task Whatever_goes_wrong_money_goes_back_once(StandInFault fault)
    {
        var intent = Intent();
        await gateway.Start(intent, default);
        var payment = Pay(intent.Attempt);
        var key = RefundId.New(Clock.GetUtcNow());
        server.Faults.Next(fault);
        var outcome = await gateway.Refund(key, payment, new Rupiah(10_000), default);
        for (var tries = 0; outcome is RefundOutcome.Unknown or RefundOutcome.Absent && tries < 3; tries++)
        {
            outcome = outcome is RefundOutcome.Absent ? await gateway.Refund(key, payment, new Rupiah(10_000), default) : await gateway.AskRefund(key, payment, default);
        }

        outcome.ShouldBe(new RefundOutcome.Succeeded(key.Value.ToString()));
        server.Books.Refunds.ShouldBe(1);
    }

    [Fact]
    public async Task A_key_of_six_minutes_ago_is_answered_by_asking_what_became_of_it()
    {
        var intent = Intent();
        await gateway.Start(intent, default);
        Clock.Advance(TimeSpan.FromMinutes(6));
        var again = (await gateway.Start(intent, default)).ShouldBeOfType<PaymentOutcome.NeedsAction>();
        PayInstruction.Read(again.PayAddress)!.IsUsable(Clock.GetUtcNow()).ShouldBeFalse("the text of the code is told once");
        await Should.ThrowAsync<InvalidOperationException>(() => gateway.Start(intent with { Amount = new Rupiah(20_000) }, default));
        server.Books.Transactions.ShouldBe(1);
    }

    [Fact]
    public async Task A_code_says_what_is_to_be_paid_and_ends_when_the_purchase_does()
    {
        var intent = Intent();
        var shown = Shown(await gateway.Start(intent, default));
        (shown.Channel, shown.PayBefore).ShouldBe(("qris", intent.PayBefore));
        Qris.Read(shown.Code).Code!.Amount.ShouldBe(intent.Amount);
    }

    [Theory]
    [InlineData(33_499)]
    [InlineData(-1)]
    public async Task A_code_for_another_amount_or_a_broken_one_is_never_shown_and_is_voided(long miswritten)
    {
        var intent = Intent();
        server.Books.Miswrites = miswritten;
        (await gateway.Start(intent, default)).ShouldBeOfType<PaymentOutcome.Declined>().Reason.ShouldContain("QRIS");
        (await gateway.Ask(Trace(intent), default)).ShouldBeOfType<ProviderAnswer.Declined>();
    }

    [Theory]
    [InlineData("bca_va", PayChannelKind.Account)]
    [InlineData("permata_va", PayChannelKind.Account)]
    [InlineData("mandiri_bill", PayChannelKind.Bill)]
    public async Task The_number_to_transfer_to_is_told_again_when_the_answer_was_lost(string channel, PayChannelKind kind)
    {
        var intent = Intent() with { Channel = channel };
        server.Faults.Next(StandInFault.SilentAfter);
        (await gateway.Start(intent, default)).ShouldBe(new PaymentOutcome.Unknown());
        var open = (await gateway.Ask(Trace(intent), default)).ShouldBeOfType<ProviderAnswer.Open>();
        var shown = PayInstruction.Read(open.PayAddress).ShouldNotBeNull();
        (shown.Channel, shown.Code.Length > 8, shown.Company.Length > 0).ShouldBe((channel, true, kind == PayChannelKind.Bill));
        gateway.Channels.Single(c => c.Code == channel).Kind.ShouldBe(kind);
    }

    [Fact]
    public async Task What_came_by_virtual_account_goes_back_by_hand_and_nobody_asks_Midtrans_for_it()
    {
        var intent = Intent() with { Channel = "bni_va" };
        await gateway.Start(intent, default);
        var payment = Pay(intent.Attempt);
        (await gateway.Refund(RefundId.New(Clock.GetUtcNow()), payment, intent.Amount, default)).ShouldBe(new RefundOutcome.Failed("virtual_account_cannot_refund"));
    }

    [Fact]
    public async Task A_bank_that_gives_no_QRIS_payment_back_leads_to_a_transfer_by_hand()
    {
        var intent = Intent();
        await gateway.Start(intent, default);
        var payment = server.Books.Pay(intent.Attempt.Value.ToString(), "BCA").ShouldNotBeNull();
        (await gateway.Refund(RefundId.New(Clock.GetUtcNow()), payment, intent.Amount, default)).ShouldBe(new RefundOutcome.Failed("midtrans_414"));
    }

    [Fact]
    public async Task A_refund_a_bank_does_by_hand_is_pending_until_it_has_confirmed_it()
    {
        var intent = Intent();
        await gateway.Start(intent, default);
        var payment = Pay(intent.Attempt);
        var key = RefundId.New(Clock.GetUtcNow());
        server.Books.RefundMethod = "offline";
        (await gateway.Refund(key, payment, new Rupiah(10_000), default)).ShouldBeOfType<RefundOutcome.Pending>();
        (await gateway.Learn(server.Post.Events[^1].Body, default))!.OfType<ProviderNotice.RefundDone>().ShouldBeEmpty();
        server.Books.ConfirmRefunds(payment);
        (await gateway.AskRefund(key, payment, default)).ShouldBe(new RefundOutcome.Succeeded(key.Value.ToString()));
        (await gateway.Learn(server.Post.Events[^1].Body, default))!.OfType<ProviderNotice.RefundDone>().Single().Refund.ShouldBe(key);
    }

    [Fact]
    public async Task A_page_is_opened_for_wallets_and_cards_and_closed_again()
    {
        var intent = Intent() with { Channel = "kartu" };
        var opened = (await gateway.Start(intent, default)).ShouldBeOfType<PaymentOutcome.NeedsAction>();
        var link = PayInstruction.Read(opened.PayAddress)!.Link;
        link.ShouldStartWith(server.Address.ToString());
        (await gateway.Ask(Trace(intent, opened.ProviderReference), default)).ShouldBeOfType<ProviderAnswer.Open>("nothing was chosen on it yet");
        (await gateway.Ask(Trace(intent), default)).ShouldBe(new ProviderAnswer.Absent());
        var token = link.Split('/')[^1];
        var payment = server.Books.Pay(server.Books.Choose(token, "credit_card").ShouldNotBeNull()).ShouldNotBeNull();
        (await gateway.Ask(Trace(intent, opened.ProviderReference), default)).ShouldBeOfType<ProviderAnswer.Paid>().Notices.Single().Method.ShouldBe("Kartu");
        (await gateway.Refund(RefundId.New(Clock.GetUtcNow()), payment, intent.Amount, default)).ShouldBeOfType<RefundOutcome.Pending>("it is on its way to us");
        server.Books.Settle(payment);
        (await gateway.Refund(RefundId.New(Clock.GetUtcNow()), payment, intent.Amount, default)).ShouldBeOfType<RefundOutcome.Succeeded>();

        var given = Intent() with { Channel = "dompet" };
        var page = (await gateway.Start(given, default)).ShouldBeOfType<PaymentOutcome.NeedsAction>();
        await gateway.Withdraw(Trace(given, page.ProviderReference), default);
        server.Books.Choose(PayInstruction.Read(page.PayAddress)!.Link.Split('/')[^1], "gopay").ShouldBeNull();
    }

    [Fact]
    public async Task Withdrawn_it_can_be_paid_no_more_and_late_money_is_a_payment_like_any_other()
    {
        var withdrawn = Intent();
        var started = (await gateway.Start(withdrawn, default)).ShouldBeOfType<PaymentOutcome.NeedsAction>();
        await gateway.Withdraw(Trace(withdrawn, started.ProviderReference), default);
        server.Books.Pay(started.ProviderReference).ShouldBeNull();
        (await gateway.Ask(Trace(withdrawn), default)).ShouldBeOfType<ProviderAnswer.Declined>();

        var overdue = Intent();
        await gateway.Start(overdue, default);
        Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        (await gateway.Ask(Trace(overdue), default)).ShouldBeOfType<ProviderAnswer.Declined>();
        Pay(overdue.Attempt);
        (await gateway.Ask(Trace(overdue), default)).ShouldBeOfType<ProviderAnswer.Paid>();
    }

    /// <summary>What a notification says is not believed; how the thing stands is.</summary>
    [Theory]
    [InlineData("pending", "")]
    [InlineData("settlement", "Paid")]
    [InlineData("deny", "Declined")]
    [InlineData("cancel", "Declined")]
    [InlineData("failure", "Declined")]
    [InlineData("deny after settlement", "Unexplained")]
    [InlineData("chargeback", "Paid Disputed")]
    [InlineData("partial_chargeback", "Paid Disputed Unexplained")]
    [InlineData("refund at the desk", "Paid Unexplained")]
    [InlineData("sesuatu_baru", "")]
    public async Task Every_state_has_its_meaning(string state, string meaning)
    {
        var intent = Intent();
        await gateway.Start(intent, default);
        var order = intent.Attempt.Value.ToString();
        if (state is "settlement" or "deny after settlement" or "chargeback" or "partial_chargeback" or "refund at the desk")
        {
            Pay(intent.Attempt);
        }

        switch (state)
        {
            case "refund at the desk":
                server.Books.RefundAtDesk(order, 5_000);
                break;
            case "deny after settlement":
                server.Books.Reverse(order);
                break;
            default:
                server.Books.Disguise(order, state);
                break;
        }

        foreach (var told in server.Post.Events)
        {
            (await gateway.Learn(told.Body, default)).ShouldNotBeNull().Select(n => n.GetType().Name).ShouldBe(meaning.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [Fact]
    public async Task Notifications_are_known_by_what_became_of_the_transaction()
    {
        var intent = Intent();
        await gateway.Start(intent, default);
        Pay(intent.Attempt);
        server.Books.RefundAtDesk(intent.Attempt.Value.ToString(), 5_000);
        server.Books.RefundAtDesk(intent.Attempt.Value.ToString(), 5_000);
        var read = server.Post.Events.Select(e => gateway.Read(e.Body, null, Clock.GetUtcNow().AddDays(40)).ShouldNotBeNull()).ToList();
        read.Select(e => e.Kind).ShouldBe(["pending", "settlement", "partial_refund", "partial_refund"]);
        read.Select(e => e.Id).ShouldBeUnique();
        gateway.Read(server.Post.Events[1].Body, null, Clock.GetUtcNow()).ShouldBe(read[1]);
        foreach (var forged in new[] { "[]", "1", "null", """{"order_id":1,"signature_key":""}""", server.Post.Events[1].Body.Replace("33500.00", "33501.00"), server.Post.Events[1].Body.Replace("\"200\"", "\"201\"") })
        {
            gateway.Read(forged, null, Clock.GetUtcNow()).ShouldBeNull(forged);
        }
    }

    [Fact]
    public async Task A_notification_about_nothing_is_passed_over_and_one_about_our_attempt_never()
    {
        var trial = """{"order_id":"payment_notif_test_G1_1","transaction_id":"x","transaction_status":"settlement"}""";
        (await gateway.Learn(trial, default)).ShouldBe([]);
        (await gateway.Learn(trial.Replace("payment_notif_test_G1_1", Intent().Attempt.Value.ToString()), default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_wrong_key_tells_nothing_about_the_payment()
    {
        var intent = Intent();
        await gateway.Start(intent, default);
        var stranger = With(MidtransKeys.At(server.Address) with { ServerKey = "SB-Mid-server-salah0123456789" });
        (await stranger.Ask(Trace(intent), default)).ShouldBe(new ProviderAnswer.Unknown());
        (await stranger.Start(Intent(), default)).ShouldBe(new PaymentOutcome.Unknown());
        (await stranger.Refund(RefundId.New(Clock.GetUtcNow()), "trx_1", new Rupiah(1), default)).ShouldBe(new RefundOutcome.Unknown());
        (await stranger.RefundsOf("trx_1", default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_way_that_is_not_offered_or_not_for_so_much_is_declined()
    {
        (await gateway.Start(Intent() with { Channel = "tunai" }, default)).ShouldBeOfType<PaymentOutcome.Declined>();
        (await gateway.Start(Intent() with { Amount = new Rupiah(10_000_001) }, default)).ShouldBeOfType<PaymentOutcome.Declined>("QRIS takes ten million");
        server.Books.Transactions.ShouldBe(0);
        Should.Throw<ArgumentException>(() => With(MidtransKeys.At(server.Address) with { Channels = ["tunai"] }));
    }

    [Fact]
    public async Task Logs_hold_no_key_no_body_and_no_amount()
    {
        var intent = Intent();
        server.Faults.Next(StandInFault.TooMany, StandInFault.Reset, StandInFault.Broken);
        await gateway.Start(intent, default);
        await gateway.Start(Intent(), default);
        await gateway.Ask(Trace(Intent()), default);
        var said = string.Join('\n', log.Lines);
        said.ShouldContain("/v2/charge");
        said.ShouldContain("/v2/…/status");
        foreach (var secret in new[] { MidtransKeys.Server, intent.Attempt.Value.ToString(), intent.PurchaseNumber, "33500" })
        {
            said.ShouldNotContain(secret);
        }
    }

    static PayInstruction Shown(PaymentOutcome outcome) => PayInstruction.Read(outcome.ShouldBeOfType<PaymentOutcome.NeedsAction>().PayAddress).ShouldNotBeNull();

    MidtransPaymentGateway With(MidtransOptions options) => new(new MidtransClient(http, options, log), new MidtransSignature(options), options);

    sealed class Heard : ILogger<MidtransClient>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception) + exception);
    }
}
