using Komeji.Application.Ledger;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Payouts;
using Komeji.Persistence;
using Komeji.Tests.Application.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Ledger;

/// <summary>Each invariant holds on a sound market and is seen to break when somebody meddles.</summary>
public sealed class VerifyLedgerTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Sees_each_kind_of_damage(Engine engine)
    {
        (string Check, Func<KomejiDb, Task> Damage)[] damages =
        [
            ("I1 journals balance", db => WithoutGuards(db, "UPDATE \"Entries\" SET \"Amount\" = \"Amount\" + 1 WHERE \"Id\" = (SELECT min(\"Id\") FROM \"Entries\")")),
            ("I2 global sum", db => WithoutGuards(db, "UPDATE \"Entries\" SET \"Amount\" = \"Amount\" + 1 WHERE \"Id\" = (SELECT min(\"Id\") FROM \"Entries\")")),
            ("I4 held money", db => db.EscrowShares.Where(s => (long)s.Remaining > 0).ExecuteUpdateAsync(s => s.SetProperty(x => x.Remaining, new Rupiah(1)))),
            ("I5 statement of sandbox", db => WithoutGuards(db, "UPDATE \"Journals\" SET \"Key\" = \"Key\" || '-entah' WHERE \"Rule\" = 'P1'")),
            ("I9 nothing overdrawn", db => WithoutGuards(db, "UPDATE \"Entries\" SET \"Amount\" = -\"Amount\" WHERE \"Account\" = 2010")),
            ("I9 others are covered", WithASweepOfOthersMoney),
            ("I10 append-only guards", db => DropGuards(db)),
            ("I13 money in less money out", db => db.Payments.ExecuteUpdateAsync(s => s.SetProperty(p => p.Amount, new global::Komeji.Domain.Common.Rupiah(5)))),
            ("paid once", db => db.Payments.ExecuteUpdateAsync(s => s.SetProperty(p => p.State, PaymentState.Expired))),
            ("released once", db => db.Orders.Where(o => o.State == OrderState.AwaitingSeller).ExecuteUpdateAsync(s => s.SetProperty(o => o.State, OrderState.Completed))),
            ("held while open", db => db.EscrowShares.ExecuteDeleteAsync()),
            ("cancelled is refunded", db => db.Refunds.ExecuteDeleteAsync()),
            ("refunds within payments", db => db.EscrowShares.ExecuteUpdateAsync(s => s.SetProperty(x => x.Paid, x => x.Remaining))),
            ("rests are refunded", db => db.Orders.Where(o => (long)o.CancelledGoods > 0).ExecuteUpdateAsync(s => s.SetProperty(o => o.CancelledGoods, new global::Komeji.Domain.Common.Rupiah(1)))),
            ("fees on what remained", db => db.Orders.Where(o => o.State == OrderState.Completed).ExecuteUpdateAsync(s => s.SetProperty(o => o.Vat, new global::Komeji.Domain.Common.Rupiah(7)))),
            ("taxes agree", db => db.Orders.Where(o => o.State == OrderState.Completed).ExecuteUpdateAsync(s => s.SetProperty(o => o.IncomeTax, new global::Komeji.Domain.Common.Rupiah(7)))),
            ("refunds are booked", db => db.Refunds.ExecuteUpdateAsync(s => s.SetProperty(r => r.State, RefundState.Succeeded))),
            ("disputed funds agree", WithADisputeNobodyBooked),
            ("dispute holds agree", WithAHoldNobodyBooked),
            ("payouts agree", WithAPayoutNobodyBooked),
            ("I9 rounding is small", db => WithoutGuards(db, "UPDATE \"Entries\" SET \"Account\" = 5090 WHERE \"Account\" = 5010 AND \"Amount\" > 10")),
            ("I10 chain of days", WithADayNobodyClosed),
            ("I3 kept totals agree", db => db.Database.ExecuteSqlRawAsync("INSERT INTO \"KeyBalances\" (\"Account\", \"AccountKey\", \"Balance\") VALUES (2010, 'entah', 5)")),
            ("refund decisions agree", db => db.Orders.Where(o => (long)o.RefundedGoods > 0).ExecuteUpdateAsync(s => s.SetProperty(o => o.RefundedGoods, new global::Komeji.Domain.Common.Rupiah(1)))),
            ("cash fees agree", db => db.Orders.Where(o => o.State == OrderState.Completed).ExecuteUpdateAsync(s => s.SetProperty(o => o.PaysInCash, true))),
            ("vouchers agree", db => db.Orders.ExecuteUpdateAsync(s => s.SetProperty(o => o.VoucherId, (VoucherId?)new VoucherId(new Guid(9, 0, 0, new byte[8]))))),
            ("claims agree", WithAClaimPaymentNobodyBooked),
            ("complaints agree", WithAComplaintThatFreezesNothing),
            ("stock agrees with orders", db => db.Variants.Where(v => v.Sold > 0).ExecuteUpdateAsync(s => s.SetProperty(v => v.Sold, v => v.Sold - 1))),
        ];
        await using var sound = await Mixed(engine);
        var names = (await sound.Komeji.Send(new VerifyLedger())).Checks.Select(c => c.Name).ToList();
        names.Order().ShouldBe(damages.Select(d => d.Check).Order());
        await sound.ShouldBeSound();

        foreach (var (check, damage) in damages)
        {
            await using var market = await Mixed(engine);
            await market.Komeji.Read(async db =>
            {
                await damage(db);
                return true;
            });
            var report = await market.Komeji.Send(new VerifyLedger());
            report.Checks.Single(c => c.Name == check).Ok.ShouldBeFalse(check);
            report.Ok.ShouldBeFalse();
            (await market.Komeji.Run<NightlyLedgerCheck>()).LastError.ShouldContain(check);
        }
    }

    /// <summary>One order held, one released of which a part went back, one cancelled and on its way back, one without the piece that was not sent.</summary>
    static async Task<MoneyMarket> Mixed(Engine engine)
    {
        var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500, 30_000, 40_000);
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        await MoneyDesk.Decide(market, placed.OrderNumbers[0], 5_000, courier: 40);
        await market.Decline(placed.Orders[1]);
        var parts = await market.Place((12_000L, 3));
        await market.Pay(parts);
        await market.ShipPart(parts.Orders[0], 2);
        await market.CancelRest(parts.Orders[0]);
        return market;
    }

    static async Task WithAClaimPaymentNobodyBooked(KomejiDb db)
    {
        var now = new DateTimeOffset(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);
        var claim = await db.RefundDecisions.Select(d => d.Id).SingleAsync();
        db.ClaimPayments.Add(ClaimPayment.Record(claim, new Rupiah(2_000), new ClaimMoney(new Rupiah(1_000), Chart.CooperativeBank.Code, "TRF-1", new DateOnly(2026, 10, 5)), new UserId(Guid.Empty), now));
        await db.SaveChangesAsync();
    }

    static async Task WithAComplaintThatFreezesNothing(KomejiDb db)
    {
        db.Complaints.Add(ComplaintCase.Submitted(await db.Orders.Include(o => o.Lines).FirstAsync(o => o.State == OrderState.Shipped)));
        await db.SaveChangesAsync();
    }

    static async Task WithADayNobodyClosed(KomejiDb db)
    {
        db.LedgerDays.Add(new LedgerDay(new DateOnly(2026, 10, 5), LedgerDay.Beginning, LedgerDay.Beginning, 0, 0, new DateTimeOffset(2026, 10, 6, 0, 0, 0, TimeSpan.Zero)));
        await db.SaveChangesAsync();
    }

    static async Task WithASweepOfOthersMoney(KomejiDb db)
    {
        var now = new DateTimeOffset(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);
        db.Journals.Add(PostingRules.SweptToCooperative("uji", new Rupiah(1_000), now, now));
        await db.SaveChangesAsync();
    }

    static async Task WithADisputeNobodyBooked(KomejiDb db)
    {
        var payment = await db.Payments.AsNoTracking().FirstAsync();
        var dispute = Dispute.Open(payment.Gateway, "dp_uji", payment.ProviderPayment, payment.PurchaseId, payment.Amount, "uji", payment.CreatedAt);
        dispute.Withdraw(payment.Amount);
        db.Disputes.Add(dispute);
        await db.SaveChangesAsync();
    }

    static async Task WithAPayoutNobodyBooked(KomejiDb db)
    {
        var store = await db.Stores.Select(s => s.Id).FirstAsync();
        db.Payouts.Add(Payout.Request("CAIR-UJI", store, new Rupiah(10_000), new PayoutAccount("BCA", "******7890", "segel", "sidik", "Siti Aminah"), null, Actor.System, new DateTimeOffset(2026, 10, 5, 2, 0, 0, TimeSpan.Zero)));
        await db.SaveChangesAsync();
    }

    static async Task WithAHoldNobodyBooked(KomejiDb db)
    {
        var order = await db.Orders.FirstAsync(o => o.State == OrderState.Completed);
        var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.PurchaseId == order.PurchaseId);
        var dispute = Dispute.Open(payment.Gateway, "dp_uji", payment.ProviderPayment, payment.PurchaseId, order.Total, "uji", payment.CreatedAt);
        dispute.Claim(order, order.Total, TakenBack.Nothing, "2026-10");
        db.Disputes.Add(dispute);
        await db.SaveChangesAsync();
    }

    internal static async Task WithoutGuards(KomejiDb db, string sql)
    {
        await DropGuards(db);
        await db.Database.ExecuteSqlRawAsync(sql);
        foreach (var statement in db.LedgerGuards)
        {
            await db.Database.ExecuteSqlRawAsync(statement);
        }
    }

    static async Task DropGuards(KomejiDb db)
    {
        (string Trigger, string Table)[] guards = db is SqliteKomejiDb
            ? [("ledger_entry_kept", ""), ("ledger_entry_stays", ""), ("ledger_journal_kept", ""), ("ledger_journal_stays", ""), ("ledger_day_kept", ""), ("ledger_day_stays", "")]
            : [("ledger_entry_kept", " ON \"Entries\""), ("ledger_journal_kept", " ON \"Journals\""), ("ledger_day_kept", " ON \"LedgerDays\"")];
        foreach (var (trigger, table) in guards)
        {
#pragma warning disable EF1002, EF1003 // Names of triggers cannot be parameters; these are constants.
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER " + trigger + table);
#pragma warning restore EF1002, EF1003
        }
    }
}
