using Komeji.Application.Stores.Desk;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Persistence;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Stores;

/// <summary>A shop that closes while somebody orders from it: either the order was before, and it does not close, or there is none.</summary>
public sealed class ClosingRaceTests
{
    static readonly int Rounds = TestSize.Of(6, 60);

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_an_order_and_a_closing_at_once_one_comes_about(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        for (var round = 0; round < Rounds; round++)
        {
            var shop = await market.Shop();
            var buyer = await market.Buyer();
            await market.Put(buyer, await market.Product(shop));
            var page = await market.Look(buyer);
            var won = await Task.WhenAll(
                Task.Run(() => Try(() => market.Place(buyer, page))),
                Task.Run(() => Try(() => komeji.As(shop.Owner).Send(new CloseMyStore(true)))));
            var state = await komeji.Read(db => db.Stores.Where(s => s.Id == shop.Id).Select(s => s.State).SingleAsync());
            var orders = await komeji.Read(db => db.Orders.CountAsync(o => o.StoreId == shop.Id));
            (orders, state).ShouldBe(won[0] ? (1, StoreState.Active) : (0, StoreState.Closed), $"round {round}");
            won.Count(w => w).ShouldBe(1, $"round {round}");
        }
    }

    /// <summary>Without luck: a checkout holds the shop, and the closing waits until it is through.</summary>
    [Theory, OnPostgres]
    public async Task A_closing_waits_for_the_checkout_that_has_begun(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var buyer = await market.Buyer();
        await market.Put(buyer, await market.Product(shop));
        Task<bool> closing;
        await using (var scope = komeji.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<KomejiDb>();
            await using var checkout = await db.BeginAsync(CancellationToken.None);
            await db.HoldShops(buyer, CancellationToken.None);
            closing = Task.Run(() => Try(() => komeji.As(shop.Owner).Send(new CloseMyStore(true))));
            while (!closing.IsCompleted && !await komeji.Read(other => other.Database.SqlQuery<bool>($"""SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS "Value" """).SingleAsync()))
            {
                await Task.Yield();
            }

            closing.IsCompleted.ShouldBeFalse("it waits for the one who orders");
            await checkout.CommitAsync(CancellationToken.None);
        }

        (await closing).ShouldBeTrue("nothing was ordered after all");
    }

    /// <summary>The twin: a checkout that only looked has seen an open shop, and it closes all the same.</summary>
    [Theory, OnPostgres]
    public async Task Without_the_hold_it_closes_under_the_checkout(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var shop = await new Market(komeji).Shop();
        await using var scope = komeji.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KomejiDb>();
        await using var checkout = await db.BeginAsync(CancellationToken.None);
        (await db.Stores.AnyAsync(s => s.Id == shop.Id && s.State == StoreState.Active)).ShouldBeTrue();
        (await Try(() => komeji.As(shop.Owner).Send(new CloseMyStore(true)))).ShouldBeTrue("nothing holds it off");
        await checkout.CommitAsync(CancellationToken.None);
    }

    static async Task<bool> Try(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (RuleBroken refused) when (refused.Code is "checkout.problem" or "store.open_orders")
        {
            return false;
        }
    }
}
