using Komeji.Application.Ledger;
using Komeji.Application.Payments;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Payments;

public sealed class PayPurchaseTests
{
    /// <summary>The first worked case of docs/domain/ledger.md: G 25,500, S 8,000, fee 5 %, PPN 11 %, provider cost 234.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Paid_and_completed_the_money_is_where_the_golden_case_says(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, vatBasisPoints: 1_100);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        (await market.Balance(2010, placed.Orders[0].Value.ToString())).ShouldBe(-33_500);
        (await market.Balance(1010, "sandbox")).ShouldBe(33_500 - 234);
        await market.ShouldBeSound();

        await market.Complete(placed.Orders[0]);
        (await market.Balance(2010)).ShouldBe(0);
        (await market.Balance(2030, placed.Stores[0].Value.ToString())).ShouldBe(-32_085);
        (await market.Balance(2100, "2026-10")).ShouldBe(-1_041);
        (await market.Balance(5010)).ShouldBe(0);
        (await market.Balance(2081, "2026-10")).ShouldBe(-140);
        await market.ShouldBeSound();

        var money = await market.Komeji.As(market.Buyer).Send(new ShowOrderMoney(placed.OrderNumbers[0]));
        money.Released.ShouldBe(new OrderShares(new Rupiah(32_085), new Rupiah(1_041), new Rupiah(234), new Rupiah(140), Rupiah.Zero));
        money.Released!.Total.ShouldBe(money.Paid);
        var balance = await market.Komeji.As(market.Seller).Send(new ShowSellerBalance(1));
        balance.Available.ShouldBe(new Rupiah(32_085));
        balance.Entries.Rows.Single().OrderNumber.ShouldBe(placed.OrderNumbers[0]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_shops_share_the_provider_cost_by_what_was_paid_and_each_ends_on_its_own(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500, 100_000);
        await market.Pay(placed);

        // 141,500 × 0.7 % = 990; 33,500 and 108,000 of it: 234.38 and 755.61, the odd rupiah to the larger remainder.
        var costs = await market.Komeji.Read(db => db.Orders.OrderBy(o => o.Sequence).Select(o => (long)o.ProviderCost).ToListAsync());
        costs.ShouldBe([234, 756]);
        await market.Complete(placed.Orders[0]);
        await market.Decline(placed.Orders[1]);
        (await market.Balance(2010)).ShouldBe(0);
        (await market.Balance(2090)).ShouldBe(-108_000);
        await market.ShouldBeSound();

        await market.Komeji.Run<DueRefunds>();
        await market.Hear();
        (await market.Balance(2090)).ShouldBe(0);
        var refund = await market.Komeji.Read(db => db.Refunds.SingleAsync());
        (refund.State, refund.Amount.Amount, refund.OrderId).ShouldBe((RefundState.Succeeded, 108_000, placed.Orders[1]));
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Refunded_after_delivery_or_given_up_before_paying_the_buyer_has_it_all(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        await market.DeliverAndRefund(placed.Orders[0]);
        await market.Komeji.Run<DueRefunds>();
        (await market.Komeji.Read(db => db.Refunds.Select(r => r.Amount).SingleAsync())).ShouldBe(placed.Total);

        var given = await market.Place(30_000);
        var charge = await market.Start(given);
        await market.GiveUp(given);
        market.Provider.Pay(charge);
        await market.Hear();
        await market.Komeji.Run<DueRefunds>();
        (await market.Balance(2090)).ShouldBe(0);
        (await market.Balance(2010)).ShouldBe(0);
        (await market.PaymentOf(given)).State.ShouldBe(PaymentState.Cancelled);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pressed_twice_it_leads_to_the_same_page_and_only_to_the_buyer(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        var both = await Task.WhenAll(market.Start(placed), market.Start(placed));
        both[0].ShouldBe(both[1]);
        (await market.PaymentOf(placed)).Attempts.Count.ShouldBe(1);
        await Should.ThrowAsync<global::Komeji.Application.Common.NotFound>(() => market.Komeji.As(market.Seller).Send(new StartPayment(placed.Number)));
        await Should.ThrowAsync<global::Komeji.Application.Common.NotFound>(() => market.Komeji.As(market.Seller).Send(new ShowPayment(placed.Number)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_declined_try_may_be_tried_again(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        market.Provider.Decline(await market.Start(placed), "Saldo kurang").ShouldBeTrue();
        await market.Hear();
        var page = await market.Komeji.As(market.Buyer).Send(new ShowPayment(placed.Number));
        (page.Standing, page.DeclineReason).ShouldBe((PaymentStanding.Failed, "Saldo kurang"));
        await market.Pay(placed);
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.Paid);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Told_many_times_in_any_order_it_is_booked_once(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = new List<Placed>();
        for (var i = 0; i < 4; i++)
        {
            placed.Add(await market.Place(20_000 + i, 30_000));
            await market.Pay(placed[i]);
        }

        await market.Decline(placed[0].Orders[0]);
        await market.Komeji.Run<DueRefunds>();
        await market.Hear();
        var before = await Books(market);
        for (var round = 0; round < 3; round++)
        {
            // The inbox is emptied, so that every event is acted on again, in another order.
            await market.Komeji.Write(db => db.PaymentEvents.ExecuteDeleteAsync());
            market.Notices.Repeat();
            market.Komeji.Clock.Advance(TimeSpan.FromSeconds(1));
            await market.Hear();
            await market.Komeji.Write(db => db.PaymentEvents.ExecuteUpdateAsync(s => s.SetProperty(e => e.Outcome, PaymentEventOutcome.Waiting)));
            await market.Komeji.Run<DuePaymentEvents>();
        }

        (await Books(market)).ShouldBe(before);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_event_delivered_by_many_at_once_is_stored_and_booked_once(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        var charge = await market.Start(placed);
        market.Provider.Pay(charge);
        var body = await Body(market);
        var signature = market.Signature.Sign(body, market.Komeji.Clock.GetUtcNow());
        var receipts = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => market.Komeji.Send(new RecordPaymentEvent("sandbox", body, signature)))));
        receipts.Count(r => r == PaymentEventReceipt.Stored).ShouldBe(1);
        receipts.ShouldNotContain(PaymentEventReceipt.NotBelieved);

        var id = await market.Komeji.Read(db => db.PaymentEvents.Select(e => e.Id).SingleAsync());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => market.Komeji.Send(new HandlePaymentEvent(id)))));
        (await market.Komeji.Read(db => db.Journals.CountAsync(j => j.Rule == "P1"))).ShouldBe(1);
        (await market.Komeji.Read(db => db.StateChanges.CountAsync(c => c.Subject == "payment"))).ShouldBe(1);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Paid_after_it_expired_it_goes_back_whole(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        market.Provider.PayLate(await market.Start(placed)).ShouldBeTrue();
        market.Komeji.Clock.Advance(TimeSpan.FromHours(24));
        await market.Expire(placed);
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(2));
        market.Provider.TakeLatePayments().ShouldBe(1);
        await market.Hear();
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.Expired);
        (await market.Balance(2090)).ShouldBe(-33_500);
        await market.Komeji.Run<DueRefunds>();
        (await market.Balance(2090)).ShouldBe(0);
        (await market.Balance(2010)).ShouldBe(0);
        (await market.Komeji.Read(db => db.Orders.Select(o => o.State).SingleAsync())).ShouldBe(OrderState.Expired);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Paid_twice_the_second_goes_back_whole(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        var charge = await market.Start(placed);
        market.Provider.Pay(charge);
        market.Provider.Pay(charge);
        await market.Hear();
        await market.Komeji.Run<DueRefunds>();
        (await market.Balance(2010)).ShouldBe(-33_500);
        (await market.Komeji.Read(db => db.Refunds.Select(r => new { r.Amount, r.OrderId, r.State }).SingleAsync()))
            .ShouldBe(new { Amount = new Rupiah(33_500), OrderId = (OrderId?)null, State = RefundState.Succeeded });
        await market.ShouldBeSound();
    }

    [Theory]
    [OnSqlite(33_000, "IDR"), OnSqlite(33_501, "IDR"), OnSqlite(33_500, "USD"), OnSqlite(3_350_000, "IDR")]
    [OnPostgres(33_000, "IDR"), OnPostgres(33_501, "IDR"), OnPostgres(33_500, "USD"), OnPostgres(3_350_000, "IDR")]
    public async Task Another_amount_or_currency_is_parked_and_pays_nothing(Engine engine, int amount, string currency)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        market.Provider.Pay(await market.Start(placed), amount, currency);
        await market.Hear();
        var payment = await market.PaymentOf(placed);
        (payment.State, payment.HoldsWrongMoney).ShouldBe((PaymentState.NeedsCheck, true));
        (await market.Balance(2091)).ShouldBe(currency == "IDR" ? -amount : 0);
        (await market.Balance(2010)).ShouldBe(0);
        (await market.Komeji.Read(db => db.Orders.Select(o => o.State).SingleAsync())).ShouldBe(OrderState.AwaitingPayment);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_captured_is_settled_once(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await market.Pay(await market.Place(25_500));
        market.Komeji.Clock.Advance(TimeSpan.FromDays(1));
        market.Provider.Settle(market.Komeji.Clock.GetUtcNow()).ShouldBe(33_266);
        market.Provider.Settle(market.Komeji.Clock.GetUtcNow()).ShouldBe(0);
        await market.Hear();
        (await market.Balance(1010)).ShouldBe(0);
        (await market.Balance(1020)).ShouldBe(33_266);
        await market.ShouldBeSound();
    }

    /// <summary>A payment and the end of its time at the same moment: paid, or expired and given back; never both.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_payment_racing_with_expiry_ends_in_exactly_one(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        for (var round = 0; round < TestSize.Of(6, 100); round++)
        {
            var placed = await market.Place(25_500);
            var charge = await market.Start(placed);
            market.Komeji.Clock.Advance(TimeSpan.FromHours(24));
            await Task.WhenAll(Task.Run(() => PayAndHear(market, charge)), Task.Run(() => LoseQuietly(() => market.Expire(placed))));
            market.Komeji.Clock.Advance(TimeSpan.FromMinutes(2));
            await market.Komeji.Run<DuePaymentEvents>();
            await market.Komeji.Run<DueRefunds>();
            var payment = await market.PaymentOf(placed);
            var state = await market.Komeji.Read(db => db.Orders.Where(o => o.PurchaseId == placed.PurchaseId).Select(o => o.State).SingleAsync());
            var refunded = await market.Komeji.Read(db => db.Refunds.Where(r => r.PurchaseId == placed.PurchaseId).SumAsync(r => (long)r.Amount));
            (payment.State, state, refunded).ShouldBeOneOf(
                (PaymentState.Paid, OrderState.AwaitingSeller, 0L),
                (PaymentState.Expired, OrderState.Expired, 33_500L));
        }

        await market.ShouldBeSound();
    }

    static async Task PayAndHear(MoneyMarket market, string charge)
    {
        market.Provider.Pay(charge);
        await market.Hear();
    }

    static async Task LoseQuietly(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception lost) when (lost is DbUpdateException or RuleBroken)
        {
            // The other side won.
        }
    }

    static Task<string> Body(MoneyMarket market)
    {
        var store = (global::Komeji.Integrations.Payments.Sandbox.SandboxStore)market.Komeji.Services.GetService(typeof(global::Komeji.Integrations.Payments.Sandbox.SandboxStore))!;
        return Task.FromResult(store.Write(t => global::Komeji.Integrations.Payments.Sandbox.SandboxStore.Query(t, "SELECT body FROM notice", r => r.GetString(0)).Single()));
    }

    static Task<List<string>> Books(MoneyMarket market) => market.Komeji.Read(db => db.Journals
        .SelectMany(j => j.Entries, (j, e) => new { j.Key, e.Account, e.AccountKey, e.Amount }).OrderBy(l => l.Key).ThenBy(l => l.Account).ThenBy(l => l.AccountKey)
        .Select(l => l.Key + " " + l.Account + " " + l.AccountKey + " " + (long)l.Amount).ToListAsync());
}
