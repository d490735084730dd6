using Komeji.Application.Payments;
using Komeji.Application.Payments.Approvals;
using Komeji.Application.Payments.Desk;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Komeji.Tests.Application.Payments.MoneyDesk;

namespace Komeji.Tests.Application.Payments;

/// <summary>Midtrans tells that a buyer's bank took money, and no more: the money stands still, and an officer says how it ended.</summary>
public sealed class DisputeAtMidtransTests
{
    /// <summary>108,000 were paid, and all of it is taken before the shop has it.</summary>
    [Theory]
    [OnSqlite(true), OnSqlite(false)]
    [OnPostgres(true), OnPostgres(false)]
    public async Task What_is_held_stands_still_until_an_officer_says_how_it_ended(Engine engine, bool won)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var placed = await Paid(market);
        var before = await market.Balance(1010);
        market.Midtrans.Books.ChargeBack(await OrderOf(market, placed));
        await market.Hear();
        await market.Hear();
        var dispute = await market.Komeji.Read(db => db.Disputes.AsNoTracking().SingleAsync());
        (dispute.State, dispute.IsWithdrawn, dispute.Unsettled).ShouldBe((DisputeState.Open, true, new Rupiah(108_000)));
        (await Share(market), before - await market.Balance(1010), await market.Balance(1200)).ShouldBe((EscrowState.Frozen, 108_000, 108_000));
        await market.ShouldBeSound();

        (await Refused(() => As(market, market.Seller).Send(new RecordDisputeEnd(dispute.Id, won, null, "Menurut dasbor Midtrans")))).ShouldBe("staff.own_case");
        (await Refused(() => As(market, First).Send(new RecordDisputeEnd(dispute.Id, won, null, " ")))).ShouldBe("dispute.reason_required");
        await As(market, First).Send(new RecordDisputeEnd(dispute.Id, won, null, "Menurut dasbor Midtrans"));
        (await Refused(() => As(market, First).Send(new RecordDisputeEnd(dispute.Id, won, null, "Menurut dasbor Midtrans")))).ShouldBe("dispute.over");
        (await Share(market), await market.Balance(1200)).ShouldBe(won ? (EscrowState.Held, 0L) : (EscrowState.Frozen, 108_000L));
        (await market.Balance(1010)).ShouldBe(won ? before : before - 108_000);
        await market.ShouldBeSound();
    }

    /// <summary>1,508,000 are more than one officer decides about.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_large_one_is_ended_by_two_officers(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var placed = await Paid(market, 1_500_000);
        market.Midtrans.Books.ChargeBack(await OrderOf(market, placed));
        await market.Hear();
        var dispute = await market.Komeji.Read(db => db.Disputes.Select(d => d.Id).SingleAsync());
        (await As(market, First).Send(new RecordDisputeEnd(dispute, true, null, "Menang menurut dasbor"))).ShouldBe(MoneyDecided.Waits);
        (await Share(market), await market.Balance(1200)).ShouldBe((EscrowState.Frozen, 1_508_000));
        (await Refused(() => As(market, First).Send(new RecordDisputeEnd(dispute, false, null, "Kalah menurut dasbor")))).ShouldBe("approval.waits");
        await As(market, Second).Send(new ApproveMoney(await Waiting(market), "Dasbor sudah saya lihat"));
        (await Share(market), await market.Balance(1200)).ShouldBe((EscrowState.Held, 0));
        await market.ShouldBeSound();
    }

    /// <summary>It was recorded as won, the shop was paid its 103,000, and the bank had decided otherwise: two officers say so, whatever the amount.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Recorded_as_won_it_is_lost_after_all_by_two_officers(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var placed = await Paid(market);
        market.Midtrans.Books.ChargeBack(await OrderOf(market, placed));
        await market.Hear();
        var dispute = await market.Komeji.Read(db => db.Disputes.Select(d => d.Id).SingleAsync());
        await As(market, First).Send(new RecordDisputeEnd(dispute, true, null, "Menang menurut dasbor"));
        await market.Complete(placed.Orders[0]);
        (await As(market, First).Send(new RecordDisputeEnd(dispute, false, null, "Salah baca, ternyata kalah"))).ShouldBe(MoneyDecided.Waits);
        (await market.Balance(2030)).ShouldBe(-103_000);
        await As(market, Second).Send(new ApproveMoney(await Waiting(market), "Memang kalah"));
        (await market.Balance(2030), await market.Balance(2035), await market.Balance(1200)).ShouldBe((0, 0, 0));
        (await market.Komeji.Read(db => db.Disputes.OrderBy(d => d.OpenedAt).Select(d => d.State).ToListAsync())).ShouldBe([DisputeState.Won, DisputeState.Lost], ignoreOrder: true);
        (await Refused(() => As(market, First).Send(new RecordDisputeEnd(dispute, false, null, "Sekali lagi")))).ShouldBe("dispute.over");
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_a_completed_order_what_the_shop_got_is_set_apart_and_given_up_when_it_is_lost(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var placed = await Paid(market);
        await market.Complete(placed.Orders[0]);
        market.Midtrans.Books.ChargeBack(await OrderOf(market, placed));
        await market.Hear();
        var (balance, held) = (await market.Balance(2030), await market.Balance(2035));
        (balance, held).ShouldBe((0, -103_000));
        var dispute = await market.Komeji.Read(db => db.Disputes.Select(d => d.Id).SingleAsync());
        await As(market, First).Send(new RecordDisputeEnd(dispute, false, null, "Kalah menurut dasbor Midtrans"));
        (await market.Balance(2030), await market.Balance(2035), await market.Balance(1200)).ShouldBe((0, 0, 0));
        await market.ShouldBeSound();
    }

    /// <summary>Of a part nobody is told how much: the order stands still, nothing is booked, and the officer names the amount.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_a_part_the_officer_says_how_much_was_taken(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var placed = await Paid(market);
        market.Midtrans.Books.Disguise(await OrderOf(market, placed), "partial_chargeback");
        await market.Hear();
        (await market.Komeji.Read(db => db.PaymentEvents.CountAsync(e => e.Outcome == PaymentEventOutcome.Parked))).ShouldBe(1);
        var dispute = await market.Komeji.Read(db => db.Disputes.AsNoTracking().SingleAsync());
        (dispute.IsWithdrawn, await Share(market), await market.Balance(1200)).ShouldBe((false, EscrowState.Frozen, 0));
        market.Komeji.Clock.Advance(TimeSpan.FromHours(6));
        (await market.Komeji.Run<DueDisputes>()).Failures.ShouldBe(0, "that a part is disputed is known");
        (await As(market, First).Send(new ShowDispute(dispute.Id))).EndsByHand.ShouldBeTrue();
        (await Refused(() => As(market, First).Send(new RecordDisputeEnd(dispute.Id, false, null, "Kalah menurut dasbor")))).ShouldBe("dispute.taken");
        (await Refused(() => As(market, First).Send(new RecordDisputeEnd(dispute.Id, false, new Rupiah(108_001), "Kalah menurut dasbor")))).ShouldBe("dispute.taken");
        await As(market, First).Send(new RecordDisputeEnd(dispute.Id, false, new Rupiah(8_000), "Kalah menurut dasbor"));
        (await market.Balance(1200), await Share(market)).ShouldBe((8_000, EscrowState.Frozen));
        await market.ShouldBeSound();
    }

    /// <summary>The bank takes the money once more after a win: a person sees it, and it neither books nor sets anything free by itself.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_second_chargeback_goes_before_a_person(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var placed = await Paid(market);
        market.Midtrans.Books.ChargeBack(await OrderOf(market, placed));
        await market.Hear();
        var dispute = await market.Komeji.Read(db => db.Disputes.Select(d => d.Id).SingleAsync());
        await As(market, First).Send(new RecordDisputeEnd(dispute, true, null, "Menang menurut dasbor"));
        market.Komeji.Clock.Advance(TimeSpan.FromDays(1));
        market.Midtrans.Books.ChargeBack(await OrderOf(market, placed));
        await market.Hear();
        (await Parked(market)).ShouldBe(1);
        (await market.Komeji.Read(db => db.Disputes.Select(d => d.State).SingleAsync()), await Share(market), await market.Balance(1200)).ShouldBe((DisputeState.Won, EscrowState.Held, 0));
        await market.ShouldBeSound();
    }

    /// <summary>A part was told, and lost with 8,000; then all of it is taken. What was booked is not all there is.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task All_of_it_after_a_part_goes_before_a_person(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var placed = await Paid(market);
        market.Midtrans.Books.Disguise(await OrderOf(market, placed), "partial_chargeback");
        await market.Hear();
        var dispute = await market.Komeji.Read(db => db.Disputes.Select(d => d.Id).SingleAsync());
        await As(market, First).Send(new RecordDisputeEnd(dispute, false, new Rupiah(8_000), "Kalah menurut dasbor"));
        market.Midtrans.Books.ChargeBack(await OrderOf(market, placed));
        await market.Hear();
        (await Parked(market), await market.Balance(1200), await Share(market)).ShouldBe((2, 8_000, EscrowState.Frozen));
        await market.ShouldBeSound();
    }

    static Task<int> Parked(MoneyMarket market) => market.Komeji.Read(db => db.PaymentEvents.CountAsync(e => e.Outcome == PaymentEventOutcome.Parked));

    static Task<MoneyApprovalId> Waiting(MoneyMarket market) =>
        market.Komeji.Read(db => db.MoneyApprovals.Where(a => a.State == MoneyApprovalState.Waiting).Select(a => a.Id).SingleAsync());

    static async Task<Placed> Paid(MoneyMarket market, long goods = 100_000)
    {
        var placed = await market.Place(goods);
        (await market.Komeji.As(market.Buyer).Send(new StartPayment(placed.Number, "qris"))).PayAddress.ShouldNotBeNull();
        market.Midtrans.Books.Pay(await OrderOf(market, placed)).ShouldNotBeNull();
        await market.Hear();
        return placed;
    }

    static Task<EscrowState> Share(MoneyMarket market) => market.Komeji.Read(db => db.EscrowShares.Select(s => s.State).SingleAsync());

    static async Task<string> OrderOf(MoneyMarket market, Placed placed) => (await market.PaymentOf(placed)).Attempts.Single().Id.Value.ToString();
}
