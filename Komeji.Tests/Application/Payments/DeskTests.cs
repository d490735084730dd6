using Komeji.Application.Payments;
using Komeji.Application.Payments.Desk;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Komeji.Tests.Application.Payments.MoneyDesk;

namespace Komeji.Tests.Application.Payments;

/// <summary>What finance and operators settle by hand; the books agree after each.</summary>
public sealed class DeskTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_refund_is_transferred_by_two_officers(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await market.Pay(await market.Place(60_000));
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        market.Komeji.Clock.Advance(TimeSpan.FromDays(1));
        market.Provider.Settle(market.Komeji.Clock.GetUtcNow());
        await market.Hear();
        var bank = await market.Balance(1020);
        market.Faults.Next(SandboxFault.RefuseRefund);
        await market.Decline(placed.Orders[0]);
        await market.Komeji.Run<DueRefunds>();
        var refund = await market.Komeji.Read(db => db.Refunds.SingleAsync());
        refund.State.ShouldBe(RefundState.Failed);

        await As(market, First).Send(new PrepareRefundTransfer(refund.Id, "BRI, Siti Aminah, …1234"));
        (await Refused(() => As(market, First).Send(new RecordRefundTransfer(refund.Id, "TRF-881")))).ShouldBe("refund.same_officer");
        (await Refused(() => As(market, market.Buyer).Send(new RecordRefundTransfer(refund.Id, "TRF-881")))).ShouldBe("staff.own_case");
        (await market.Balance(2090)).ShouldBe(-refund.Amount.Amount);
        await As(market, Second).Send(new RecordRefundTransfer(refund.Id, "TRF-881"));
        (await Refused(() => As(market, Second).Send(new RecordRefundTransfer(refund.Id, "TRF-881")))).ShouldBe("refund.illegal_move");

        (await market.Balance(2090)).ShouldBe(0);
        (await market.Balance(1020)).ShouldBe(bank - refund.Amount.Amount);
        (await As(market, Second).Send(new ShowRefund(refund.Id))).Steps.Select(s => (s.To, s.Note)).TakeLast(2)
            .ShouldBe([("ManualTransfer", "BRI, Siti Aminah, …1234"), ("Succeeded", "TRF-881")]);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Money_of_another_amount_goes_back_and_the_right_amount_may_come(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        market.Provider.Pay(await market.Start(placed), 30_000);
        await market.Hear();
        (await market.Balance(2091)).ShouldBe(-30_000);

        (await Refused(() => As(market, market.Seller).Send(new ReturnWrongMoney(placed.Number, "Salah jumlah")))).ShouldBe("staff.own_case");
        (await Refused(() => As(market, market.Buyer).Send(new ReturnWrongMoney(placed.Number, "Salah jumlah")))).ShouldBe("staff.own_case");
        (await Refused(() => As(market, First).Send(new ReturnWrongMoney(placed.Number, "")))).ShouldBe("payment.reason_required");
        await As(market, First).Send(new ReturnWrongMoney(placed.Number, "Pembeli salah memasukkan jumlah"));
        (await Refused(() => As(market, First).Send(new ReturnWrongMoney(placed.Number, "Sekali lagi")))).ShouldBe("payment.no_wrong_money");
        await market.ShouldBeSound();
        await market.Komeji.Run<DueRefunds>();

        (await market.Balance(2091), await market.Balance(2090)).ShouldBe((0, 0));
        (await market.PaymentOf(placed)).HoldsWrongMoney.ShouldBeFalse();
        await market.Pay(placed);
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.Paid);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_parked_notification_is_acted_on_again(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        market.Provider.Pay(await market.Start(placed));
        await market.Notices.DeliverDue(CancellationToken.None);
        await market.Komeji.Write(db => db.PaymentEvents.ExecuteUpdateAsync(set => set.SetProperty(e => e.Outcome, PaymentEventOutcome.Parked)));
        await market.Komeji.Run<DuePaymentEvents>();
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.AwaitingPayment);

        foreach (var id in await market.Komeji.Read(db => db.PaymentEvents.Select(e => e.Id).ToListAsync()))
        {
            await As(market, First).Send(new RetryPaymentEvent(id));
            (await Refused(() => As(market, First).Send(new RetryPaymentEvent(id)))).ShouldBe("payment_event.not_parked");
        }

        await market.Komeji.Run<DuePaymentEvents>();
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.Paid);
        await market.ShouldBeSound();
    }
}
