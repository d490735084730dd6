using Komeji.Application.Payments;
using Komeji.Domain.Common;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Tests.Support;

namespace Komeji.Tests.Application.Payments;

/// <summary>What every payment provider's adapter keeps, the fake as well as the real ones.</summary>
public abstract class PaymentGatewayContract
{
    /// <summary>Each test has its own: some let days pass.</summary>
    protected TestClock Clock { get; } = new();

    protected abstract IPaymentGateway Gateway { get; }

    /// <summary>Whether asking tells again where to pay; some tell it once.</summary>
    protected virtual bool RepeatsAddress => true;

    /// <summary>The buyer pays at the provider; gives the provider's id.</summary>
    protected abstract string Pay(AttemptId attempt);

    protected abstract void Decline(AttemptId attempt);

    [Fact]
    public async Task The_same_wish_under_the_same_key_is_one_charge()
    {
        var intent = Intent();
        var first = (await Gateway.Start(intent, default)).ShouldBeOfType<PaymentOutcome.NeedsAction>();
        (await Gateway.Start(intent, default)).ShouldBe(first);
        foreach (var reference in new[] { "", first.ProviderReference })
        {
            var open = (await Gateway.Ask(Trace(intent, reference), default)).ShouldBeOfType<ProviderAnswer.Open>();
            open.ProviderReference.ShouldBe(first.ProviderReference);
            (open.PayAddress == first.PayAddress).ShouldBe(RepeatsAddress);
        }
    }

    [Fact]
    public async Task The_same_key_with_another_amount_is_a_fault()
    {
        var intent = Intent();
        await Gateway.Start(intent, default);
        await Should.ThrowAsync<InvalidOperationException>(() => Gateway.Start(intent with { Amount = new Rupiah(1) }, default));
    }

    [Fact]
    public async Task What_it_has_never_heard_of_is_absent()
    {
        (await Gateway.Ask(Trace(Intent()), default)).ShouldBe(new ProviderAnswer.Absent());
        var intent = Intent();
        await Gateway.Start(intent, default);
        (await Gateway.AskRefund(RefundId.New(Clock.GetUtcNow()), Pay(intent.Attempt), default)).ShouldBe(new RefundOutcome.Absent());
    }

    [Fact]
    public async Task A_payment_is_told_with_its_attempt_amount_and_currency()
    {
        var intent = Intent();
        await Gateway.Start(intent, default);
        var payment = Pay(intent.Attempt);
        var told = (await Gateway.Ask(Trace(intent), default)).ShouldBeOfType<ProviderAnswer.Paid>().Notices.Single();
        (told.Attempt, told.ProviderPayment, told.Amount, told.Currency).ShouldBe((intent.Attempt, payment, intent.Amount, "IDR"));
        if (Gateway.GivesStatement)
        {
            (await Gateway.Statement(default))!.Single(m => m.Kind == ProviderMovementKind.Captured && m.Reference == payment).Amount.ShouldBe(intent.Amount);
        }
    }

    [Fact]
    public async Task A_declined_attempt_stays_declined()
    {
        var intent = Intent();
        await Gateway.Start(intent, default);
        Decline(intent.Attempt);
        (await Gateway.Ask(Trace(intent), default)).ShouldBeOfType<ProviderAnswer.Declined>();
        (await Gateway.Start(intent, default)).ShouldBeOfType<PaymentOutcome.Declined>();
    }

    [Fact]
    public async Task Withdrawn_it_is_asked_about_all_the_same_and_money_that_came_stays_told()
    {
        var intent = Intent();
        var started = (await Gateway.Start(intent, default)).ShouldBeOfType<PaymentOutcome.NeedsAction>();
        var payment = Pay(intent.Attempt);
        await Gateway.Withdraw(Trace(intent, started.ProviderReference), default);
        (await Gateway.Ask(Trace(intent), default)).ShouldBeOfType<ProviderAnswer.Paid>().Notices.Single().ProviderPayment.ShouldBe(payment);
    }

    [Fact]
    public async Task A_refund_happens_once_a_key_and_never_above_what_was_paid()
    {
        var intent = Intent();
        await Gateway.Start(intent, default);
        var payment = Pay(intent.Attempt);
        var key = RefundId.New(Clock.GetUtcNow());
        var first = (await Gateway.Refund(key, payment, new Rupiah(20_000), default)).ShouldBeOfType<RefundOutcome.Succeeded>();
        (await Gateway.Refund(key, payment, new Rupiah(20_000), default)).ShouldBe(first);
        (await Gateway.AskRefund(key, payment, default)).ShouldBe(first);
        await Should.ThrowAsync<InvalidOperationException>(() => Gateway.Refund(key, payment, new Rupiah(1), default));
        (await Gateway.Refund(RefundId.New(Clock.GetUtcNow()), payment, new Rupiah(13_501), default)).ShouldBeAssignableTo<RefundOutcome>().ShouldNotBeOfType<RefundOutcome.Succeeded>();
        (await Gateway.Refund(RefundId.New(Clock.GetUtcNow()), payment, new Rupiah(13_500), default)).ShouldBeOfType<RefundOutcome.Succeeded>();
        (await Gateway.Refund(RefundId.New(Clock.GetUtcNow()), "tidak-ada", new Rupiah(1), default)).ShouldBeOfType<RefundOutcome.Failed>();
        (await Gateway.RefundsOf(payment, default))!.Sum(m => m.Amount.Amount).ShouldBe(-33_500);
    }

    [Fact]
    public void A_notice_without_a_signature_is_not_believed()
    {
        Gateway.Read("{}", null, Clock.GetUtcNow()).ShouldBeNull();
        Gateway.Read("{}", "", Clock.GetUtcNow()).ShouldBeNull();
    }

    protected static AttemptTrace Trace(PaymentIntent intent, string reference = "") => new(intent.Attempt, reference, intent.MadeAt);

    protected PaymentIntent Intent() =>
        new(AttemptId.New(Clock.GetUtcNow()), "BLJ-20261005-ABCDEF", new Rupiah(33_500), "http://komeji.test/bayar/BLJ-20261005-ABCDEF?kembali=1", Clock.GetUtcNow().AddDays(1), Clock.GetUtcNow());
}

public sealed class FakePaymentGatewayTests : PaymentGatewayContract
{
    readonly FakePaymentGateway gateway;

    public FakePaymentGatewayTests() => gateway = new FakePaymentGateway(Clock);

    protected override IPaymentGateway Gateway => gateway;

    protected override string Pay(AttemptId attempt) => gateway.Pay(attempt);

    protected override void Decline(AttemptId attempt) => gateway.Decline(attempt);
}

public sealed class SandboxPaymentGatewayTests : PaymentGatewayContract, IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("komeji-sandbox-").FullName;
    readonly SandboxBooks books;
    readonly SandboxPaymentGateway gateway;

    public SandboxPaymentGatewayTests()
    {
        var store = new SandboxStore(Path.Combine(folder, "sandbox.db"));
        books = new SandboxBooks(store, Clock);
        gateway = new SandboxPaymentGateway(books, new SandboxSignature(store, Clock), new SandboxFaults());
    }

    protected override IPaymentGateway Gateway => gateway;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, true);
    }

    protected override string Pay(AttemptId attempt) => books.Pay(books.FindByKey(attempt.Value.ToString())!.Id)!.Id;

    protected override void Decline(AttemptId attempt) => books.Decline(books.FindByKey(attempt.Value.ToString())!.Id, "tidak");
}
