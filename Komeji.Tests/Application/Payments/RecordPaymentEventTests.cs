using System.Text.Json;
using Komeji.Application.Payments;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Payments;

public sealed class RecordPaymentEventTests
{
    const string Body = """{"id":"evt_uji","kind":"sesuatu.baru","at":1759629600000,"data":{"key":"","reference":"","amount":0,"currency":"","cost":0,"succeeded":false}}""";

    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Theory, OnSqlite, OnPostgres]
    public async Task Believes_only_what_the_provider_signed_within_five_minutes(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await NothingForgedIsBelieved(market);
        await NothingOldIsBelieved(market);
        (await market.Komeji.Read(db => db.PaymentEvents.CountAsync())).ShouldBe(0);
        var now = market.Komeji.Clock.GetUtcNow();
        foreach (var at in new[] { now, now.AddSeconds(-300), now.AddSeconds(300) })
        {
            (await Record(market, Body, market.Signature.Sign(Body, at))).ShouldNotBe(PaymentEventReceipt.NotBelieved);
        }

        (await market.Komeji.Read(db => db.PaymentEvents.CountAsync())).ShouldBe(1);
    }

    [Theory, OnSqlite]
    public async Task Without_the_guard_on_the_signature_the_same_assertion_fails(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, more: s => s.AddSingleton<SandboxSignature, BelievesAnySigner>());
        await Assert.ThrowsAsync<ShouldAssertException>(() => NothingForgedIsBelieved(market));
    }

    [Theory, OnSqlite]
    public async Task Without_the_guard_on_the_time_the_same_assertion_fails(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, more: s => s.AddSingleton<SandboxSignature, BelievesAnyTime>());
        await Assert.ThrowsAsync<ShouldAssertException>(() => NothingOldIsBelieved(market));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task While_secrets_are_rotated_the_old_one_is_still_believed(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var now = market.Komeji.Clock.GetUtcNow();
        var signedBefore = market.Signature.Sign(Body, now);
        market.Signature.Rotate(now.AddSeconds(1));
        market.Signature.Sign(Body, now).ShouldNotBe(signedBefore);
        (await Record(market, Body, signedBefore)).ShouldBe(PaymentEventReceipt.Stored);
        (await Record(market, Body, market.Signature.Sign(Body, now))).ShouldBe(PaymentEventReceipt.Known);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_unknown_kind_is_stored_and_ignored(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        (await Record(market, Body, market.Signature.Sign(Body, market.Komeji.Clock.GetUtcNow()))).ShouldBe(PaymentEventReceipt.Stored);
        await market.Komeji.Run<DuePaymentEvents>();
        var stored = await market.Komeji.Read(db => db.PaymentEvents.SingleAsync());
        (stored.Kind, stored.Body, stored.Outcome).ShouldBe(("sesuatu.baru", Body, PaymentEventOutcome.Ignored));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Money_for_nobody_is_tried_again_and_then_parked_where_it_is_seen(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var charge = market.Provider.Open(Guid.CreateVersion7(market.Komeji.Clock.GetUtcNow()).ToString(), "BLJ-LAIN", 10_000, "http://komeji.test/", market.Komeji.Clock.GetUtcNow().AddDays(1));
        market.Provider.Pay(charge.Id);
        await market.Hear();
        for (var tries = 1; tries < PaymentEvent.MostTries; tries++)
        {
            market.Komeji.Clock.Advance(TimeSpan.FromHours(5));
            (await market.Komeji.Run<DuePaymentEvents>()).Failures.ShouldBe(1);
        }

        var stored = await market.Komeji.Read(db => db.PaymentEvents.SingleAsync());
        (stored.Outcome, stored.Tries).ShouldBe((PaymentEventOutcome.Parked, PaymentEvent.MostTries));
        (await market.Komeji.Read(db => db.Journals.CountAsync())).ShouldBe(0);
        var report = await market.Komeji.Send(new global::Komeji.Application.Ledger.VerifyLedger());
        report.Checks.Single(c => c.Name == "I5 statement of sandbox").Ok.ShouldBeFalse();
    }

    static async Task NothingForgedIsBelieved(MoneyMarket market)
    {
        var now = market.Komeji.Clock.GetUtcNow();
        var good = market.Signature.Sign(Body, now);
        var hash = good.Split("v1=")[1];
        string?[] forged =
        [
            null, "", "v1=", "t=", good.Replace("v1=", "v0="), good[..^1] + (good[^1] == '0' ? '1' : '0'), $"t={now.ToUnixTimeSeconds()}", $"v1={hash}",
            $"t={now.ToUnixTimeSeconds() + 1},v1={hash}", $"t={now.ToUnixTimeSeconds()},v1={new string('0', 64)}", $"t={now.ToUnixTimeSeconds()},v1=zz", new string('t', 5_000),
            $"t={now.ToUnixTimeSeconds()},v1={hash.ToUpperInvariant()[..63]}",
        ];
        foreach (var signature in forged)
        {
            (await Record(market, Body, signature)).ShouldBe(PaymentEventReceipt.NotBelieved, signature);
        }

        var reserialised = JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(Body), Indented);
        foreach (var body in new[] { reserialised, Body + " ", "\uFEFF" + Body, Body.Replace(":0", ":1"), "", "{}" })
        {
            (await Record(market, body, good)).ShouldBe(PaymentEventReceipt.NotBelieved, body);
        }
    }

    static async Task NothingOldIsBelieved(MoneyMarket market)
    {
        var now = market.Komeji.Clock.GetUtcNow();
        foreach (var at in new[] { now.AddSeconds(-301), now.AddSeconds(301), now.AddYears(-1), now.AddYears(40), DateTimeOffset.UnixEpoch })
        {
            (await Record(market, Body, market.Signature.Sign(Body, at))).ShouldBe(PaymentEventReceipt.NotBelieved, $"{at}");
        }

        (await Record(market, Body, market.Signature.Sign(Body, now).Replace("t=", "t=99999999999999999999"))).ShouldBe(PaymentEventReceipt.NotBelieved);
    }

    static Task<PaymentEventReceipt> Record(MoneyMarket market, string body, string? signature) =>
        market.Komeji.Send(new RecordPaymentEvent("sandbox", body, signature));

    /// <summary>The adapter with its guard on the signature taken out.</summary>
    sealed class BelievesAnySigner(SandboxStore store, TimeProvider clock) : SandboxSignature(store, clock)
    {
        protected override bool IsOurs(string body, string seconds, IReadOnlyList<byte[]> given) => true;
    }

    /// <summary>The adapter with its guard on the time taken out.</summary>
    sealed class BelievesAnyTime(SandboxStore store, TimeProvider clock) : SandboxSignature(store, clock)
    {
        protected override bool IsRecent(long seconds, DateTimeOffset now) => true;
    }
}
