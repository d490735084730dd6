using Komeji.Application.Payments;
using Komeji.Application.Payouts.Providers;
using Komeji.Domain.Common;
using Komeji.Integrations.Payouts.Disbursement;
using Komeji.Integrations.Payouts.DisbursementStandIn;
using Komeji.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Komeji.Tests.Application.Payouts;

/// <summary>The adapter speaks over a real connection to the stand-in.</summary>
public sealed class DisbursementPayoutGatewayTests : IAsyncLifetime, IDisposable
{
    readonly HttpClient http = new();
    readonly TestClock clock = new();
    DisbursementStandInServer server = null!;
    DisbursementPayoutGateway gateway = null!;

    public async Task InitializeAsync()
    {
        server = await DisbursementStandInServer.Start(new DisbursementStandInOptions(0, DisbursementKeys.Api, DisbursementKeys.Secret, () => new Uri("http://komeji.test/")), http, clock);
        gateway = With(DisbursementKeys.At(server.Address));
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    public void Dispose() => http.Dispose();

    [Theory]
    [InlineData(StandInFault.Busy)]
    [InlineData(StandInFault.TooMany)]
    [InlineData(StandInFault.Broken)]
    [InlineData(StandInFault.BrokenAfter)]
    [InlineData(StandInFault.SilentBefore)]
    [InlineData(StandInFault.SilentAfter)]
    [InlineData(StandInFault.Empty)]
    [InlineData(StandInFault.Reset)]
    public async Task Whatever_goes_wrong_there_is_one_transfer(StandInFault fault)
    {
        var order = Order();
        server.Faults.Next(fault);
        var outcome = await gateway.Send(order, default);
        for (var tries = 0; outcome is TransferOutcome.Unknown or TransferOutcome.Absent && tries < 3; tries++)
        {
            outcome = outcome is TransferOutcome.Absent ? await gateway.Send(order, default) : await gateway.Ask(order.Key, order.Amount, default);
        }

        outcome.ShouldBe(new TransferOutcome.Pending());
        (server.Books.Transfers, server.Books.Asked).ShouldBe((1, 103_000));
        server.Books.Complete(order.Key.Value.ToString());
        (await gateway.Ask(order.Key, order.Amount, default)).ShouldBeOfType<TransferOutcome.Succeeded>().Reference.ShouldStartWith("BIF");
    }

    /// <summary>The first try may have been done, and the second be refused for that very reason.</summary>
    [Fact]
    public async Task A_refusal_after_silence_is_no_refusal()
    {
        server.Faults.Next(StandInFault.BrokenAfter);
        var order = Order() with { Amount = new Rupiah(300_000_000) };
        (await gateway.Send(order, default)).ShouldBe(new TransferOutcome.Unknown());
        (await gateway.Ask(order.Key, order.Amount, default)).ShouldBe(new TransferOutcome.Absent());
        (await gateway.Send(order, default)).ShouldBeOfType<TransferOutcome.Failed>();
    }

    [Fact]
    public async Task A_key_is_good_for_one_request()
    {
        var order = Order();
        await gateway.Send(order, default);
        (await gateway.Send(order, default)).ShouldBe(new TransferOutcome.Pending());
        await Should.ThrowAsync<InvalidOperationException>(() => gateway.Send(order with { Amount = new Rupiah(1) }, default));
        await Should.ThrowAsync<InvalidOperationException>(() => gateway.Send(order with { Account = "0987654321" }, default));
        server.Books.Transfers.ShouldBe(1);
    }

    [Fact]
    public async Task Each_state_means_what_it_says()
    {
        var order = Order();
        var key = order.Key.Value.ToString();
        (await gateway.Ask(order.Key, order.Amount, default)).ShouldBe(new TransferOutcome.Absent());
        await gateway.Send(order, default);
        server.Books.Process(key);
        (await gateway.Ask(order.Key, order.Amount, default)).ShouldBe(new TransferOutcome.Pending());
        server.Books.Disguise(key, "melayang");
        (await gateway.Ask(order.Key, order.Amount, default)).ShouldBe(new TransferOutcome.Unknown());
        server.Books.Fail(key, "account_not_found");
        (await gateway.Ask(order.Key, order.Amount, default)).ShouldBe(new TransferOutcome.Failed("Rekening tidak ditemukan di bank."));
        server.Books.Return(key);
        (await gateway.Ask(order.Key, order.Amount, default)).ShouldBeOfType<TransferOutcome.Returned>();
    }

    [Fact]
    public async Task What_is_shown_with_another_amount_is_no_answer_and_its_notice_waits_for_a_person()
    {
        var order = Order();
        await gateway.Send(order, default);
        server.Books.Complete(order.Key.Value.ToString());
        var body = server.Post.Events[^1].Body;
        (await gateway.Ask(order.Key, new Rupiah(102_999), default)).ShouldBe(new TransferOutcome.Unknown());
        (await gateway.Learn(body, _ => Task.FromResult<Rupiah?>(new Rupiah(102_999)), default)).ShouldNotBeNull().ShouldHaveSingleItem().ShouldBeOfType<ProviderNotice.Unexplained>();
        (await gateway.Learn(body, _ => Task.FromResult<Rupiah?>(order.Amount), default)).ShouldNotBeNull().ShouldHaveSingleItem().ShouldBeOfType<ProviderNotice.TransferMoved>();
        (await gateway.Learn(body, _ => Task.FromResult<Rupiah?>(null), default)).ShouldNotBeNull().ShouldBeEmpty();
    }

    [Fact]
    public async Task With_a_wrong_key_nothing_is_known()
    {
        var wrong = With(DisbursementKeys.At(server.Address) with { ApiKey = "kunci-lama-0123456789" });
        (await wrong.Send(Order(), default)).ShouldBe(new TransferOutcome.Unknown());
        (await wrong.Inquire("014", "1234567890", default)).ShouldBe(new AccountAnswer.Unknown());
        server.Books.Transfers.ShouldBe(0);
    }

    [Fact]
    public async Task A_bank_says_whose_an_account_is_or_that_there_is_none()
    {
        (await gateway.Inquire("014", "1234567890", default)).ShouldBe(new AccountAnswer.Found("PEMILIK REKENING"));
        (await gateway.Inquire("014", "1234567800", default)).ShouldBe(new AccountAnswer.Missing());
    }

    [Fact]
    public void An_order_shows_no_account() => Order().ToString().ShouldNotContain("1234567890");

    /// <summary>The twin without the guard believes what anybody sends.</summary>
    [Fact]
    public void Without_the_comparison_a_forged_notice_would_be_believed()
    {
        var now = clock.GetUtcNow();
        var forged = DisbursementSignature.Sign("{}", now, "rahasia-orang-lain-0123456789");
        new DisbursementSignature(DisbursementKeys.At(server.Address)).Believes("{}", forged, now).ShouldBeFalse();
        new Credulous(DisbursementKeys.At(server.Address)).Believes("{}", forged, now).ShouldBeTrue();
    }

    TransferOrder Order() => new(PayoutAttemptId.New(clock.GetUtcNow()), new Rupiah(103_000), "014", "1234567890", "Sri Wahyuni", "CAIR-20261005-7KQ2MD");

    DisbursementPayoutGateway With(DisbursementOptions options) =>
        new(new DisbursementClient(http, options, NullLogger<DisbursementClient>.Instance), new DisbursementSignature(options));

    sealed class Credulous(DisbursementOptions options) : DisbursementSignature(options)
    {
        protected override bool IsOurs(string body, string time, byte[] given) => true;
    }
}
