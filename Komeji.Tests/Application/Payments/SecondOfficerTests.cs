using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Payments.Approvals;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Settings;
using Komeji.Application.Support;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Settings;
using Komeji.Tests.Application.Payouts;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Komeji.Tests.Application.Payments.MoneyDesk;

namespace Komeji.Tests.Application.Payments;

/// <summary>What is above the limit of one officer, Rp1.000.000, waits for another; nothing moves before.</summary>
public sealed class SecondOfficerTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_large_refund_waits_and_is_booked_when_another_agrees(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await Grant(market, First, Second);
        var number = await Completed(market, 2_000_000);
        (await As(market, First).Send(await Previewed(market, number, 1_000_001))).ShouldBe(MoneyDecided.Waits);
        (await market.Balance(2090), await market.Komeji.Read(db => db.RefundDecisions.CountAsync())).ShouldBe((0, 0));
        (await market.Komeji.Read(db => db.Orders.Where(o => o.Number == number).Select(o => o.RefundedGoods).SingleAsync())).ShouldBe(Rupiah.Zero);
        (await As(market, First).Send(new ShowRefundChoice(number))).Waiting.ShouldNotBeNull().Amount.ShouldBe(new Rupiah(1_000_001));
        await market.ShouldBeSound();

        var row = (await As(market, Second).Send(new ListWaitingWork(WaitingKind.MoneyApprovals, 1))).Rows.Single();
        var id = new MoneyApprovalId(Guid.Parse(row.Key!));
        var link = $"/operator/persetujuan/{id.Value}";
        (await market.Komeji.Read(db => db.Notifications.Where(n => n.Link == link).Select(n => n.UserId).ToListAsync())).ShouldBe([Second]);
        (await Refused(async () => await As(market, First).Send(await Previewed(market, number, 1_500_000)))).ShouldBe("approval.waits");
        (await Refused(() => As(market, First).Send(new ApproveMoney(id, "Setuju")))).ShouldBe("approval.same_officer");
        (await Refused(() => As(market, market.Buyer).Send(new ApproveMoney(id, "Setuju")))).ShouldBe("staff.own_case");
        (await As(market, Second).Send(new ShowApproval(id))).ShouldSatisfyAllConditions(p => p.Refund.ShouldNotBeNull(), p => p.Obstacle.ShouldBeNull(), p => p.IsOwn.ShouldBeFalse());

        await As(market, Second).Send(new ApproveMoney(id, "Sudah saya periksa"));
        (await market.Balance(2090)).ShouldBe(-1_000_001);
        (await market.Komeji.Read(db => db.RefundDecisions.Select(d => d.DecidedBy).SingleAsync())).ShouldBe(First.Value);
        (await market.Komeji.Read(db => db.StateChanges.Where(c => c.Subject == MoneyApproval.Subject).OrderBy(c => c.Id).Select(c => c.ReasonCode).ToListAsync())).ShouldBe(["asked", "approved"]);
        (await Refused(() => As(market, Second).Send(new ApproveMoney(id, "Sekali lagi")))).ShouldBe("approval.illegal_move");
        (await As(market, Second).Send(new ListApprovals(false, 1))).Rows.Single().State.ShouldBe(MoneyApprovalState.Approved);
        await market.ShouldBeSound();
    }

    /// <summary>600,000 one officer decides alone; 400,001 more of the same purchase would be more than a million.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Cutting_a_large_refund_into_small_ones_does_not_help(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var number = await Completed(market, 2_000_000);
        (await As(market, First).Send(await Previewed(market, number, 600_000))).ShouldBe(MoneyDecided.Booked);
        (await As(market, First).Send(await Previewed(market, number, 400_001))).ShouldBe(MoneyDecided.Waits);
        (await market.Balance(2090)).ShouldBe(-600_000);
    }

    /// <summary>The limit is a setting with a day.</summary>
    [Theory, OnSqlite]
    public async Task The_limit_of_the_day_holds(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var number = await Completed(market, 2_000_000);
        await market.Komeji.Write(db =>
        {
            db.Settings.Add(new Setting(SettingCatalogue.SecondOfficerAbove, "5000", market.Komeji.Clock.GetUtcNow().AddDays(-1), "uji", "uji", null, market.Komeji.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        (await As(market, First).Send(await Previewed(market, number, 5_001))).ShouldBe(MoneyDecided.Waits);
    }

    /// <summary>While it waits the money stays where it is: the order's clock makes it complete only after the answer.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task While_it_waits_the_order_is_not_completed_by_its_clock(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(2_000_000);
        await market.Pay(placed);
        var number = placed.OrderNumbers[0];
        await market.Komeji.As(market.Seller).Send(new AcceptOrder(number));
        await market.Komeji.Send(new ShipOrder(number, "JX1234567890"));
        await market.Komeji.Send(new ProveDelivery(number, "Siti Aminah", Stream.Null));
        (await As(market, First).Send(await Previewed(market, number, 1_500_000))).ShouldBe(MoneyDecided.Waits);
        market.Komeji.Clock.Advance(TimeSpan.FromDays(20));
        await market.Komeji.Run<DueOrderTimers>();
        (await StateOf(market, number)).ShouldBe(OrderState.Delivered);
        await As(market, Second).Send(new RejectMoney(await Waiting(market), "Buktinya kurang"));
        await market.Komeji.Run<DueOrderTimers>();
        (await StateOf(market, number)).ShouldBe(OrderState.Completed);
    }

    /// <summary>2,008,000 less the fee of 100,000 are the shop's; of them 1,500,000 may go back.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task While_it_waits_it_is_not_paid_out(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await PayoutSteps.TellAccount(market);
        var number = await Completed(market, 2_000_000);
        await PayoutSteps.Settle(market);
        await As(market, First).Send(await Previewed(market, number, 1_500_000));
        (await Refused(() => PayoutSteps.Ask(market, 408_001))).ShouldBe("payout.balance");
        await PayoutSteps.Ask(market);
        (await market.Balance(2040)).ShouldBe(-408_000);
        await As(market, Second).Send(new RejectMoney(await Waiting(market), "Buktinya kurang"));
        await PayoutSteps.Ask(market);
        (await market.Balance(2040)).ShouldBe(-1_908_000);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Rejected_nothing_moves_and_what_changed_meanwhile_cannot_be_approved(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var number = await Completed(market, 2_000_000);
        await As(market, First).Send(await Previewed(market, number, 1_500_000));
        var first = await Waiting(market);
        await As(market, Second).Send(new RejectMoney(first, "Buktinya kurang"));
        (await market.Balance(2090)).ShouldBe(0);

        await As(market, First).Send(await Previewed(market, number, 1_500_000));
        var second = await Waiting(market);
        await Decide(market, number, 10_000);
        (await Refused(() => As(market, Second).Send(new ApproveMoney(second, "Setuju")))).ShouldBe("refund.changed");
        (await As(market, Second).Send(new ShowApproval(second))).Obstacle.ShouldNotBeNull();
        await As(market, First).Send(new RejectMoney(second, "Saya hitung ulang"));
        (await market.Balance(2090)).ShouldBe(-10_000);
        await market.ShouldBeSound();
    }

    /// <summary>Sixteen say yes at once: one refund.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_approvals_at_once_one_is_booked(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var number = await Completed(market, 2_000_000);
        await As(market, First).Send(await Previewed(market, number, 1_500_000));
        var (id, officer) = (await Waiting(market), As(market, Second));
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            try
            {
                await officer.Send(new ApproveMoney(id, "Setuju"));
            }
            catch (Exception refusal) when (refusal is RuleBroken or DbUpdateException)
            {
                // Another was first.
            }
        })));
        (await market.Balance(2090)).ShouldBe(-1_500_000);
        (await market.Komeji.Read(db => db.RefundDecisions.CountAsync())).ShouldBe(1);
        await market.ShouldBeSound();
    }

    /// <summary>The database itself: nobody approves what she asked for, and nothing has an answer of nobody.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task The_database_refuses_one_officer_for_both(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var number = await Completed(market, 2_000_000);
        await As(market, First).Send(await Previewed(market, number, 1_500_000));
        await Should.ThrowAsync<Exception>(() => market.Komeji.Read(db => db.MoneyApprovals.ExecuteUpdateAsync(set => set.SetProperty(a => a.State, MoneyApprovalState.Approved).SetProperty(a => a.DecidedBy, (UserId?)First))));
        await Should.ThrowAsync<Exception>(() => market.Komeji.Read(db => db.MoneyApprovals.ExecuteUpdateAsync(set => set.SetProperty(a => a.State, MoneyApprovalState.Approved))));
        (await market.Komeji.Read(db => db.MoneyApprovals.Select(a => a.State).SingleAsync())).ShouldBe(MoneyApprovalState.Waiting);
    }

    /// <summary>1,208,000 were taken and lost; that the cooperative bears it two officers decide.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_large_dispute_is_borne_by_two(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(1_200_000);
        market.StandIn.Books.EndDispute(market.StandIn.Books.OpenDispute(await market.Pay(placed)), won: false);
        await market.Hear();
        var dispute = await market.Komeji.Read(db => db.Disputes.Select(d => d.Id).SingleAsync());
        (await Refused(() => As(market, First).Send(new BearDispute(dispute, "")))).ShouldBe("dispute.reason_required");
        (await As(market, First).Send(new BearDispute(dispute, "Paket terbukti sampai"))).ShouldBe(MoneyDecided.Waits);
        (await market.Balance(1200), await market.Balance(5030)).ShouldBe((1_208_000, 0));
        await As(market, Second).Send(new ApproveMoney(await Waiting(market), "Bukti lengkap"));
        (await market.Balance(1200), await market.Balance(5030)).ShouldBe((0, 1_208_000));
        await market.Complete(placed.Orders[0]);
        await PayAtStripeTests.ShouldAgree(market);
    }

    static Task<OrderState> StateOf(MoneyMarket market, string number) => market.Komeji.Read(db => db.Orders.Where(o => o.Number == number).Select(o => o.State).SingleAsync());

    static Task<MoneyApprovalId> Waiting(MoneyMarket market) =>
        market.Komeji.Read(db => db.MoneyApprovals.Where(a => a.State == MoneyApprovalState.Waiting).Select(a => a.Id).SingleAsync());

    static async Task<string> Completed(MoneyMarket market, long goods)
    {
        var placed = await market.Place(goods);
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        return placed.OrderNumbers[0];
    }

    static Task Grant(MoneyMarket market, params UserId[] officers) => market.Komeji.Write(db =>
    {
        db.RoleGrants.AddRange(officers.Select(o => RoleGrant.Give(o, Roles.Finance, "", Actor.System, "Untuk pengujian", market.Komeji.Clock.GetUtcNow())));
        return Task.CompletedTask;
    });
}
