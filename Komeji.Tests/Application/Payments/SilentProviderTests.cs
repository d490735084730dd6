using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Payments;
using Komeji.Application.Support;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Payments;

/// <summary>Calls that break off, answers and notices that never come.</summary>
public sealed class SilentProviderTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_lost_answer_is_asked_about_under_the_same_key(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        market.Faults.Next(SandboxFault.AnswerLost);
        (await market.Komeji.As(market.Buyer).Send(new StartPayment(placed.Number))).PayAddress.ShouldBeNull();
        (await market.Komeji.As(market.Buyer).Send(new ShowPayment(placed.Number))).Standing.ShouldBe(PaymentStanding.BeingChecked);
        (await Should.ThrowAsync<RuleBroken>(() => market.Komeji.Send(new StartPayment(placed.Number)))).Code.ShouldBe("payment.in_doubt");

        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.Komeji.Run<ReconcilePayments>();
        var payment = await market.PaymentOf(placed);
        (payment.State, payment.Attempts.Single().State).ShouldBe((PaymentState.AwaitingPayment, AttemptState.Started));
        await market.Pay(placed);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_call_that_never_arrived_is_made_again_under_the_same_key(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        market.Faults.Next(SandboxFault.NeverArrives);
        await market.Komeji.As(market.Buyer).Send(new StartPayment(placed.Number));
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.Komeji.Run<ReconcilePayments>();
        await market.Pay(placed);
        var payment = await market.PaymentOf(placed);
        (payment.State, payment.Attempts.Count).ShouldBe((PaymentState.Paid, 1));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_payment_whose_notice_never_comes_is_found(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        var charge = await market.Start(placed);
        market.HookIsDown = true;
        market.Provider.Pay(charge);
        await market.Hear();
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.AwaitingPayment);
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.Komeji.Run<ReconcilePayments>();
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.Paid);

        market.HookIsDown = false;
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.Hear();
        (await market.Komeji.Read(db => db.PaymentEvents.Select(e => e.Note).SingleAsync())).ShouldBe("booked before");
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_provider_that_stays_silent_is_asked_ever_more_rarely(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await market.Start(await market.Place(25_500));
        var asked = 0;
        for (var minute = 0; minute < 24 * 60; minute += 5)
        {
            market.Komeji.Clock.Advance(TimeSpan.FromMinutes(5));
            market.Faults.Next(SandboxFault.NeverArrives);
            asked += (await market.Komeji.Run<ReconcilePayments>()).Done;
        }

        asked.ShouldBeInRange(20, 60);
    }

    /// <summary>Paid in time, and no notice came: the provider is asked before the goods go back on the shelf.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_purchase_expires_only_after_its_provider_was_asked(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var (paid, unpaid, untried) = await PaidUnheard(market);
        (await market.Komeji.Run<DuePurchases>()).ShouldBe(new(3, 0, ""));
        ((await market.PaymentOf(paid)).State, (await market.PaymentOf(unpaid)).State, (await market.PaymentOf(untried)).State)
            .ShouldBe((PaymentState.Paid, PaymentState.Expired, PaymentState.Expired));
        (await market.Komeji.Read(db => db.Refunds.CountAsync())).ShouldBe(0);
        (await market.Komeji.Run<DuePurchases>()).Done.ShouldBe(0);
        await market.ShouldBeSound();
    }

    /// <summary>The guard taken out: she paid in time, loses the goods, and waits for her money.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Expired_unasked_what_was_paid_in_time_is_lost_to_the_buyer(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, more: services => services.AddTransient<IRequestHandler<ExpirePurchase, Unit>, ExpiresUnasked>());
        var (paid, _, _) = await PaidUnheard(market);
        await market.Komeji.Run<DuePurchases>();
        await market.Komeji.Run<ReconcilePayments>();
        (await market.PaymentOf(paid)).State.ShouldBe(PaymentState.Expired);
        (await market.Komeji.Read(db => db.Refunds.CountAsync())).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task While_the_provider_is_silent_the_purchase_waits_in_sight(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        await market.Start(placed);
        market.Komeji.Clock.Advance(TimeSpan.FromHours(24));
        market.Faults.Next(SandboxFault.NeverArrives);
        (await market.Komeji.Run<DuePurchases>()).Done.ShouldBe(1);
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.NeedsCheck);
        (await market.Komeji.Send(new ListWaitingWork(WaitingKind.PaymentsInDoubt, 1))).Rows.Single().What.ShouldBe(placed.Number);
        (await market.Komeji.As(market.Buyer).Send(new ShowPayment(placed.Number))).Standing.ShouldBe(PaymentStanding.BeingChecked);
        (await market.Komeji.Run<DuePurchases>()).Done.ShouldBe(0, "it is asked again after a while");
        (await market.Komeji.Run<ReconcilePayments>()).Done.ShouldBe(0, "one of them asks");

        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(5));
        (await market.Komeji.Run<DuePurchases>()).Done.ShouldBe(1);
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.Expired);
        (await market.Komeji.Send(new ListWaitingWork(WaitingKind.PaymentsInDoubt, 1))).Rows.ShouldBeEmpty();
    }

    /// <summary>The goods are not kept for ever; what had been paid all the same goes back.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_provider_that_never_answers_is_waited_for_so_long_and_no_longer(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        var charge = await market.Start(placed);
        market.Provider.Pay(charge);
        market.Komeji.Clock.Advance(TimeSpan.FromHours(48) - TimeSpan.FromTicks(10));
        market.Faults.Next(SandboxFault.NeverArrives);
        await market.Komeji.Run<DuePurchases>();
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.NeedsCheck);
        market.Komeji.Clock.Advance(TimeSpan.FromTicks(10));
        market.Faults.Next(SandboxFault.NeverArrives);
        await market.Komeji.Run<DuePurchases>();
        (await market.PaymentOf(placed)).State.ShouldBe(PaymentState.Expired);
        await market.Hear();
        await market.Komeji.Run<DueRefunds>();
        (await market.Komeji.Read(db => db.Refunds.Select(r => r.State).SingleAsync())).ShouldBe(RefundState.Succeeded);
        await market.ShouldBeSound();
    }

    [Theory]
    [OnSqlite(SandboxFault.AnswerLost), OnSqlite(SandboxFault.NeverArrives)]
    [OnPostgres(SandboxFault.AnswerLost), OnPostgres(SandboxFault.NeverArrives)]
    public async Task A_refund_without_an_answer_is_asked_about_and_paid_once(Engine engine, SandboxFault fault)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        await market.Decline(placed.Orders[0]);
        market.Faults.Next(fault);
        await market.Komeji.Run<DueRefunds>();
        (await State(market)).ShouldBe(RefundState.NeedsCheck);
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(5));
        await market.Komeji.Run<DueRefunds>();
        await market.Hear();
        (await State(market)).ShouldBe(RefundState.Succeeded);
        market.Provider.Movements().Count(m => m.Kind == "refund").ShouldBe(1);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refused_refund_stays_owed_and_waits_for_a_person(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        await market.Decline(placed.Orders[0]);
        market.Faults.Next(SandboxFault.RefuseRefund);
        await market.Komeji.Run<DueRefunds>();
        await market.Hear();
        (await State(market)).ShouldBe(RefundState.Failed);
        (await market.Balance(2090)).ShouldBe(-33_500);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refund_that_comes_back_later_is_owed_again(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        await market.Decline(placed.Orders[0]);
        await market.Komeji.Run<DueRefunds>();
        await market.Hear();
        (await market.Balance(2090)).ShouldBe(0);
        var key = await market.Komeji.Read(db => db.Refunds.Select(r => r.Id).SingleAsync());
        market.Provider.ReturnRefund(key.Value.ToString(), "rekening_tutup").ShouldBeTrue();
        await market.Hear();
        (await State(market)).ShouldBe(RefundState.Failed);
        (await market.Balance(2090)).ShouldBe(-33_500);
        (await market.Balance(1010)).ShouldBe(33_500 - 234);
        await market.ShouldBeSound();
    }

    /// <summary>The process died after it marked the refund as sent: after the lease the provider is asked.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_refund_whose_worker_died_is_taken_up_again(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        await market.Decline(placed.Orders[0]);
        await market.Komeji.Write(async db => (await db.Refunds.SingleAsync()).Send(SendRefund.Lease, market.Komeji.Clock.GetUtcNow()));
        (await market.Komeji.Run<DueRefunds>()).Done.ShouldBe(0);
        market.Komeji.Clock.Advance(SendRefund.Lease);
        await market.Komeji.Run<DueRefunds>();
        (await State(market)).ShouldBe(RefundState.Succeeded);
        await market.ShouldBeSound();
    }

    static Task<RefundState> State(MoneyMarket market) => market.Komeji.Read(db => db.Refunds.Select(r => r.State).SingleAsync());

    /// <summary>Three purchases whose time is up: paid a minute before with its notice lost, begun and not paid, never begun.</summary>
    static async Task<(Placed Paid, Placed Unpaid, Placed Untried)> PaidUnheard(MoneyMarket market)
    {
        var (paid, unpaid, untried) = (await market.Place(25_500), await market.Place(30_000), await market.Place(40_000));
        var charge = await market.Start(paid);
        await market.Start(unpaid);
        market.HookIsDown = true;
        market.Komeji.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));
        market.Provider.Pay(charge).ShouldNotBeNull();
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        return (paid, unpaid, untried);
    }

    sealed class ExpiresUnasked(IKomejiDb db, UnitOfWork unitOfWork, TimeProvider clock) : IRequestHandler<ExpirePurchase, Unit>
    {
        public Task<Unit> Handle(ExpirePurchase request, CancellationToken cancellationToken) => unitOfWork.RunAfresh(async () =>
        {
            var purchase = await db.Purchases.Include(p => p.Orders).ThenInclude(o => o.Lines).Include(p => p.Orders).ThenInclude(o => o.Timers)
                .SingleAsync(p => p.Id == request.PurchaseId, cancellationToken);
            purchase.Expire(clock.GetUtcNow());
            (await db.Payments.SingleAsync(p => p.PurchaseId == request.PurchaseId, cancellationToken)).Expire(clock.GetUtcNow());
            return Unit.Value;
        }, cancellationToken);
    }
}
