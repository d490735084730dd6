using Komeji.Application.Ledger;
using Komeji.Application.Ordering;
using Komeji.Application.Payments;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Support;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Integrations.Payments.StripeStandIn;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Komeji.Tests.Application.Payments.MoneyDesk;

namespace Komeji.Tests.Application.Payments;

/// <summary>Refunds of a payment the buyer's bank disputes: never paid twice, and never lost.</summary>
public sealed class DisputeRefundTests
{
    /// <summary>The bank has given the buyer her money: the order's refund is settled from it and not sent a second time.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Lost_before_release_the_buyer_is_not_paid_twice(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500, 100_000);
        var dispute = market.StandIn.Books.OpenDispute(await market.Pay(placed));
        await market.Hear();
        await market.Decline(placed.Orders[0]);
        await market.Komeji.Run<DueRefunds>();
        (await market.Komeji.Read(db => db.Refunds.Select(r => r.State).SingleAsync())).ShouldBe(RefundState.Requested, "it waits for the dispute");

        market.StandIn.Books.EndDispute(dispute, won: false);
        await market.Hear();
        await market.Decline(placed.Orders[1]);
        market.Komeji.Clock.Advance(TimeSpan.FromHours(6));
        await market.Komeji.Run<DueRefunds>();
        (await market.Komeji.Read(db => db.Refunds.CountAsync(r => r.State == RefundState.Succeeded))).ShouldBe(2);
        market.StandIn.Books.Refunds.ShouldBeEmpty();
        (await market.Balance(1200)).ShouldBe(0);
        (await market.Balance(2090)).ShouldBe(0);
        (await market.Balance(2010)).ShouldBe(0);
        (await market.Komeji.Send(new ListWaitingWork(WaitingKind.Disputes, 1))).Rows.ShouldBeEmpty();
        await PayAtStripeTests.ShouldAgree(market);
    }

    /// <summary>Every notification of the dispute is lost: the provider's refusal leads to it, nobody can transfer the money, and its end settles the refund.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_refund_refused_because_of_a_dispute_waits_and_is_never_paid_by_hand(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        var payment = await market.Pay(placed);
        market.StandIn.Post.Loses = e => e.Type.StartsWith("charge.dispute", StringComparison.Ordinal);
        var dispute = market.StandIn.Books.OpenDispute(payment);
        await market.Decline(placed.Orders[0]);
        await market.Komeji.Run<DueRefunds>();
        var refund = await market.Komeji.Read(db => db.Refunds.SingleAsync());
        (refund.State, refund.Obstacle).ShouldBe((RefundState.Requested, "disputed"));
        (await market.Komeji.Read(db => db.Disputes.Select(d => d.State).SingleAsync())).ShouldBe(DisputeState.Open);
        (await market.Komeji.Send(new ListWaitingWork(WaitingKind.RefundsInDoubt, 1))).Rows.Single().Note.ShouldBe("Menunggu keputusan bank pembeli");
        await PayAtStripeTests.ShouldAgree(market);

        market.StandIn.Books.EndDispute(dispute, won: false);
        market.Komeji.Clock.Advance(RefundProgress.WaitForDispute);
        await market.Komeji.Run<DueRefunds>();
        (await State(market)).ShouldBe(RefundState.Succeeded);
        market.StandIn.Books.Refunds.ShouldBeEmpty();
        (await market.Balance(1200), await market.Balance(2090), await market.Balance(5030)).ShouldBe((0, 0, 0));
        await PayAtStripeTests.ShouldAgree(market);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Won_the_refund_that_waited_is_sent(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        var dispute = market.StandIn.Books.OpenDispute(await market.Pay(placed));
        await market.Hear();
        await market.Decline(placed.Orders[0]);
        await market.Komeji.Run<DueRefunds>();
        market.StandIn.Books.EndDispute(dispute, won: true);
        await market.Hear();
        market.Komeji.Clock.Advance(RefundProgress.WaitForDispute);
        await market.Komeji.Run<DueRefunds>();
        (await State(market)).ShouldBe(RefundState.Succeeded);
        market.StandIn.Books.Refunds.Count.ShouldBe(1);
        await PayAtStripeTests.ShouldAgree(market);
    }

    /// <summary>The provider could not pay it, and before anybody transfers it the buyer's bank takes the money for her.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_failed_refund_is_not_transferred_while_the_bank_decides_and_counts_as_paid_when_it_took_the_money(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        var payment = await market.Pay(placed);
        market.StandIn.Books.RefundsBegin = "failed";
        await market.Decline(placed.Orders[0]);
        await market.Komeji.Run<DueRefunds>();
        var refund = await market.Komeji.Read(db => db.Refunds.SingleAsync());
        refund.State.ShouldBe(RefundState.Failed);
        await As(market, First).Send(new PrepareRefundTransfer(refund.Id, "BRI, Siti Aminah, …1234"));

        var dispute = market.StandIn.Books.OpenDispute(payment);
        await market.Hear();
        (await Refused(() => As(market, Second).Send(new RecordRefundTransfer(refund.Id, "TRF-881")))).ShouldBe("refund.disputed");
        await As(market, Second).Send(new DropRefundTransfer(refund.Id, "Disengketakan di bank"));
        (await Refused(() => As(market, First).Send(new PrepareRefundTransfer(refund.Id, "BRI, Siti Aminah, …1234")))).ShouldBe("refund.disputed");
        market.StandIn.Books.EndDispute(dispute, won: false);
        await market.Hear();
        (await State(market)).ShouldBe(RefundState.Succeeded);
        (await market.Balance(1200), await market.Balance(2090), await market.Balance(1020)).ShouldBe((0, 0, 0));
        await PayAtStripeTests.ShouldAgree(market);
    }

    /// <summary>Rp20.000 of Rp33.500 are disputed and lost: the refund of the order is 20,000 from the bank and 13,500 from us, never 33,500.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_a_part_that_was_lost_only_the_rest_is_sent_and_the_other_order_goes_on(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500, 100_000);
        var dispute = market.StandIn.Books.OpenDispute(await market.Pay(placed), part: 2_000_000);
        await market.Hear();
        (await market.Balance(1200)).ShouldBe(20_000);
        await market.Decline(placed.Orders[0]);
        await market.Komeji.Run<DueRefunds>();
        (await State(market)).ShouldBe(RefundState.Requested);
        await PayAtStripeTests.ShouldAgree(market);

        market.StandIn.Books.EndDispute(dispute, won: false);
        await market.Hear();
        await market.Komeji.Run<DueRefunds>();
        var refund = await market.Komeji.Read(db => db.Refunds.SingleAsync());
        (refund.State, refund.Amount, refund.Settled).ShouldBe((RefundState.Succeeded, new Rupiah(33_500), new Rupiah(20_000)));
        (await market.Balance(1200), await market.Balance(2090), await market.Balance(5030)).ShouldBe((0, 0, 0));

        // 141,500 − 20,000 − 240,000 − 13,500, less the cost of 2.9 %: 4,103.
        (await market.Balance(1010)).ShouldBe(141_500 - 20_000 - 240_000 - 13_500 - 4_103);
        (await market.Komeji.Send(new ListWaitingWork(WaitingKind.Disputes, 1))).Rows.ShouldBeEmpty();
        await market.Complete(placed.Orders[1]);
        await PayAtStripeTests.ShouldAgree(market);
    }

    /// <summary>Her bank had paid the buyer and took it back from her: the refund is owed to her again, once.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_comes_back_of_a_refund_the_bank_had_paid_is_owed_to_the_buyer_again(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        var dispute = market.StandIn.Books.OpenDispute(await market.Pay(placed));
        await market.Hear();
        await market.Decline(placed.Orders[0]);
        market.StandIn.Books.EndDispute(dispute, won: false);
        await market.Hear();
        market.StandIn.Books.EndDispute(dispute, won: true);
        await market.Hear();
        (await market.Balance(2091), await market.Balance(2090)).ShouldBe((-33_500, 0));
        var id = await market.Komeji.Read(db => db.Disputes.Select(d => d.Id).SingleAsync());
        (await Refused(() => As(market, First).Send(new DecideMoneyBack(id, MoneyBackTo.Shops, "Salah pilih")))).ShouldBe("dispute.no_shop");
        await As(market, First).Send(new DecideMoneyBack(id, MoneyBackTo.Buyer, "Bank menagih pembeli kembali"));
        (await market.Balance(2091), await market.Balance(2090)).ShouldBe((0, -33_500));
        (await Refused(() => As(market, First).Send(new DecideMoneyBack(id, MoneyBackTo.Buyer, "Sekali lagi")))).ShouldBe("dispute.nothing_back");
        await market.Komeji.Run<DueRefunds>();
        await market.Hear();
        market.StandIn.Books.Refunds.Count.ShouldBe(1);
        (await market.Balance(2090)).ShouldBe(0);
        await PayAtStripeTests.ShouldAgree(market);
    }

    /// <summary>Bearing it while a refund is owed would pay the buyer by her bank and by us.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_bears_a_dispute_while_a_refund_of_it_is_on_its_way(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500, 100_000);
        var payment = await market.Pay(placed);
        market.StandIn.Books.RefundsBegin = "pending";
        await market.Decline(placed.Orders[0]);
        await market.Komeji.Run<DueRefunds>();
        market.StandIn.Books.EndDispute(market.StandIn.Books.OpenDispute(payment), won: false);
        await market.Hear();
        var dispute = await market.Komeji.Read(db => db.Disputes.SingleAsync());
        (await Refused(() => As(market, First).Send(new BearDispute(dispute.Id, "Sudah diperiksa")))).ShouldBe("dispute.refund_open");
        market.StandIn.Books.EndRefund(market.StandIn.Books.Refunds.Single(), succeeds: true);
        await market.Hear();
        await As(market, First).Send(new BearDispute(dispute.Id, "Pembeli sudah menerima kembali dari kami juga"));
        (await market.Balance(1200), await market.Balance(5030)).ShouldBe((0, 141_500));
        (await market.Komeji.Read(db => db.Journals.Where(j => j.Key.StartsWith("dispute-borne:")).SelectMany(j => j.Entries).Where(e => e.Account == 5030).Select(e => (long)e.Amount).OrderBy(a => a).ToListAsync())).ShouldBe([33_500, 108_000]);
        await PayAtStripeTests.ShouldAgree(market);
    }

    /// <summary>Of 33,500 the bank took 20,000 and the cooperative bore them: the buyer lacks 13,500 and no more.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_cooperative_bore_is_not_given_back_a_second_time(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        market.StandIn.Books.EndDispute(market.StandIn.Books.OpenDispute(await market.Pay(placed), part: 2_000_000), won: false);
        await market.Hear();
        var dispute = await market.Komeji.Read(db => db.Disputes.Select(d => d.Id).SingleAsync());
        await As(market, First).Send(new BearDispute(dispute, "Paket terbukti sampai"));
        await market.Complete(placed.Orders[0]);
        (await Refused(() => Decide(market, placed.OrderNumbers[0], 25_500, 8_000))).ShouldBe("refund.borne");
        (await Refused(() => Decide(market, placed.OrderNumbers[0], 13_501))).ShouldBe("refund.borne");
        await Decide(market, placed.OrderNumbers[0], 13_500);
        (await Refused(() => Decide(market, placed.OrderNumbers[0], 1))).ShouldBe("refund.borne");
        (await market.Balance(2090), await market.Balance(5030)).ShouldBe((-13_500, 20_000));
        await PayAtStripeTests.ShouldAgree(market);
        await market.Komeji.Read(db => db.EscrowShares.ExecuteUpdateAsync(s => s.SetProperty(x => x.Paid, new Rupiah(33_499))));
        (await market.Komeji.Send(new VerifyLedger())).Checks.Single(c => c.Name == "refunds within payments").Ok.ShouldBeFalse("the buyer has 33,500");
    }
}
