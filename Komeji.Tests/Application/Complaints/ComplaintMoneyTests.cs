using Komeji.Application.Complaints;
using Komeji.Application.Complaints.Desk;
using Komeji.Application.Ledger;
using Komeji.Application.Ordering;
using Komeji.Application.Ordering.Staff;
using Komeji.Application.Payments;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Returns;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Tests.Application.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Komeji.Tests.Application.Payments.MoneyDesk;

namespace Komeji.Tests.Application.Complaints;

/// <summary>
/// What a complaint costs, and whom. Of 25,500 + 8,000: fee 1,275, cost 234, the shop's 32,225. Worked by hand in docs/domain/complaints.md.
/// </summary>
public sealed class ComplaintMoneyTests
{
    /// <summary>A damaged parcel: offer, counter-offer, agreement; 10,000 go back at the shop's cost (fee 5 % of 15,500 = 775), the rest is released.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Agreed_amounts_go_back_once_and_the_rest_is_released(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped();
        var complaint = await market.Complain(order);
        (await market.OrderState(order)).ShouldBe(OrderState.Delivered);
        await market.AsSeller().Send(new ProposeSolution(complaint, ComplaintOnlooker.Seller, await market.Part(order, 5_000), "Hanya retak sedikit"));
        await market.AsBuyer().Send(new ProposeSolution(complaint, ComplaintOnlooker.Buyer, await market.Part(order, 10_000), "Setengah yang pecah"));
        (await Refused(() => market.Receive(order))).ShouldBe("escrow.frozen");
        await market.AsSeller().Send(new AcceptSolution(complaint, ComplaintOnlooker.Seller, 3));
        await market.CarryOut();
        await market.CarryOut();
        (await market.StateOf(complaint)).ShouldBe(ComplaintState.Resolved);
        (await market.Balance(2010), await market.Balance(2090)).ShouldBe((-23_500, -10_000));
        await market.Receive(order);
        (await market.Balance(2010), await market.Balance(2030), await market.Balance(2100)).ShouldBe((0, -(23_500 - 775), -(775 - 234)));
        await market.Komeji.Run<DueRefunds>();
        await market.ShouldBeSound();
    }

    /// <summary>The seller is silent about more than the limit; an officer decides against the courier, the seller appeals, another decides finally.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Exactly_the_named_parties_are_charged_after_an_appeal(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped(600_000);
        var complaint = await market.Complain(order);
        await market.Wait(TimeSpan.FromHours(72));
        (await market.StateOf(complaint)).ShouldBe(ComplaintState.Mediation);
        await market.Decide(complaint, First, await market.Part(order, 100_000), new Liability(0, 100, 0, 0, 0));
        await market.AsSeller().Send(new AppealDecision(complaint, ComplaintOnlooker.Seller, "Ada foto dari kurir"));
        (await Refused(() => market.AsOfficer(First).Send(new ClaimComplaint(complaint, true)))).ShouldBe("complaint.same_officer");
        await market.AsOfficer(ComplaintSteps.Second).Send(new ClaimComplaint(complaint, true));
        var verdict = await market.AsOfficer(ComplaintSteps.Second).Send(new PreviewVerdict(complaint, await market.Part(order, 100_000), new Liability(50, 30, 0, 20, 0), "Kemasan tipis", false));
        (verdict.Refund!.Amount, verdict.BuyersPart, verdict.Refund.NeedsSecond, verdict.Obstacle).ShouldBe((new Rupiah(80_000), new Rupiah(20_000), false, null));
        verdict.Refund.Shares.Select(s => (s.Bearer, s.Amount.Amount)).ShouldBe([(RefundBearer.Seller, 50_000L), (RefundBearer.Courier, 30_000L)]);
        (await market.StateOf(complaint), await market.Balance(2090)).ShouldBe((ComplaintState.Appealed, 0));
        await market.Decide(complaint, ComplaintSteps.Second, await market.Part(order, 100_000), new Liability(50, 30, 0, 20, 0));
        await market.CarryOut();
        (await market.StateOf(complaint)).ShouldBe(ComplaintState.Resolved);
        (await market.Balance(1030), await market.Balance(2010), await market.Balance(2090)).ShouldBe((30_000, -558_000, -80_000));
        var page = await market.AsBuyer().Send(new ShowComplaint(complaint, ComplaintOnlooker.Buyer));
        page.Outcome!.Bearers.ShouldBe([(ComplaintParty.Seller, 50), (ComplaintParty.Courier, 30), (ComplaintParty.Buyer, 20)]);
        page.Refunded.ShouldBe(new Rupiah(80_000));
        var told = await Told(market, complaint);
        told.ShouldContain(n => n.Contains("penjual tidak menjawab, petugas Komeji memutuskan", StringComparison.Ordinal));
        told.ShouldContain(n => n.Contains("Penanggung jawab: penjual 50 %, kurir 30 %, pembeli 20 %.", StringComparison.Ordinal));
        told.ShouldContain(n => n.Contains("selesai, Rp80.000 kembali ke pembeli", StringComparison.Ordinal));
        await market.Receive(order);
        await market.Komeji.Run<DueRefunds>();
        await market.ShouldBeSound();
    }

    /// <summary>It never came: all of it goes back at the courier's cost, and what was held for the shop is released to it, 32,225 and the fee.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_lost_parcel_ends_its_order_and_the_shop_is_paid(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped();
        var complaint = await market.Complain(order, shipping: 8_000, type: ComplaintType.NotReceived);
        (await market.OrderState(order)).ShouldBe(OrderState.Shipped);
        await market.AsOfficer(First).Send(new AskForHelp(complaint, ComplaintOnlooker.Staff, "Kurir mengaku hilang"));
        await market.Decide(complaint, First, await market.Part(order, 25_500, 8_000), new Liability(0, 100, 0, 0, 0));
        await market.Wait(TimeSpan.FromDays(3));
        (await market.StateOf(complaint), await market.OrderState(order)).ShouldBe((ComplaintState.Resolved, OrderState.Refunded));
        (await market.Balance(2010), await market.Balance(1030), await market.Balance(2030), await market.Balance(2090)).ShouldBe((0, 33_500, -32_225, -33_500));
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Silence_grants_a_small_wish_at_the_sellers_cost(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped();
        var complaint = await market.Complain(order, shipping: 8_000);
        await market.Wait(TimeSpan.FromHours(72));
        await market.CarryOut();
        (await market.StateOf(complaint), await market.OrderState(order)).ShouldBe((ComplaintState.Resolved, OrderState.Refunded));
        (await Told(market, complaint)).ShouldContain(n => n.Contains("permintaan pembeli dikabulkan karena penjual tidak menjawab", StringComparison.Ordinal));
        (await market.Balance(2010), await market.Balance(2030), await market.Balance(2090)).ShouldBe((0, 0, -33_500));
        await market.ShouldBeSound();
    }

    static Task<List<string>> Told(MoneyMarket market, string complaint) =>
        market.Komeji.Read(db => db.Notifications.Where(n => n.Title.Contains(complaint)).Select(n => n.Title + " " + n.Body).ToListAsync());

    /// <summary>Only its own order's money waits; when the complaint is given up the order's clock has back the day it stood still.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Only_its_own_orders_money_waits_and_its_clock_gets_the_time_back(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var (order, other) = (await market.Shipped(), await market.Shipped());
        var complaint = await market.Complain(order);
        var due = await Due(market, order);
        (await market.AsBuyer().Send(new ListMyOrders(OrderGroup.All, null, 1))).Page.Rows.Where(r => r.Complaint == complaint).Select(r => r.Number).ShouldBe([order]);
        (await market.AsSeller().Send(new ListSellerOrders(SellerOrderTab.All, null, 1))).Rows.Rows.Where(r => r.Complained).Select(r => r.Number).ShouldBe([order]);
        (await market.AsOfficer(First).Send(new ListOrders(OrderGroup.All, null, 1))).Rows.Where(r => r.Complained).Select(r => r.Number).ShouldBe([order]);
        await market.Receive(other);
        (await market.OrderState(other)).ShouldBe(OrderState.Completed);
        market.Komeji.Clock.Advance(TimeSpan.FromDays(1));
        await market.AsBuyer().Send(new CancelComplaint(complaint, "Ternyata utuh"));
        (await Due(market, order)).ShouldBe(due.AddDays(1));
        (await market.Komeji.Read(db => db.EscrowShares.CountAsync(s => s.State == EscrowState.Frozen))).ShouldBe(0);
        await market.Receive(order);
        await market.ShouldBeSound();
    }

    /// <summary>The seller and the officers are sent to the complaint, also with what they had looked at before; when it is over, what is left may go back as ever.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task While_it_is_open_money_goes_back_by_the_complaint_alone(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped();
        var seen = await Previewed(market, order, 10_000);
        var complaint = await market.Complain(order, wish: ComplaintSolution.PartRefund, amount: 10_000);
        (await Refused(() => market.AsSeller().Send(new RefundOrder(order, "Barang rusak")))).ShouldBe("refund.complaint_open");
        (await Refused(() => Previewed(market, order, 10_000))).ShouldBe("refund.complaint_open");
        (await Refused(() => As(market, First).Send(seen))).ShouldBe("refund.complaint_open");
        (await As(market, First).Send(new ShowRefundChoice(order))).Complaint.ShouldBe(complaint);
        (await market.StateOf(complaint), await market.Balance(2090)).ShouldBe((ComplaintState.AwaitingSeller, 0));
        await market.AsSeller().Send(new AcceptSolution(complaint, ComplaintOnlooker.Seller, 1));
        await market.CarryOut();
        (await market.StateOf(complaint), await market.Balance(2090)).ShouldBe((ComplaintState.Resolved, -10_000));
        (await As(market, First).Send(new ShowRefundChoice(order))).Complaint.ShouldBeNull();
        await MoneyDesk.Decide(market, order, 5_000);
        (await market.Balance(2090)).ShouldBe(-15_000);
        await market.ShouldBeSound();
    }

    /// <summary>The buyer gives her complaint up while her bank decides for the shop: whoever comes second sees it, and the money goes on.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_complaint_and_a_dispute_that_end_at_once_leave_nothing_frozen(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        for (var round = 0; round < TestSize.Of(2, 20); round++)
        {
            var placed = await market.Place((25_500L, 1));
            var payment = await market.Pay(placed);
            await market.ShipPart(placed.Orders[0]);
            var complaint = await market.Complain(placed.OrderNumbers[0]);
            var dispute = market.StandIn.Books.OpenDispute(payment);
            await market.Hear();
            market.StandIn.Books.EndDispute(dispute, won: true);
            var buyer = market.AsBuyer();
            await Task.WhenAll(Task.Run(() => market.Hear()), Task.Run(() => Try(() => buyer.Send(new CancelComplaint(complaint, "Ternyata utuh")))));
            if (await market.StateOf(complaint) != ComplaintState.Cancelled)
            {
                await buyer.Send(new CancelComplaint(complaint, "Ternyata utuh"));
            }

            market.Komeji.Clock.Advance(TimeSpan.FromHours(1));
            await market.Hear();
            (await market.Komeji.Read(db => db.EscrowShares.CountAsync(s => s.State == EscrowState.Frozen))).ShouldBe(0);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Money_that_nothing_holds_is_found(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await market.Shipped();
        await market.Komeji.Read(db => db.EscrowShares.ExecuteUpdateAsync(s => s.SetProperty(x => x.State, EscrowState.Frozen)));
        (await market.Komeji.Send(new VerifyLedger())).Checks.Single(c => c.Name == "complaints agree").Ok.ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_workers_at_once_one_books_it(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped();
        var complaint = await market.Complain(order, wish: ComplaintSolution.PartRefund, amount: 10_000);
        await market.AsSeller().Send(new AcceptSolution(complaint, ComplaintOnlooker.Seller, 1));
        var id = await market.Komeji.Read(db => db.Complaints.Select(c => c.Id).SingleAsync());
        var worker = market.Komeji.As(null);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Try(() => worker.Send(new CarryOutComplaint(id))))));
        await market.CarryOut();
        (await market.Komeji.Read(db => db.RefundDecisions.CountAsync())).ShouldBe(1);
        (await market.StateOf(complaint), await market.Balance(2090)).ShouldBe((ComplaintState.Resolved, -10_000));
        await market.ShouldBeSound();
    }

    /// <summary>Offers, silence, decisions, appeals, returns, exchanges and refunds by staff in any order: whatever happens, the books are sound and nobody gets more than was paid.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Whatever_is_offered_and_decided_the_books_stay_sound(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, vatBasisPoints: 1_100);
        var random = new Random(11);
        for (var round = 0; round < TestSize.Of(6, 120); round++)
        {
            var order = await market.Shipped(random.Next(1_000, 600_000), random.Next(1, 4));
            await RandomCourse.Run(market, order, random);
        }

        for (var day = 0; day < 4; day++)
        {
            (await market.Komeji.As(null).Run<DueReturns>()).Failures.ShouldBe(0);
            await market.Wait(TimeSpan.FromDays(10));
        }

        await market.Komeji.Run<DueOrderTimers>();
        await market.Komeji.Run<DueRefunds>();
        (await market.Komeji.Read(db => db.EscrowShares.CountAsync(s => s.State == EscrowState.Frozen && !db.Complaints.Any(c => c.OrderId == s.OrderId && c.EndedAt == null)))).ShouldBe(0);
        (await market.Komeji.Read(db => db.Orders.CountAsync(o => db.Refunds.Where(r => r.OrderId == o.Id).Sum(r => (long)r.Amount) > (long)o.Goods + (long)o.Shipping.Fee))).ShouldBe(0);
        await market.ShouldBeSound();
    }

    static Task<DateTimeOffset> Due(MoneyMarket market, string order) =>
        market.Komeji.Read(db => db.Orders.Where(o => o.Number == order).SelectMany(o => o.Timers).Where(t => t.EndedAt == null && t.Action == OrderTimerAction.Complete).Select(t => t.DueAt).SingleAsync());

    static async Task Try(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception lost) when (lost is RuleBroken or DbUpdateConcurrencyException)
        {
            // Another was first.
        }
    }
}
