using Komeji.Application.Complaints;
using Komeji.Application.Complaints.Desk;
using Komeji.Application.Ordering;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Ordering;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Complaints;

/// <summary>What buyer, seller and two officers do about an order of a market of money.</summary>
static class ComplaintSteps
{
    public static readonly UserId First = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
    public static readonly UserId Second = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));

    public static TestKomeji AsBuyer(this MoneyMarket market) => market.Komeji.As(market.Buyer);

    public static TestKomeji AsSeller(this MoneyMarket market) => market.Komeji.As(market.Seller);

    public static TestKomeji AsOfficer(this MoneyMarket market, UserId officer) => market.Komeji.As(officer, Roles.Operator);

    /// <summary>Paid, sent and on its way.</summary>
    public static async Task<string> Shipped(this MoneyMarket market, long price = 25_500, int pieces = 1)
    {
        var placed = await market.Place((price, pieces));
        await market.Pay(placed);
        await market.ShipPart(placed.Orders[0], pieces);
        return placed.OrderNumbers[0];
    }

    public static Task<OrderLineId> LineOf(this MoneyMarket market, string order) =>
        market.Komeji.Read(db => db.Orders.Where(o => o.Number == order).SelectMany(o => o.Lines).Select(l => l.Id).SingleAsync());

    /// <summary>The buyer writes and sends a complaint of so many pieces.</summary>
    /// <returns>Its number.</returns>
    public static async Task<string> Complain(
        this MoneyMarket market, string order, int pieces = 1, ComplaintSolution wish = ComplaintSolution.FullRefund, long amount = 0, long shipping = 0, ComplaintType type = ComplaintType.Damaged)
    {
        await market.Write(order, pieces, wish, amount, shipping, type);
        return await market.AsBuyer().Send(new SubmitComplaint(order));
    }

    public static async Task Write(
        this MoneyMarket market, string order, int pieces = 1, ComplaintSolution wish = ComplaintSolution.FullRefund, long amount = 0, long shipping = 0, ComplaintType type = ComplaintType.Damaged)
    {
        var items = new Dictionary<OrderLineId, ComplaintItemFacts> { [await market.LineOf(order)] = new(pieces, new Rupiah(amount)) };
        await market.AsBuyer().Send(new WriteComplaint(order, new ComplaintFacts(type, "Barangnya datang pecah semua", items, wish, new Rupiah(shipping), false)));
    }

    public static async Task<Settlement> Part(this MoneyMarket market, string order, long amount, long shipping = 0) =>
        new(ComplaintSolution.PartRefund, new Dictionary<OrderLineId, Rupiah> { [await market.LineOf(order)] = new(amount) }, new Rupiah(shipping), false);

    /// <summary>Into the officers' queue, taken and decided there by one of them.</summary>
    public static async Task Decide(this MoneyMarket market, string complaint, UserId officer, Settlement settlement, Liability liability, bool refers = false)
    {
        await market.AsOfficer(officer).Send(new ClaimComplaint(complaint, true));
        await market.AsOfficer(officer).Send(new DecideComplaint(complaint, settlement, liability, "Foto menunjukkan kemasan penyok", refers));
    }

    /// <summary>Time passes, and what is due happens.</summary>
    public static async Task Wait(this MoneyMarket market, TimeSpan time)
    {
        market.Komeji.Clock.Advance(time);
        await market.CarryOut();
    }

    /// <summary>Clocks that ran out, and then what is to be carried out.</summary>
    public static async Task CarryOut(this MoneyMarket market)
    {
        market.Komeji.As(null);
        (await market.Komeji.Run<DueComplaints>()).Failures.ShouldBe(0);
        (await market.Komeji.Run<DueComplaints>()).Failures.ShouldBe(0);
    }

    public static Task<ComplaintState> StateOf(this MoneyMarket market, string complaint) =>
        market.Komeji.Read(db => db.Complaints.Where(c => c.Number == complaint).Select(c => c.State).SingleAsync());

    public static Task<OrderState> OrderState(this MoneyMarket market, string order) =>
        market.Komeji.Read(db => db.Orders.Where(o => o.Number == order).Select(o => o.State).SingleAsync());

    public static async Task Receive(this MoneyMarket market, string order) => await market.AsBuyer().Send(new ConfirmReceived(order));
}
