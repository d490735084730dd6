using Komeji.Application.Common;
using Komeji.Application.Payments;
using Komeji.Domain.Payments;
using Komeji.Integrations.Payments.Stripe;
using Komeji.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit.Abstractions;

namespace Komeji.Tests.Storms;

/// <summary>
/// The provider does what it is asked and does not answer, to many buyers at once. They wait; the database waits for none of them, and
/// in the end each purchase has one page to pay on and is charged once.
/// </summary>
public sealed class SilenceStorm(ITestOutputHelper output)
{
    /// <summary>More than the database has connections for.</summary>
    static readonly int Buyers = TestSize.Of(24, 200);

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory, OnSqlite, OnPostgres]
    public async Task While_many_wait_for_the_provider_others_are_served_and_each_is_charged_once(Engine engine)
    {
        await using var market = await Open(engine);
        var placed = await Place(market, Buyers);
        var calls = await Press(market, placed);
        (await OpenTransactions(market)).ShouldBe(0);
        await market.Place(25_500); // Somebody else orders meanwhile.

        market.Komeji.Clock.Advance(StartPayment.Patience);
        (await Task.WhenAll(calls).WaitAsync(Patience)).ShouldAllBe(started => started.PayAddress == null);
        foreach (var one in placed)
        {
            (await market.Komeji.As(market.Buyer).Send(new ShowPayment(one.Number))).Standing.ShouldBe(PaymentStanding.BeingChecked);
        }

        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(5));
        (await market.Komeji.Run<ReconcilePayments>()).Failures.ShouldBe(0);
        foreach (var one in placed)
        {
            market.StandIn.Books.Pay(await market.Start(one)).ShouldNotBeNull();
        }

        await market.Hear();
        (market.StandIn.Books.Sessions, market.StandIn.Books.Charges()).ShouldBe((Buyers, Buyers));
        (await market.Komeji.Read(db => db.Payments.CountAsync(p => p.State == PaymentState.Paid))).ShouldBe(Buyers);
        await market.ShouldBeSound();
        output.WriteLine($"{engine}: {Buyers} buyers waited at once for a provider that was silent; {market.StandIn.Books.Charges()} charges");
    }

    /// <summary>The guard taken out: the call is made in the middle of a transaction, and one buyer more would find no connection.</summary>
    [Theory, OnPostgres]
    public async Task Called_inside_a_transaction_the_provider_takes_all_connections(Engine engine)
    {
        await using var market = await Open(engine, services => services.AddTransient<IRequestHandler<StartPayment, StartedPayment>, CallsInTheTransaction>());
        var connections = new NpgsqlConnectionStringBuilder(market.Komeji.ConnectionString).MaxPoolSize;
        var calls = await Press(market, await Place(market, connections));
        var held = await OpenTransactions(market);
        market.Komeji.Clock.Advance(StartPayment.Patience);
        await Task.WhenAny(Task.WhenAll(calls)).WaitAsync(Patience);
        calls.ShouldAllBe(call => !call.IsCompletedSuccessfully);

        output.WriteLine($"{engine}: {held} of {connections} connections held while the provider was silent");
        held.ShouldBe(connections);
    }

    /// <summary>The adapter itself waits for as long as it is let: how long that is, is the product's to say.</summary>
    static async Task<MoneyMarket> Open(Engine engine, Action<IServiceCollection>? more = null)
    {
        MoneyMarket? market = null;
        return market = await MoneyMarket.OpenAtStripe(engine, 0, services =>
        {
            services.AddSingleton<StripeOptions>(_ => StripeKeys.At(market!.StandIn.Address) with { Patience = Patience });
            more?.Invoke(services);
        });
    }

    static async Task<IReadOnlyList<Placed>> Place(MoneyMarket market, int count)
    {
        var placed = new List<Placed>();
        for (var i = 0; i < count; i++)
        {
            placed.Add(await market.Place(20_000 + i));
        }

        return placed;
    }

    /// <returns>When the provider has done what each asked, and answers none.</returns>
    static async Task<IReadOnlyList<Task<StartedPayment>>> Press(MoneyMarket market, IReadOnlyList<Placed> placed)
    {
        market.StandIn.Faults.Next([.. Enumerable.Repeat(StandInFault.SilentAfter, placed.Count)]);
        var buyer = market.Komeji.As(market.Buyer);
        var calls = placed.Select(one => Task.Run(() => buyer.Send(new StartPayment(one.Number)))).ToList();
        using var limit = new CancellationTokenSource(Patience);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (market.StandIn.Books.Sessions < placed.Count)
        {
            await often.WaitForNextTickAsync(limit.Token);
        }

        return calls;
    }

    /// <summary>Asked from outside the product's pool. SQLite has no such question; there the order placed meanwhile tells.</summary>
    static async Task<int> OpenTransactions(MoneyMarket market)
    {
        if (market.Komeji.Engine == Engine.Sqlite)
        {
            return 0;
        }

        await using var outside = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(market.Komeji.ConnectionString) { Pooling = false }.ConnectionString);
        await outside.OpenAsync();
        await using var ask = new NpgsqlCommand("SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'", outside);
        return (int)(await ask.ExecuteScalarAsync())!;
    }

    sealed class CallsInTheTransaction(IKomejiDb db, UnitOfWork unitOfWork, Gateways gateways, TimeProvider clock) : IRequestHandler<StartPayment, StartedPayment>
    {
        public Task<StartedPayment> Handle(StartPayment request, CancellationToken cancellationToken) => unitOfWork.Run(
            async () =>
            {
                var now = clock.GetUtcNow();
                var purchase = await db.Purchases.AsNoTracking().SingleAsync(p => p.Number == request.PurchaseNumber, cancellationToken);
                var payment = await db.Payments.Include(p => p.Attempts).SingleAsync(p => p.PurchaseId == purchase.Id, cancellationToken);
                var attempt = payment.Attempt(gateways.Chosen.Name, now);
                using var patience = new CancellationTokenSource(StartPayment.Patience, clock);
                await gateways.Chosen.Start(new PaymentIntent(attempt.Id, purchase.Number, payment.Amount, "http://komeji.test/", purchase.PayBefore, attempt.CreatedAt), patience.Token);
                return new StartedPayment(null);
            },
            cancellationToken);
    }
}
