using System.Collections.Concurrent;
using Komeji.Application.Common;
using Komeji.Application.Ledger;
using Komeji.Application.Payouts;
using Komeji.Application.Payouts.Desk;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Komeji.Tests.Application.Payments.MoneyDesk;
using static Komeji.Tests.Application.Payouts.PayoutSteps;

namespace Komeji.Tests.Application.Payouts;

/// <summary>
/// Sixteen requests at once for a balance that is enough for two. The twin runs the same race without the turns, to prove that the race
/// would show a rupiah that is paid twice.
/// </summary>
public sealed class PayoutRaceTests
{
    const int Requests = 16;

    [Theory, OnSqlite, OnPostgres]
    public async Task No_rupiah_is_taken_twice(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await TellAccount(market);
        await Earn(market);
        var codes = await Race(market);
        codes.Count.ShouldBe(Requests - 2);
        codes.ShouldAllBe(code => code == "payout.balance");
        (await market.Balance(2030), await market.Balance(2040)).ShouldBe((-(Earned - 100_000), -100_000));
        await market.ShouldBeSound();
    }

    /// <summary>On SQLite commands queue for the one writer's place anyhow.</summary>
    [Theory, OnPostgres]
    public async Task Without_the_turns_the_same_race_takes_it_twice_and_the_books_tell(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, more: services =>
        {
            services.AddSingleton(new Gathering(Requests));
            services.AddScoped<PayoutReserve, ReserveWithoutTurns>();
        });
        await TellAccount(market);
        await Earn(market);
        (await Race(market)).Count.ShouldBeLessThan(Requests - 2);
        (await market.Komeji.Send(new VerifyLedger())).Checks.Where(c => !c.Ok).Select(c => c.Name).ShouldBe(["I9 nothing overdrawn"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_files_made_at_once_one_has_the_payout(Engine engine)
    {
        await using var market = await Ready(engine);
        var id = await AskAndApprove(market);
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                await As(market, First).Send(new MakePayoutFile(PayoutChannel.BiFast));
                return "";
            }
            catch (RuleBroken refusal)
            {
                return refusal.Code;
            }
        })));
        made.Order().ShouldBe(["", "payout.file_empty", "payout.file_empty", "payout.file_empty"]);
        (await market.Komeji.Read(db => db.Payouts.Where(p => p.Id == id).SelectMany(p => p.Attempts).CountAsync())).ShouldBe(1);
    }

    static async Task<IReadOnlyCollection<string>> Race(MoneyMarket market)
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var codes = new ConcurrentBag<string>();
        var running = Enumerable.Range(0, Requests).Select(_ => Task.Run(async () =>
        {
            await go.Task;
            try
            {
                await Ask(market, 50_000);
            }
            catch (RuleBroken refusal)
            {
                codes.Add(refusal.Code);
            }
        })).ToList();
        go.SetResult();
        await Task.WhenAll(running);
        return codes;
    }

    /// <summary>Nobody waits for a turn: everybody for everybody.</summary>
    sealed class ReserveWithoutTurns(IKomejiDb db, SettingsInForce settings, ICodes codes, TimeProvider clock, Gathering gathering) : PayoutReserve(db, settings, codes, clock)
    {
        protected override Task TakeTurns(StoreId store, UserId owner, CancellationToken cancellationToken) => gathering.Arrive();
    }

    sealed class Gathering(int awaited)
    {
        readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int there;

        public Task Arrive()
        {
            if (Interlocked.Increment(ref there) == awaited)
            {
                all.SetResult();
            }

            return all.Task;
        }
    }
}
