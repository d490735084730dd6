using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Messages;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Stores;
using Komeji.Domain.Taxes;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Persistence;

/// <summary>What people saw, decided and answered: the database itself refuses to change or remove it, on both engines.</summary>
public sealed class AppendOnlyTests
{
    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task Refuses_to_change_or_remove_what_was_seen_decided_and_answered(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using (var db = database.Open())
        {
            var (document, store, person) = (DocumentId.New(Now), StoreId.New(Now), new UserId(Guid.CreateVersion7(Now)));
            db.DataAccesses.Add(new DataAccess(document, store, person, "verifikator", "berkas", "Pemeriksaan dokumen", Now));
            db.StateChanges.Add(new StateChange(LegalVerification.Subject, document.Value, "InReview", "Approved", Actor.System, Now, "approved"));
            db.OfficeAnswers.Add(new OfficeAnswer(new PaperAnswered(document, store, DocumentKind.Halal, "35.09.01.2001", person, DocumentState.Approved, Now, null, Now), new WorkingCalendar([])));
            db.ShopDeeds.Add(new ShopDeed(Actor.ShopStaff(person.Value, person.Value), null, "ShipOrder", new DeedThing(DeedThing.Order, "KMJ-1"), Now));
            db.ChatViews.Add(new ChatView(ChatReportId.New(Now), person, "operator", "Laporan penipuan", Now));
            db.TaxRules.Add(TaxRule.Shipped(new TaxTerms(TaxKind.ServiceFeeVat, new BasisPoints(1_200), 11, 12, Rounding.HalfUp, TaxPoint.Payment, new DateOnly(2025, 1, 1), null), "uji", Now));
            db.TaxDuties.Add(TaxDuty.Record(TaxDutyKind.Collector, true, "KEP-77/PJ", new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 1), "Penunjukan untuk uji", person, Now));
            var decision = OneDecision();
            db.RefundDecisions.Add(decision);
            db.ClaimPayments.Add(ClaimPayment.Record(decision.Id, new Rupiah(1_000), new ClaimMoney(new Rupiah(500), 1021, "TRF-1", new DateOnly(2026, 10, 5)), person, Now));
            db.ShopPayments.Add(ShopPayment.Record(store, ShopDebt.CashFees, new Rupiah(1_000), new ClaimMoney(new Rupiah(500), 1021, "TRF-1", new DateOnly(2026, 10, 5)), person, Now));
            db.MoneyApprovals.Add(MoneyApproval.Ask(new MoneyWish(MoneyAct.Refund, decision.OrderId.Value, decision.PurchaseId, "KMJ-1", new Rupiah(1_000), "Barang cacat", "", ""), Actor.Staff(person.Value, "keuangan"), Now));
            db.CaseNotes.Add(CaseNote.Write(CaseSubject.Order, document.Value, null, "Catatan untuk uji", Actor.Staff(person.Value, "operator"), Now));
            db.DataReveals.Add(DataReveal.Of(CaseSubject.Order, document.Value, "KMJ-1", RevealedThing.Recipient, "Alasan untuk uji", Actor.Staff(person.Value, "operator"), Now));
            db.ServiceMonths.Add(new ServiceMonth("2026-09", new ServiceCount(3, 2), new ServiceCount(1, 1), Now));
            await db.SaveChangesAsync();
        }

        foreach (var sql in new[]
        {
            """UPDATE "DataAccesses" SET "Why" = 'lain'""", """DELETE FROM "DataAccesses" """,
            """UPDATE "StateChanges" SET "Note" = 'lain'""", """DELETE FROM "StateChanges" """,
            """UPDATE "OfficeAnswers" SET "WorkingDays" = 0""", """DELETE FROM "OfficeAnswers" """,
            """UPDATE "ShopDeeds" SET "What" = 'lain'""", """DELETE FROM "ShopDeeds" """,
            """UPDATE "ChatViews" SET "Why" = 'lain'""", """DELETE FROM "ChatViews" """,
            """UPDATE "TaxRules" SET "Rate" = 0""", """DELETE FROM "TaxRules" """,
            """UPDATE "TaxDuties" SET "Number" = 'lain'""", """DELETE FROM "TaxDuties" """,
            """UPDATE "RefundDecisions" SET "Reason" = 'lain'""", """DELETE FROM "RefundDecisions" """,
            """UPDATE "RefundLines" SET "OfShop" = 0""", """DELETE FROM "RefundLines" """,
            """UPDATE "RefundShares" SET "Percent" = 1""", """DELETE FROM "RefundShares" """,
            """UPDATE "ClaimPayments" SET "Amount" = 1""", """DELETE FROM "ClaimPayments" """, """UPDATE "ShopPayments" SET "Amount" = 1""", """DELETE FROM "ShopPayments" """, """DELETE FROM "MoneyApprovals" """,
            """UPDATE "CaseNotes" SET "Text" = 'lain'""", """DELETE FROM "CaseNotes" """,
            """UPDATE "DataReveals" SET "Why" = 'lain'""", """DELETE FROM "DataReveals" """,
            """UPDATE "ServiceMonths" SET "AnswersInTime" = 3""", """DELETE FROM "ServiceMonths" """,
        })
        {
            await Refused(database, sql);
        }

        await ShouldAnswerAndNoMore(database);
        await using var after = database.Open();
        (await after.DataAccesses.Select(a => a.Why).SingleAsync()).ShouldBe("Pemeriksaan dokumen");
        (await after.StateChanges.CountAsync()).ShouldBe(2);
        (await after.OfficeAnswers.CountAsync()).ShouldBe(1);
        (await after.ShopDeeds.Select(d => d.What).SingleAsync()).ShouldBe("ShipOrder");
        (await after.RefundDecisions.Select(d => d.Reason).SingleAsync()).ShouldBe("Barang cacat");
        (await after.MissingLedgerGuards(CancellationToken.None)).ShouldBeEmpty();
    }

    /// <summary>What one officer asked for stays as it was asked; it gets an answer, and that stays, too.</summary>
    static async Task ShouldAnswerAndNoMore(TestDatabase database)
    {
        foreach (var set in new[]
        {
            "\"Act\" = 'DisputeBorne'", "\"SubjectId\" = \"Id\"", "\"PurchaseId\" = \"Id\"", "\"Number\" = 'KMJ-2'", "\"Amount\" = 1", "\"Reason\" = 'lain'", "\"Details\" = 'lain'",
            "\"Seen\" = 'lain'", "\"AskedBy\" = \"Id\"", "\"AskedAs\" = 'lain'", "\"AskedAt\" = '2020-01-01'",
        })
        {
            await Refused(database, $"UPDATE \"MoneyApprovals\" SET {set}");
        }

        await using (var db = database.Open())
        {
            (await db.Database.ExecuteSqlRawAsync("""UPDATE "MoneyApprovals" SET "State" = 'Approved', "DecidedBy" = "PurchaseId", "Answer" = 'Setuju', "Version" = "Version" + 1""")).ShouldBe(1);
        }

        await Refused(database, """UPDATE "MoneyApprovals" SET "Answer" = 'lain'""");
        await Refused(database, """UPDATE "MoneyApprovals" SET "State" = 'Waiting', "DecidedBy" = NULL""");
    }

    static async Task Refused(TestDatabase database, string sql)
    {
        await using var db = database.Open();
        (await Should.ThrowAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql), sql)).Message.ShouldContain("audit_append_only");
    }

    static RefundDecision OneDecision()
    {
        var order = Orders.In(OrderState.Delivered);
        var plan = new RefundPlan(new Dictionary<OrderLineId, Rupiah> { [order.Lines[0].Id] = new(1_000) }, Rupiah.Zero, new Dictionary<RefundBearer, int> { [RefundBearer.Seller] = RefundDecision.Whole });
        var refund = Refund.Request(order.PurchaseId, order.Id, "sandbox", "pay_uji", plan.Amount, "refund_decided", Now);
        return RefundDecision.Make(order, refund, plan, TakenBack.Nothing, "", RemittedTaxes.None, Orders.Staff, "Barang cacat", Now);
    }
}
