using Komeji.Application.Complaints;
using Komeji.Application.Complaints.Desk;
using Komeji.Application.Ordering;
using Komeji.Application.Payments.Approvals;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Returns;
using Komeji.Application.Returns.Replacements;
using Komeji.Application.Returns.Staff;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Returns;
using Komeji.Domain.Shipping;
using Komeji.Tests.Application.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Komeji.Tests.Application.Payments.MoneyDesk;

namespace Komeji.Tests.Application.Complaints;

/// <summary>Complaints whose outcome sends goods back or anew, and those that two officers decide.</summary>
public sealed class ComplaintGoodsTests
{
    /// <summary>Wrong size: three go back, two arrive, and of Rp76.500 two pieces are Rp51.000; of the 9,000 laid out for the way the 8,000 paid for shipping come back.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_three_sent_back_two_arrive_and_two_are_paid_back(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped(25_500, 3);
        var complaint = await market.Complain(order, 3, type: ComplaintType.WrongItem);
        await market.AsSeller().Send(new ProposeSolution(complaint, ComplaintOnlooker.Seller, await market.Part(order, 76_500) with { NeedsReturn = true }, "Kirim balik dahulu"));
        await market.AsBuyer().Send(new AcceptSolution(complaint, ComplaintOnlooker.Buyer, 2));
        (await market.StateOf(complaint)).ShouldBe(ComplaintState.AwaitingReturn);
        var goods = await market.Komeji.ReturnOf(await IdOf(market, order));
        (goods.CauseNumber, goods.Freight, goods.Lines.Single().Agreed).ShouldBe((complaint, FreightPayer.Seller, new Rupiah(76_500)));
        (await market.AsBuyer().Send(new ShowReturn(goods.Number, OrderOnlooker.Buyer))).FreightCover.ShouldBe(new Rupiah(8_000), "no more was paid for shipping");
        await market.AsBuyer().Send(new SendReturn(goods.Number, Returned.Parcel with { Freight = new Rupiah(9_000) }, Stream.Null, [Stream.Null]));
        market.Komeji.Clock.Advance(TimeSpan.FromDays(4));
        await market.CarryOut();
        (await market.StateOf(complaint)).ShouldBe(ComplaintState.AwaitingReturn);
        await market.AsSeller().Send(new CountReturn(goods.Number, Returned.Found(goods, 1, 1), "Satu tidak ada di paket", [Stream.Null]));
        await market.AsBuyer().Send(new AnswerCount(goods.Number, true, ""));
        (await MoneyDesk.As(market, First).Send(new ShowRefundChoice(order))).Offers.ShouldBeEmpty();
        await market.CarryOut();
        (await market.StateOf(complaint), await market.Balance(2090)).ShouldBe((ComplaintState.Resolved, -59_000));
        (await market.Komeji.ReturnOf(await IdOf(market, order))).RefundId.ShouldNotBeNull();
        (await market.AsBuyer().Send(new ShowComplaint(complaint, ComplaintOnlooker.Buyer))).Goods.Returns.Single().Number.ShouldBe(goods.Number);
        (await market.AsBuyer().Send(new ShowComplaint(complaint, ComplaintOnlooker.Buyer))).FreightUncovered.ShouldBe(new Rupiah(1_000));
        (await market.AsSeller().Send(new ShowReturn(goods.Number, OrderOnlooker.Seller))).FreightOwed.ShouldBe(new Rupiah(1_000));
        (await MoneyDesk.As(market, First).Send(new ShowRefundChoice(order))).Offers.Single().ShouldSatisfyAllConditions(o => o.Lines.ShouldBeEmpty(), o => o.Shipping.ShouldBe(Rupiah.Zero), o => o.Uncovered.ShouldBe(new Rupiah(1_000)));
        await market.Receive(order);
        await market.ShouldBeSound();
    }

    /// <summary>A stone came: neither shipping nor freight goes back, and the shop is paid.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Where_nothing_comes_back_nothing_is_booked(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped();
        var complaint = await market.Complain(order, type: ComplaintType.WrongItem);
        await market.AsSeller().Send(new ProposeSolution(complaint, ComplaintOnlooker.Seller, await market.Part(order, 25_500, 5_000) with { NeedsReturn = true }, "Kirim balik dahulu"));
        await market.AsBuyer().Send(new AcceptSolution(complaint, ComplaintOnlooker.Buyer, 2));
        var goods = await market.Komeji.ReturnOf(await IdOf(market, order));
        await market.AsBuyer().Send(new SendReturn(goods.Number, Returned.Parcel with { Freight = new Rupiah(7_000) }, Stream.Null, [Stream.Null]));
        await market.AsSeller().Send(new ObjectToReturn(goods.Number, "Isinya batu"));
        await market.AsOfficer(ComplaintSteps.First).Send(new DecideReturn(goods.Number, Returned.Found(goods, 0), "Foto menunjukkan batu"));
        await market.CarryOut();
        (await market.StateOf(complaint), await market.Balance(2090)).ShouldBe((ComplaintState.Resolved, 0));
        await market.Receive(order);
        await market.ShouldBeSound();
    }

    /// <summary>The buyer never sends it: the complaint is closed, the return with it, and the order goes on.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_never_comes_back_closes_both(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped();
        var complaint = await market.Complain(order, type: ComplaintType.WrongItem);
        await market.AsSeller().Send(new ProposeSolution(complaint, ComplaintOnlooker.Seller, await market.Part(order, 25_500) with { NeedsReturn = true }, "Kirim balik dahulu"));
        await market.AsBuyer().Send(new AcceptSolution(complaint, ComplaintOnlooker.Buyer, 2));
        await market.Wait(TimeSpan.FromDays(3));
        (await market.StateOf(complaint), (await market.Komeji.ReturnOf(await IdOf(market, order))).State).ShouldBe((ComplaintState.ClosedNoReply, GoodsReturnState.Closed));
        await market.Receive(order);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_replacement_that_arrives_ends_the_complaint_and_one_that_cannot_be_sent_is_decided_by_an_officer(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var (sent, failed) = (await Exchanged(market), await Exchanged(market));
        var good = await market.Komeji.ReplacementOf(await IdOf(market, sent.Order));
        await market.AsSeller().Send(new SendReplacement(good.Number, "JX0000000009"));
        await market.AsBuyer().Send(new ConfirmReplacement(good.Number));
        (await market.StateOf(sent.Complaint)).ShouldBe(ComplaintState.Resolved);
        var bad = await market.Komeji.ReplacementOf(await IdOf(market, failed.Order));
        await market.AsSeller().Send(new GiveUpReplacement(bad.Number, "Stok habis"));
        (await market.StateOf(failed.Complaint)).ShouldBe(ComplaintState.Mediation);
        await market.Receive(sent.Order);
        await market.ShouldBeSound();
    }

    /// <summary>What came back for an exchange goes back no second time: the officer is told at once, and decides the money without it.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Goods_that_are_back_are_not_asked_for_again(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped();
        var complaint = await market.Complain(order, type: ComplaintType.WrongItem);
        await market.AsSeller().Send(new ProposeSolution(complaint, ComplaintOnlooker.Seller, Settlement.Without(ComplaintSolution.Replace, needsReturn: true), "Kirim balik, saya tukar"));
        await market.AsBuyer().Send(new AcceptSolution(complaint, ComplaintOnlooker.Buyer, 2));
        var goods = await market.Komeji.ReturnOf(await IdOf(market, order));
        await market.AsBuyer().Send(new SendReturn(goods.Number, Returned.Parcel, null, []));
        await market.AsSeller().Send(new CountReturn(goods.Number, Returned.Found(goods, 1), "", []));
        await market.AsSeller().Send(new GiveUpReplacement((await market.Komeji.ReplacementOf(await IdOf(market, order))).Number, "Stok habis"));
        var whole = await market.Part(order, 25_500);
        (await Refused(() => market.Decide(complaint, ComplaintSteps.First, whole with { NeedsReturn = true }, Liability.OfSeller))).ShouldBe("complaint.goods_gone");
        await market.Decide(complaint, ComplaintSteps.First, whole, Liability.OfSeller);
        await market.Wait(TimeSpan.FromDays(3));
        (await market.StateOf(complaint), await market.Balance(2090)).ShouldBe((ComplaintState.Resolved, -25_500));
        await market.ShouldBeSound();
    }

    /// <summary>The goods set out by another way after it was decided: the complaint says what stands in the way, and an officer opens it again.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_decision_whose_goods_are_gone_is_held_up_and_opened_again(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped();
        var complaint = await market.Complain(order, type: ComplaintType.WrongItem);
        await market.AsOfficer(ComplaintSteps.First).Send(new AskForHelp(complaint, ComplaintOnlooker.Staff, "Pembeli menelepon"));
        await market.Decide(complaint, ComplaintSteps.First, await market.Part(order, 25_500) with { NeedsReturn = true }, Liability.OfSeller);
        var bought = await market.Komeji.Read(db => db.Orders.AsNoTracking().Include(o => o.Lines).SingleAsync(o => o.Number == order));
        await market.Komeji.Tell(Returned.Agreed(bought, FreightPayer.Seller, new ReturnItem(bought.Lines[0].Id, 1)));
        await market.Wait(TimeSpan.FromDays(3));
        (await market.StateOf(complaint)).ShouldBe(ComplaintState.Decided);
        (await market.AsOfficer(ComplaintSteps.First).Send(new ListComplaints(ComplaintOnlooker.Staff, ComplaintGroup.Waiting, null, 1))).Rows.Single().IsHeldUp.ShouldBeTrue();
        await market.AsOfficer(ComplaintSteps.First).Send(new ReopenComplaint(complaint, "Barangnya sudah di jalan"));
        await market.Decide(complaint, ComplaintSteps.First, await market.Part(order, 25_500), Liability.OfSeller);
        await market.Wait(TimeSpan.FromDays(3));
        (await market.StateOf(complaint)).ShouldBe(ComplaintState.Resolved);
    }

    /// <summary>So much one officer does not decide alone: the first second officer refuses, the complaint is opened again, and the next agrees.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Above_the_limit_a_second_officer_agrees_first(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped(600_000, 2);
        var complaint = await market.Complain(order, 2);
        await market.Wait(TimeSpan.FromHours(72));
        await market.AsOfficer(ComplaintSteps.First).Send(new ClaimComplaint(complaint, true));
        (await market.AsOfficer(ComplaintSteps.First).Send(new PreviewVerdict(complaint, await market.Part(order, 1_100_000), new Liability(0, 100, 0, 0, 0), "Foto jelas", false))).Refund!.NeedsSecond.ShouldBeTrue();
        await market.Decide(complaint, ComplaintSteps.First, await market.Part(order, 1_100_000), new Liability(0, 100, 0, 0, 0));
        await market.Wait(TimeSpan.FromDays(3));
        (await market.StateOf(complaint), await market.Balance(2090)).ShouldBe((ComplaintState.Executing, 0));
        (await Refused(() => market.AsOfficer(ComplaintSteps.First).Send(new ReopenComplaint(complaint, "Bukti ditambah")))).ShouldBe("complaint.awaits_second");
        (await market.AsOfficer(ComplaintSteps.First).Send(new ListComplaints(ComplaintOnlooker.Staff, ComplaintGroup.Waiting, null, 1))).Total.ShouldBe(0);
        await MoneyDesk.As(market, MoneyDesk.Second).Send(new RejectMoney(await Waiting(market), "Buktinya kurang"));
        await market.Wait(TimeSpan.FromHours(2));
        (await market.StateOf(complaint), await market.Balance(2090)).ShouldBe((ComplaintState.Executing, 0));
        (await market.AsOfficer(ComplaintSteps.First).Send(new ListComplaints(ComplaintOnlooker.Staff, ComplaintGroup.Waiting, null, 1))).Total.ShouldBe(1);
        await market.AsOfficer(ComplaintSteps.First).Send(new ReopenComplaint(complaint, "Bukti ditambah"));
        await market.Decide(complaint, ComplaintSteps.First, await market.Part(order, 1_100_000), new Liability(0, 100, 0, 0, 0));
        await market.Wait(TimeSpan.FromDays(3));
        var approval = await Waiting(market);
        (await MoneyDesk.As(market, MoneyDesk.Second).Send(new ShowApproval(approval))).ShouldSatisfyAllConditions(p => p.Refund.ShouldNotBeNull(), p => p.Obstacle.ShouldBeNull());
        await MoneyDesk.As(market, MoneyDesk.Second).Send(new ApproveMoney(approval, "Sudah saya periksa"));
        (await market.StateOf(complaint), await market.Balance(2090), await market.Balance(1030)).ShouldBe((ComplaintState.Resolved, -1_100_000, 1_100_000));
        await market.ShouldBeSound();
    }

    /// <summary>What was decided before somebody complained, and waits for a second officer, is not agreed to while the complaint decides.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_waited_for_a_second_officer_waits_for_the_complaint_too(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped(600_000, 2);
        await MoneyDesk.Decide(market, order, 1_100_000, courier: 100);
        var complaint = await market.Complain(order, 2);
        var approval = await Waiting(market);
        (await MoneyDesk.As(market, MoneyDesk.Second).Send(new ShowApproval(approval))).Obstacle.ShouldNotBeNull().ShouldContain(complaint);
        (await Refused(() => MoneyDesk.As(market, MoneyDesk.Second).Send(new ApproveMoney(approval, "Sudah saya periksa")))).ShouldBe("refund.complaint_open");
        await market.AsBuyer().Send(new CancelComplaint(complaint, "Ternyata utuh"));
        await MoneyDesk.As(market, MoneyDesk.Second).Send(new ApproveMoney(approval, "Sudah saya periksa"));
        (await market.Balance(2090), await market.Balance(1030)).ShouldBe((-1_100_000, 1_100_000));
        await market.ShouldBeSound();
    }

    /// <summary>While a second officer looks nothing is lost: when she says no, the parcel is still on its way and the shop is paid for it; when yes, all goes back.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_parcel_is_lost_when_the_second_officer_agrees_and_not_before(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.Shipped(600_000, 2);
        var complaint = await market.Complain(order, 2, shipping: 8_000, type: ComplaintType.NotReceived);
        await market.Wait(TimeSpan.FromHours(72));
        var (whole, courier) = (await market.Part(order, 1_200_000, 8_000), new Liability(0, 100, 0, 0, 0));
        await market.Decide(complaint, ComplaintSteps.First, whole, courier);
        await market.Wait(TimeSpan.FromDays(3));
        (await Lost(market), await market.OrderState(order)).ShouldBe((0, OrderState.Shipped));
        await MoneyDesk.As(market, MoneyDesk.Second).Send(new RejectMoney(await Waiting(market), "Kurir punya tanda terima"));
        await market.AsOfficer(ComplaintSteps.First).Send(new ReopenComplaint(complaint, "Ada tanda terima"));
        await market.Decide(complaint, ComplaintSteps.First, Settlement.Without(ComplaintSolution.NoCompensation), new Liability(0, 0, 0, 100, 0));
        await market.Wait(TimeSpan.FromDays(3));
        await market.Receive(order);
        (await market.OrderState(order), await market.Balance(2090)).ShouldBe((OrderState.Completed, 0));

        var gone = await market.Shipped(600_000, 2);
        var second = await market.Complain(gone, 2, shipping: 8_000, type: ComplaintType.NotReceived);
        await market.Wait(TimeSpan.FromHours(72));
        await market.Decide(second, ComplaintSteps.First, await market.Part(gone, 1_200_000, 8_000), courier);
        await market.Wait(TimeSpan.FromDays(3));
        var approval = await Waiting(market);
        (await MoneyDesk.As(market, MoneyDesk.Second).Send(new ShowApproval(approval))).Obstacle.ShouldBeNull();
        await MoneyDesk.As(market, MoneyDesk.Second).Send(new ApproveMoney(approval, "Kurir mengaku hilang"));
        (await Lost(market), await market.OrderState(gone), await market.Balance(2090)).ShouldBe((1, OrderState.Refunded, -1_208_000));
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_cash_nothing_is_decided_here(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var order = await market.DeliverForCash(25_500);
        (await Refused(() => market.Write(order))).ShouldBe("refund.cash");
    }

    static async Task<(string Order, string Complaint)> Exchanged(MoneyMarket market)
    {
        var order = await market.Shipped();
        var complaint = await market.Complain(order, wish: ComplaintSolution.Replace);
        await market.AsSeller().Send(new AcceptSolution(complaint, ComplaintOnlooker.Seller, 1));
        return (order, complaint);
    }

    static Task<OrderId> IdOf(MoneyMarket market, string order) => market.Komeji.Read(db => db.Orders.Where(o => o.Number == order).Select(o => o.Id).SingleAsync());

    static Task<int> Lost(MoneyMarket market) => market.Komeji.Read(db => db.Shipments.CountAsync(s => s.State == ShipmentState.Lost));

    static Task<MoneyApprovalId> Waiting(MoneyMarket market) => market.Komeji.Read(db => db.MoneyApprovals.Where(a => a.State == MoneyApprovalState.Waiting).Select(a => a.Id).SingleAsync());
}
