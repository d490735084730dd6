using Komeji.Application.Ledger;
using Komeji.Application.Payouts.Desk;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;
using Komeji.Tests.Application.Payments;
using Komeji.Tests.Support;
using static Komeji.Tests.Application.Payments.MoneyDesk;
using static Komeji.Tests.Application.Payouts.PayoutSteps;

namespace Komeji.Tests.Application.Payouts;

/// <summary>The buyer's bank takes back, or an officer gives back, money that is on its way to the shop.</summary>
public sealed class PayoutDebtTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_payout_of_a_shop_that_owes_goes_no_further_and_given_up_covers_the_debt(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        await TellAccount(market);
        var placed = await market.Place(100_000);
        var payment = await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        var id = await AskAndApprove(market);
        market.StandIn.Books.OpenDispute(payment);
        await market.Hear();
        var balance = await market.Komeji.As(market.Seller).Send(new ShowSellerBalance(1));
        (balance.Debt, balance.DisputedHold, balance.OnTheWay).ShouldBe((new Rupiah(Earned), new Rupiah(Earned), new Rupiah(Earned)));

        (await Refused(() => Ask(market))).ShouldBe("payout.debt");
        (await Refused(() => As(market, First).Send(new MakePayoutFile(PayoutChannel.BiFast)))).ShouldBe("payout.file_empty");
        (await Refused(() => As(market, First).Send(new MakePayoutFile(PayoutChannel.BiFast, id)))).ShouldBe("payout.debt");
        (await As(market, First).Send(new ShowPayout(id, 1))).Obstacle.ShouldNotBeNull();
        await As(market, First).Send(new HoldPayout(id, PayoutHoldReason.Debt, "Saldo kurang karena sengketa"));
        (await Refused(() => As(market, Second).Send(new ApprovePayout(id)))).ShouldBe("payout.debt");
        await As(market, Second).Send(new RejectPayout(id, "Uangnya menutup kekurangan saldo"));
        (await market.Balance(2030), await market.Balance(2040), await market.Balance(2035)).ShouldBe((0, 0, -Earned));
        await PayAtStripeTests.ShouldAgree(market);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_decided_refund_makes_debt_too(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await TellAccount(market);
        var placed = await market.Place(100_000);
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        await Settle(market);
        var id = await AskAndApprove(market);
        await Decide(market, placed.OrderNumbers[0], 20_000);
        (await Refused(() => Ask(market))).ShouldBe("payout.debt");
        (await Refused(() => As(market, First).Send(new MakePayoutFile(PayoutChannel.BiFast, id)))).ShouldBe("payout.debt");
        (await Refused(() => As(market, First).Send(new MakePayoutFile(PayoutChannel.BiFast)))).ShouldBe("payout.file_empty");
        await market.ShouldBeSound();
    }
}
