using Komeji.Application.Ledger;
using Komeji.Application.Ledger.Runs;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Ledger;

/// <summary>What the checks said stays to be read, and a check can be asked for.</summary>
public sealed class LedgerRunTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_run_is_kept_also_one_that_finds_something(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await market.Pay(await market.Place(25_500));
        (await Look(market)).Shown.ShouldBeNull();
        (await market.Komeji.Run<NightlyLedgerCheck>()).Failures.ShouldBe(0);
        var sound = (await Look(market)).Shown.ShouldNotBeNull();
        sound.Run.Broken.ShouldBe(0);
        sound.Checks.Select(c => c.Name).ShouldBe((await market.Komeji.Send(new VerifyLedger())).Checks.Select(c => c.Name));

        await market.Komeji.Read(db => db.EscrowShares.ExecuteUpdateAsync(s => s.SetProperty(x => x.Remaining, new Rupiah(1))));
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(10));
        (await market.Komeji.Run<NightlyLedgerCheck>()).Failures.ShouldBe(1);
        var page = await Look(market);
        page.Runs.Total.ShouldBe(2);
        var broken = page.Shown.ShouldNotBeNull();
        broken.Run.Broken.ShouldBe(broken.Checks.Count(c => !c.Ok));
        broken.Checks[0].ShouldSatisfyAllConditions(c => c.Ok.ShouldBeFalse(), c => c.Detail.ShouldNotBeEmpty());
        broken.Checks.Single(c => c.Name == "I4 held money").Ok.ShouldBeFalse();
        (await market.Komeji.Send(new ShowLedgerRuns(sound.Run.Id, 1))).Shown.ShouldNotBeNull().Run.ShouldBe(sound.Run);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_check_at_a_time_and_none_right_after_another(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var officer = new UserId(Guid.CreateVersion7(market.Komeji.Clock.GetUtcNow()));
        market.Komeji.As(officer);
        await market.Komeji.Send(new AskLedgerCheck());
        (await Look(market)).IsRunning.ShouldBeTrue();
        await Refused(market, "ledger.check_running");

        (await market.Komeji.RunJob(NightlyLedgerCheck.JobName)).ShouldNotBeNull().Failures.ShouldBe(0);
        var page = await Look(market);
        (page.IsRunning, page.Shown.ShouldNotBeNull().Run.StartedBy).ShouldBe((false, officer.Value.ToString()));
        await Refused(market, "ledger.checked_lately");
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(6));
        await market.Komeji.Send(new AskLedgerCheck());
    }

    static Task<LedgerRunsPage> Look(MoneyMarket market) => market.Komeji.Send(new ShowLedgerRuns(null, 1));

    static async Task Refused(MoneyMarket market, string code) => (await Should.ThrowAsync<RuleBroken>(() => market.Komeji.Send(new AskLedgerCheck()))).Code.ShouldBe(code);
}
