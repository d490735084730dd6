using Komeji.Application.Payments.Desk;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Payments;

/// <summary>Two people of finance at a market's money, and what they are told.</summary>
static class MoneyDesk
{
    public static readonly UserId First = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
    public static readonly UserId Second = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));

    public static TestKomeji As(MoneyMarket market, UserId officer) => market.Komeji.As(officer, Roles.Finance);

    /// <summary>How the market's only refund stands.</summary>
    public static Task<RefundState> State(MoneyMarket market) => market.Komeji.Read(db => db.Refunds.Select(r => r.State).SingleAsync());

    /// <summary>An officer decides that so much of an order's first line and of its shipping goes back, as the preview showed.</summary>
    public static async Task Decide(MoneyMarket market, string number, long goods, long shipping = 0, int courier = 0, int platform = 0) =>
        await As(market, First).Send(await Previewed(market, number, goods, shipping, courier, platform));

    /// <summary>The same, looked at and not yet decided. What nobody else bears the seller does.</summary>
    public static async Task<DecideRefund> Previewed(MoneyMarket market, string number, long goods, long shipping = 0, int courier = 0, int platform = 0)
    {
        var line = await market.Komeji.Read(db => db.Orders.Where(o => o.Number == number).SelectMany(o => o.Lines).OrderBy(l => l.Id).Select(l => l.Id).FirstAsync());
        var bearers = new Dictionary<RefundBearer, int> { [RefundBearer.Seller] = 100 - courier - platform, [RefundBearer.Courier] = courier, [RefundBearer.Platform] = platform };
        var plan = new RefundPlan(new Dictionary<OrderLineId, Rupiah> { [line] = new(goods) }, new Rupiah(shipping), bearers);
        return new DecideRefund(number, plan, "Barang cacat", (await As(market, First).Send(new PreviewRefund(number, plan, "Barang cacat"))).Seen);
    }

    /// <summary>Whoever is signed in decides that all that is left of an order goes back, at the shop's cost.</summary>
    public static async Task<MoneyDecided> DecideAll(TestKomeji komeji, string number, string reason)
    {
        var left = await komeji.Send(new ShowRefundChoice(number));
        var lines = left.Lines.Where(l => l.Left.IsPositive).ToDictionary(l => l.Id, l => l.Left);
        var plan = new RefundPlan(lines, left.LeftShipping, new Dictionary<RefundBearer, int> { [RefundBearer.Seller] = RefundDecision.Whole });
        return await komeji.Send(new DecideRefund(number, plan, reason, (await komeji.Send(new PreviewRefund(number, plan, reason))).Seen));
    }

    /// <returns>The code of the rule that refused.</returns>
    public static async Task<string> Refused(Func<Task> act) => (await Should.ThrowAsync<RuleBroken>(act)).Code;
}
