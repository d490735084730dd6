using System.Collections.Concurrent;
using Komeji.Application.Common;
using Komeji.Application.Promotions;
using Komeji.Domain.Common;
using Komeji.Domain.Promotions;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Promotions;

/// <summary>
/// Many buyers at once for the last places of a voucher, or the last rupiah of its fund. The twin runs the same race with the guard taken
/// out: then the database itself refuses.
/// </summary>
public sealed class VoucherRaceTests
{
    const int Places = 3;
    const int Buyers = 16;

    /// <param name="quota">Of places; the fund is for as many as <paramref name="funded"/>.</param>
    [Theory]
    [OnSqlite(Places, 10), OnPostgres(Places, 10)]
    [OnSqlite(10, Places), OnPostgres(10, Places)]
    public async Task The_last_place_and_the_last_rupiah_go_to_one_purchase(Engine engine, int quota, int funded)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (placed, refused, faults) = await Race(komeji, quota, funded);
        faults.ShouldBeEmpty();
        (placed, refused).ShouldBe((Places, Buyers - Places));
        (await komeji.Read(db => db.VoucherUses.CountAsync())).ShouldBe(Places);
        await new VoucherDesk(komeji, new Market(komeji)).ShouldBeSound();
    }

    /// <summary>SQLite has one writer, so that the page before it sees every place taken; there the guard has no race to win.</summary>
    [Theory, OnPostgres]
    public async Task Without_the_guard_the_database_still_refuses(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine, services => services.AddScoped<VoucherPlaces, UnguardedPlaces>());
        var (placed, _, faults) = await Race(komeji, Places, 10);
        placed.ShouldBe(Places);
        faults.Count.ShouldBeGreaterThan(0);
    }

    sealed class UnguardedPlaces(IKomejiDb db, TimeProvider clock) : VoucherPlaces(db, clock)
    {
        protected override IQueryable<Voucher> Enough(IQueryable<Voucher> vouchers, long part) => vouchers;
    }

    static async Task<(int Placed, int Refused, IReadOnlyList<string> Faults)> Race(TestKomeji komeji, int quota, int funded)
    {
        var market = new Market(komeji);
        var desk = new VoucherDesk(komeji, market);
        await desk.GiveCooperative(50_000);
        var thing = await market.Product(await market.Shop("", pickup: true), 30_000, stock: 100);
        await desk.OfCooperative(desk.Terms("HEMAT5", 5_000, quota), 5_000 * funded);
        var looked = new List<(UserId Buyer, Komeji.Application.Ordering.Checkouts.CheckoutPage Page)>();
        for (var i = 0; i < Buyers; i++)
        {
            var buyer = await market.Buyer();
            await market.Put(buyer, thing);
            looked.Add((buyer, await desk.Look(buyer, "HEMAT5")));
        }

        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var faults = new ConcurrentBag<string>();
        var (placed, refused) = (0, 0);
        var running = looked.ConvertAll(one => Task.Run(async () =>
        {
            await start.Task;
            try
            {
                await market.Place(one.Buyer, one.Page, VoucherDesk.Wish("HEMAT5"));
                Interlocked.Increment(ref placed);
            }
            catch (RuleBroken refusal) when (refusal.Code is "voucher.gone" or "checkout.problem")
            {
                Interlocked.Increment(ref refused);
            }
#pragma warning disable CA1031 // Any other outcome is what the race looks for.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                faults.Add($"{fault.GetType().Name}: {fault.Message}");
            }
        }));
        start.SetResult();
        await Task.WhenAll(running);
        return (placed, refused, [.. faults]);
    }
}
