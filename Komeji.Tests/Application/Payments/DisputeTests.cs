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

/// <summary>The buyer's bank takes a payment back while its orders are under way. Fee of the dispute: Rp240.000.</summary>
public sealed class DisputeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Opened_it_freezes_the_orders_and_waits_for_a_person(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500, 100_000);
        market.StandIn.Books.OpenDispute(await market.Pay(placed));
        market.StandIn.Post.Repeat();
        market.StandIn.Post.Shuffle = new Random(1);
        await market.Hear();
        (await market.Komeji.Read(db => db.EscrowShares.CountAsync(s => s.State == EscrowState.Frozen))).ShouldBe(2);
        (await market.Balance(1200)).ShouldBe(141_500);
        (await market.Balance(5040)).ShouldBe(240_000);
        (await market.Komeji.Send(new ListWaitingWork(WaitingKind.Disputes, 1))).Rows.Single().What.ShouldBe(placed.Number);
        (await Should.ThrowAsync<RuleBroken>(() => market.Complete(placed.Orders[0]))).Code.ShouldBe("escrow.frozen");
        await PayAtStripeTests.ShouldAgree(market);

        market.Komeji.Clock.Advance(TimeSpan.FromDays(60));
        (await market.Komeji.Run<DueOrderTimers>()).Done.ShouldBe(0, "its clocks stand still");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Won_the_money_comes_back_and_the_order_goes_on(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        var dispute = market.StandIn.Books.OpenDispute(await market.Pay(placed));
        await market.Hear();
        market.StandIn.Books.EndDispute(dispute, won: true);
        market.StandIn.Post.Repeat();
        await market.Hear();
        (await market.Balance(1200)).ShouldBe(0);
        (await market.Komeji.Read(db => db.Disputes.Select(d => d.State).SingleAsync())).ShouldBe(DisputeState.Won);
        await market.Complete(placed.Orders[0]);
        await PayAtStripeTests.ShouldAgree(market);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_inquiry_freezes_and_takes_nothing(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        var inquiry = market.StandIn.Books.OpenDispute(await market.Pay(placed), inquiry: true);
        await market.Hear();
        (await market.Balance(1200)).ShouldBe(0);
        (await market.Komeji.Read(db => db.EscrowShares.Select(s => s.State).SingleAsync())).ShouldBe(EscrowState.Frozen);
        market.StandIn.Books.EndDispute(inquiry, won: true);
        await market.Hear();
        await market.Complete(placed.Orders[0]);
        await PayAtStripeTests.ShouldAgree(market);
    }

    /// <summary>Nobody is to blame: the cooperative bears it, by a person and with a reason, and the order goes on.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_lost_dispute_stays_in_sight_until_somebody_bears_it(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        market.StandIn.Books.EndDispute(market.StandIn.Books.OpenDispute(await market.Pay(placed), part: 2_000_000), won: false);
        await market.Hear();
        var row = (await market.Komeji.Send(new ListWaitingWork(WaitingKind.Disputes, 1))).Rows.Single();
        row.Note.ShouldContain("kalah");
        var id = new DisputeId(Guid.Parse(row.Key!));
        (await Refused(() => market.Complete(placed.Orders[0]))).ShouldBe("escrow.frozen");
        (await Refused(() => As(market, First).Send(new BearDispute(id, "")))).ShouldBe("dispute.reason_required");
        (await Refused(() => As(market, market.Buyer).Send(new BearDispute(id, "Paket terbukti sampai")))).ShouldBe("staff.own_case");
        await As(market, First).Send(new BearDispute(id, "Paket terbukti sampai, penjual tidak bersalah"));
        (await market.Balance(1200), await market.Balance(5030)).ShouldBe((0, 20_000));
        (await market.Komeji.Send(new ListWaitingWork(WaitingKind.Disputes, 1))).Rows.ShouldBeEmpty();
        (await As(market, First).Send(new ShowDispute(id))).Steps[^1].Note.ShouldBe("Paket terbukti sampai, penjual tidak bersalah");
        await market.Complete(placed.Orders[0]);
        await PayAtStripeTests.ShouldAgree(market);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_comes_back_of_a_loss_the_cooperative_bore_is_the_cooperatives(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        var dispute = market.StandIn.Books.OpenDispute(await market.Pay(placed), part: 2_000_000);
        market.StandIn.Books.EndDispute(dispute, won: false);
        await market.Hear();
        var id = await market.Komeji.Read(db => db.Disputes.Select(d => d.Id).SingleAsync());
        await As(market, First).Send(new BearDispute(id, "Paket terbukti sampai"));
        market.StandIn.Books.EndDispute(dispute, won: true);
        await market.Hear();
        (await market.Balance(2091), await market.Balance(5030)).ShouldBe((-20_000, 20_000));
        await As(market, First).Send(new DecideMoneyBack(id, MoneyBackTo.Cooperative, "Bank membatalkan keputusannya"));
        (await market.Balance(2091), await market.Balance(5030), await market.Balance(1200)).ShouldBe((0, 0, 0));
        await PayAtStripeTests.ShouldAgree(market);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task While_the_bank_decides_nothing_leaves_the_shop_the_seller_knows_and_the_clocks_get_their_time_back(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500, 100_000);
        var payment = await market.Pay(placed);
        var numbers = placed.OrderNumbers;
        await market.Komeji.As(market.Seller).Send(new AcceptOrder(numbers[0]));
        var due = await market.Komeji.Read(db => db.OrderTimers.Where(t => t.OrderId == placed.Orders[0] && t.EndedAt == null).Select(t => t.DueAt).SingleAsync());
        var dispute = market.StandIn.Books.OpenDispute(payment);
        await market.Hear();

        (await Refused(() => market.Komeji.As(market.Seller).Send(new ShipOrder(numbers[0], "JX1234567890")))).ShouldBe("escrow.frozen");
        (await Refused(() => market.ShipPart(placed.Orders[1]))).ShouldBe("escrow.frozen");
        (await market.Komeji.Read(db => db.Shipments.CountAsync(s => s.HandedOverAt != null))).ShouldBe(0);
        var page = await market.Komeji.As(market.Seller).Send(new ShowSellerOrder(numbers[0]));
        page.Order.IsFrozen.ShouldBeTrue();
        (await market.Komeji.Read(db => db.Notifications.CountAsync(n => n.UserId == market.Seller && n.Title.Contains("mempersoalkan")))).ShouldBe(1);

        market.Komeji.Clock.Advance(TimeSpan.FromDays(30));
        market.StandIn.Books.EndDispute(dispute, won: true);
        await market.Hear();
        (await market.Komeji.Run<DueOrderTimers>()).Done.ShouldBe(0, "nobody could act while it stood still");
        (await market.Komeji.Read(db => db.OrderTimers.Where(t => t.OrderId == placed.Orders[0] && t.EndedAt == null).Select(t => t.DueAt).SingleAsync())).ShouldBe(due.AddDays(30));
        await market.Komeji.As(market.Seller).Send(new ShipOrder(numbers[0], "JX1234567890"));
        await PayAtStripeTests.ShouldAgree(market);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_inquiry_that_was_answered_and_becomes_a_dispute_is_back_on_the_list_with_its_deadline(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        var inquiry = market.StandIn.Books.OpenDispute(await market.Pay(placed), inquiry: true);
        await market.Hear();
        market.StandIn.Books.Answer(inquiry);
        await market.Hear();
        (await market.Komeji.Send(new ListWaitingWork(WaitingKind.Disputes, 1))).Rows.ShouldBeEmpty();
        market.Komeji.Clock.Advance(TimeSpan.FromDays(3));
        market.StandIn.Books.Escalate(inquiry);
        await market.Hear();
        var row = (await market.Komeji.Send(new ListWaitingWork(WaitingKind.Disputes, 1))).Rows.Single();
        row.Before.ShouldBe(DateTimeOffset.FromUnixTimeSeconds((market.Komeji.Clock.GetUtcNow() + TimeSpan.FromDays(7)).ToUnixTimeSeconds()));
        (await market.Balance(1200)).ShouldBe(33_500);
        await PayAtStripeTests.ShouldAgree(market);
    }

    /// <summary>Every notification of its end is lost, and nobody asks for a refund: the provider is asked, and not oftener than need be.</summary>
    [Theory]
    [OnSqlite(true), OnSqlite(false)]
    [OnPostgres(true), OnPostgres(false)]
    public async Task An_end_that_nobody_told_is_found_by_asking(Engine engine, bool won)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        var dispute = market.StandIn.Books.OpenDispute(await market.Pay(placed));
        await market.Hear();
        market.StandIn.Post.Loses = _ => true;
        market.Komeji.Clock.Advance(TimeSpan.FromHours(6));
        (await market.Komeji.Run<DueDisputes>()).ShouldBe(new(1, 0, ""));
        market.StandIn.Books.EndDispute(dispute, won);
        (await market.Komeji.Run<DueDisputes>()).Done.ShouldBe(0, "it was asked about just now");
        market.Komeji.Clock.Advance(TimeSpan.FromHours(6));
        (await market.Komeji.Run<DueDisputes>()).ShouldBe(new(1, 0, ""));
        (await market.Komeji.Read(db => db.Disputes.Select(d => d.State).SingleAsync())).ShouldBe(won ? DisputeState.Won : DisputeState.Lost);
        (await market.Balance(1200)).ShouldBe(won ? 0 : 33_500);
        market.Komeji.Clock.Advance(TimeSpan.FromHours(6));
        (await market.Komeji.Run<DueDisputes>()).Done.ShouldBe(0, "it is decided");
        if (won)
        {
            await market.Complete(placed.Orders[0]);
        }

        await PayAtStripeTests.ShouldAgree(market);
    }

    [Theory, OnSqlite]
    public async Task A_provider_that_does_not_answer_about_a_dispute_is_a_fault_and_asked_again(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        market.StandIn.Books.OpenDispute(await market.Pay(await market.Place(25_500)));
        await market.Hear();
        market.Komeji.Clock.Advance(TimeSpan.FromHours(6));
        market.StandIn.Faults.NextRead(StandInFault.Broken, StandInFault.Broken, StandInFault.Broken);
        (await market.Komeji.Run<DueDisputes>()).Failures.ShouldBe(1);
        (await market.Komeji.Run<DueDisputes>()).Done.ShouldBe(1);
    }

    [Theory]
    [OnSqlite("status", "prevented"), OnSqlite("currency", "usd")]
    [OnPostgres("status", "prevented"), OnPostgres("currency", "usd")]
    public async Task What_nobody_foresaw_goes_before_a_person(Engine engine, string field, string value)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var placed = await market.Place(25_500);
        var dispute = market.StandIn.Books.OpenDispute(await market.Pay(placed));
        await market.Hear();
        market.StandIn.Books.Disguise(dispute, field, value);
        await market.Hear();
        (await market.Komeji.Read(db => db.PaymentEvents.SingleAsync(e => e.Outcome == PaymentEventOutcome.Parked))).Note.ShouldContain(dispute);
        (await market.Komeji.Read(db => db.Disputes.Select(d => d.State).SingleAsync())).ShouldBe(DisputeState.Open);
    }

    /// <summary>Fee 240,000 taken, 100,000 of it given back with the money.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_fee_that_is_given_back_is_booked_with_its_sign(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine);
        var dispute = market.StandIn.Books.OpenDispute(await market.Pay(await market.Place(25_500)));
        await market.Hear();
        market.StandIn.Books.EndDispute(dispute, won: true, feeBack: 10_000_000);
        await market.Hear();
        (await market.Balance(5040), await market.Balance(1010)).ShouldBe((140_000, 33_500 - 971 - 140_000));
        await PayAtStripeTests.ShouldAgree(market);
    }
}
