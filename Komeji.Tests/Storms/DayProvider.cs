using System.Text;
using Komeji.Application.Payments;
using Komeji.Application.Reconciliation;
using Komeji.Domain.Accounts;
using Komeji.Integrations.Payments.StandIns;
using Komeji.Tests.Application.Payments;
using Komeji.Tests.Support;

namespace Komeji.Tests.Storms;

/// <summary>The stand-in of a provider, as a <see cref="TradingDay"/> needs it.</summary>
abstract class DayProvider
{
    public abstract string Gateway { get; }

    /// <summary>The way to pay that buyers choose; empty where the provider's page asks.</summary>
    public abstract string Channel { get; }
    public abstract StandInPost Post { get; }
    public abstract StandInFaults Faults { get; }

    /// <summary>What a process of the product must be told to find it.</summary>
    public abstract IReadOnlyList<(string Name, string Value)> Settings { get; }

    /// <returns>The provider's id of the payment; null when it cannot be paid.</returns>
    public abstract Task<string?> Pay(Placed placed, StartedPayment started);

    /// <summary>The buyer's bank takes a part back, in rupiah, or all of it.</summary>
    /// <returns>Null where this provider tells of no disputes.</returns>
    public virtual string? Dispute(string payment, long? part) => null;

    public virtual void EndDispute(string dispute, bool won)
    {
    }

    /// <returns>The settlement that was told of; null where none was.</returns>
    public virtual string? Settle() => null;

    /// <summary>The next day, for a provider that reports what it settled to officers.</summary>
    public virtual Task Report() => Task.CompletedTask;
}

sealed class StripeDay(MoneyMarket market) : DayProvider
{
    public override string Gateway => "stripe";

    public override string Channel => "";

    public override StandInPost Post => market.StandIn.Post;

    public override StandInFaults Faults => market.StandIn.Faults;

    public override IReadOnlyList<(string Name, string Value)> Settings =>
    [
        ("Payments:Gateway", "Stripe"), ("Payments:Stripe:SecretKey", StripeKeys.Secret),
        ("Payments:Stripe:WebhookSecrets", string.Join(',', StripeKeys.Webhook)), ("Payments:Stripe:ApiBase", market.StandIn.Address.ToString()),
    ];

    public override Task<string?> Pay(Placed placed, StartedPayment started) =>
        Task.FromResult(started.PayAddress?.Split('/')[^1] is { } session ? market.StandIn.Books.Pay(session) : null);

    public override string? Dispute(string payment, long? part) => market.StandIn.Books.OpenDispute(payment, part: part * 100);

    public override void EndDispute(string dispute, bool won) => market.StandIn.Books.EndDispute(dispute, won);

    public override string? Settle()
    {
        var payout = market.StandIn.Books.PayOut();
        if (payout is not null)
        {
            market.StandIn.Books.EndPayout(payout, arrives: true);
        }

        return payout;
    }
}

sealed class MidtransDay(MoneyMarket market) : DayProvider
{
    public override string Gateway => "midtrans";

    public override string Channel => "qris";

    public override StandInPost Post => market.Midtrans.Post;

    public override StandInFaults Faults => market.Midtrans.Faults;

    public override IReadOnlyList<(string Name, string Value)> Settings =>
    [
        ("Payments:Gateway", "Midtrans"), ("Payments:Midtrans:ServerKey", MidtransKeys.Server), ("Payments:Midtrans:ApiBase", market.Midtrans.Address.ToString()),
    ];

    /// <summary>By the newest attempt's key, which is the provider's order.</summary>
    public override async Task<string?> Pay(Placed placed, StartedPayment started) =>
        market.Midtrans.Books.Pay((await market.PaymentOf(placed)).Attempts.OrderByDescending(a => a.CreatedAt).First().Id.Value.ToString());

    public override async Task Report()
    {
        market.Komeji.Clock.Advance(TimeSpan.FromDays(1));
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(market.Midtrans.Books.Report()));
        await market.Komeji.As(MoneyDesk.First, Roles.Finance).Send(new BookSettlementReport("laporan.csv", file));
    }
}
