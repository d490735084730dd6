using System.Text;
using Komeji.Application.Ledger;
using Komeji.Application.Payments;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Reconciliation;
using Komeji.Application.Settings;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Domain.Reconciliation;
using Komeji.Domain.Settings;
using Komeji.Tests.Application.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Reconciliation;

/// <summary>Midtrans' settlement report beside the books, from the stand-in: as it should be, and with what may be wrong.</summary>
public sealed class BookSettlementReportTests
{
    const string Check = "I5 statement of midtrans";
    const string Reason = "Midtrans menjawab: dibetulkan pada laporan berikutnya";

    /// <summary>Golden: 33,500 by QRIS costs 234 (234.5 rounded down), 28,000 by a virtual account 4,440. Settled 33,266 + 23,560 = 56,826.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_settled_is_booked_once_and_then_compared_every_night(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        await Paid(market, 25_500, "qris");
        await Paid(market, 20_000, "bca_va");
        (await I5(market)).Detail.ShouldContain("not compared");
        market.Komeji.Clock.Advance(TimeSpan.FromDays(1));

        var receipt = await Book(market);
        (receipt.Added, receipt.Faults.Count).ShouldBe((2, 0));
        (await market.Balance(1010, "midtrans")).ShouldBe(0);
        (await market.Balance(1020)).ShouldBe(56_826);
        (await market.Komeji.Read(db => db.Journals.Where(j => j.Rule == "P3").Select(j => j.Key).SingleAsync())).ShouldBe("settle:midtrans-2026-10-06");
        (await I5(market)).ShouldSatisfyAllConditions(c => c.Ok.ShouldBeTrue(c.Detail), c => c.Detail.ShouldContain("2 reported rows"));

        (await Book(market)).ShouldSatisfyAllConditions(r => r.Id.ShouldBeNull(), r => r.Faults.ShouldBeEmpty());
        (await market.Balance(1020)).ShouldBe(56_826, "the same report books nothing again");
        await market.Komeji.Run<RoundingToBook>();
        await market.ShouldBeSound();
    }

    [Theory]
    [OnSqlite(1), OnSqlite(-1), OnPostgres(1)]
    public async Task A_rupiah_of_cost_is_rounding(Engine engine, int off)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        await Paid(market, 25_500, "qris");
        market.Komeji.Clock.Advance(TimeSpan.FromDays(1));
        market.Midtrans.Books.ReportFeeOff = off;
        (await Book(market)).Faults.ShouldBeEmpty();
        (await market.Balance(5090)).ShouldBe(off);
        (await market.Balance(1010, "midtrans")).ShouldBe(0);
        (await Waiting(market)).ShouldBeEmpty();
        await market.Komeji.Run<RoundingToBook>();
        (await market.Balance(5090)).ShouldBe(off, "the nightly rounding leaves it alone");
        await market.ShouldBeSound();
    }

    /// <summary>The money that came is booked as it came; what differs is seen every night until an officer has explained it.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Another_cost_and_another_amount_wait_for_an_officer(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var order = await Paid(market, 25_500, "qris");
        market.Komeji.Clock.Advance(TimeSpan.FromDays(1));
        market.Midtrans.Books.ReportFeeOff = 66;
        await Book(market);
        (await market.Balance(1020)).ShouldBe(33_200);
        (await Waiting(market)).Single().Note.ShouldContain("Biaya berbeda");
        (await I5(market)).Ok.ShouldBeFalse();
        var line = await market.Komeji.Read(db => db.SettlementLines.AsNoTracking().SingleAsync());
        (line.Finding, line.Order).ShouldBe((SettlementFinding.OtherCost, order));

        await MoneyDesk.As(market, MoneyDesk.First).Send(new ExplainSettlementLine(line.Id, Reason));
        (await I5(market)).Ok.ShouldBeTrue();
        (await Waiting(market)).ShouldBeEmpty();
        (await market.Komeji.Send(new ShowSettlementLine(line.Id))).Steps.Single().Note.ShouldBe(Reason);
        await MoneyDesk.As(market, MoneyDesk.Second).Send(new ReopenSettlementLine(line.Id, Reason));
        (await I5(market)).Ok.ShouldBeFalse();

        var other = await Paid(market, 20_000, "bca_va");
        market.Komeji.Clock.Advance(TimeSpan.FromDays(1));
        market.Midtrans.Books.ReportFeeOff = 0;
        market.Midtrans.Books.ReportAdds = o => o == other ? -1_000 : 0;
        market.Midtrans.Books.ReportOmits = o => o == order;
        await Book(market);
        (await Waiting(market)).Select(w => w.Note).ShouldContain(n => n.StartsWith("Jumlah berbeda", StringComparison.Ordinal));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_payment_that_is_left_out_is_missed_after_a_week_and_a_doubled_one_refuses_the_report(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var left = await Paid(market, 25_500, "qris");
        var doubled = await Paid(market, 20_000, "bca_va");
        market.Komeji.Clock.Advance(TimeSpan.FromDays(1));
        market.Midtrans.Books.ReportDoubles = o => o == doubled;
        (await Book(market)).Faults.Single().Reason.ShouldContain("dua kali");
        (await market.Komeji.Read(db => db.SettlementLines.CountAsync())).ShouldBe(0);
        (await market.Balance(1020)).ShouldBe(0);

        market.Midtrans.Books.ReportDoubles = _ => false;
        market.Midtrans.Books.ReportOmits = o => o == left;
        (await Book(market)).Added.ShouldBe(1);
        (await I5(market)).Ok.ShouldBeTrue("it may come with a later settlement");
        market.Komeji.Clock.Advance(TimeSpan.FromDays(8));
        (await I5(market)).ShouldSatisfyAllConditions(c => c.Ok.ShouldBeFalse(), c => c.Detail.ShouldContain("is not reported"));
        var missing = (await market.Komeji.Send(new ListDifferences(DifferenceKind.NotReported))).Rows.Single();
        missing.Amount.ShouldBe(new Rupiah(33_500));

        // The complete report of a day that is booked is another one.
        market.Midtrans.Books.ReportOmits = _ => false;
        (await Book(market)).Faults.Single().Reason.ShouldContain("isi lain");
        await MoneyDesk.As(market, MoneyDesk.First).Send(new ExplainLedgerEntry(long.Parse(missing.Address.Split('/')[1], null), Reason));
        (await I5(market)).Ok.ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Money_given_back_is_a_row_of_its_own_and_money_not_ours_waits(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var placed = await market.Place(25_500);
        await Pay(market, placed, "qris");
        await Paid(market, 20_000, "qris");
        await market.Decline(placed.Orders[0]);
        await market.Komeji.Run<DueRefunds>();
        (await MoneyDesk.State(market)).ShouldBe(RefundState.Succeeded);
        market.Komeji.Clock.Advance(TimeSpan.FromDays(1));
        await Book(market);
        (await market.Komeji.Read(db => db.SettlementLines.Where(l => (long)l.Gross < 0).Select(l => new { l.State, l.RefundId }).SingleAsync())).ShouldSatisfyAllConditions(
            l => l.State.ShouldBe(MatchState.Matched), l => l.RefundId.ShouldNotBeNull());
        (await market.Balance(1010, "midtrans")).ShouldBe(0);
        await market.ShouldBeSound();

        (await Book(market, "Settlement Date,Order ID,Transaction ID,Gross Amount,Fee,Net Amount\r\n2026-10-05,bukan-kita,trx-asing,1000,0,1000\r\n")).Added.ShouldBe(1);
        (await Waiting(market)).Single().Note.ShouldBe("Tidak dikenal di buku");
        (await I5(market)).Ok.ShouldBeFalse();
    }

    /// <summary>Somebody gave the money back at Midtrans' desk; the order's refund is refused there, and an officer books the one that was made.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_refund_made_at_the_desk_of_Midtrans_is_known_once_it_was_found(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var placed = await market.Place(25_500);
        await Pay(market, placed, "qris");
        await Paid(market, 20_000, "qris");
        var desk = market.Midtrans.Books.RefundAtDesk((await market.PaymentOf(placed)).ProviderPayment, 33_500);
        await market.Decline(placed.Orders[0]);
        await market.Komeji.Run<DueRefunds>();
        var refund = await market.Komeji.Read(db => db.Refunds.Select(r => r.Id).SingleAsync());
        await MoneyDesk.As(market, MoneyDesk.First).Send(new RecordRefundFound(refund, desk, "Sudah dikembalikan di dasbor"));
        market.Komeji.Clock.Advance(TimeSpan.FromDays(1));

        await Book(market);
        (await market.Komeji.Read(db => db.SettlementLines.Where(l => (long)l.Gross < 0).Select(l => new { l.State, l.RefundId }).SingleAsync())).ShouldSatisfyAllConditions(
            l => l.State.ShouldBe(MatchState.Matched), l => l.RefundId.ShouldBe((RefundId?)refund));
        (await Waiting(market)).ShouldBeEmpty();
        (await market.Balance(1010, "midtrans")).ShouldBe(0);
        await market.ShouldBeSound();
    }

    [Theory]
    [OnSqlite("2026-10-05,a,t,1000,10,900"), OnSqlite("2026-10-05,,t,1000,10,990"), OnSqlite("2026-10-05,a,,1000,10,990"), OnSqlite("2026-10-09,a,t,1000,10,990")]
    [OnSqlite("kemarin,a,t,1000,10,990"), OnSqlite("2026-10-05,a,t,0,0,0"), OnSqlite("2026-10-05,a,t,1000.50,0,1000.50"), OnSqlite("2026-10-05,a,t,,0,0")]
    public async Task A_bad_row_is_named_and_nothing_is_booked(Engine engine, string row)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        (await Book(market, $"Settlement Date,Order ID,Transaction ID,Gross Amount,Fee,Net Amount\r\n{row}\r\n")).Faults.Select(f => f.Row).Distinct().ShouldBe([2]);
        (await market.Komeji.Read(db => db.SettlementReports.CountAsync())).ShouldBe(0);
        (await Should.ThrowAsync<RuleBroken>(() => Book(market, "Settlement Date,Order ID,Gross Amount,Fee,Net Amount\r\n2026-10-05,a,1,0,1\r\n"))).Code.ShouldBe("table.columns");
    }

    /// <summary>From the day of a new price on it holds for what is paid from then on, also when we hear of an older payment later.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_Midtrans_keeps_is_the_price_of_the_day_it_was_paid(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtMidtrans(engine);
        var late = await market.Place(25_500);
        market.Midtrans.Post.Loses = _ => true;
        await Pay(market, late, "qris");
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(10));
        var now = market.Komeji.Clock.GetUtcNow();
        await market.Komeji.Write(db =>
        {
            db.Settings.Add(new Setting(SettingCatalogue.MidtransScanRate, "63", now.AddMinutes(-1), "Kontrak baru", "uji", null, now));
            return Task.CompletedTask;
        });
        market.Midtrans.Post.Loses = _ => false;
        market.Midtrans.Post.Repeat();
        await market.Hear();
        await Paid(market, 25_500, "qris");
        (await market.Komeji.Read(db => db.Journals.Where(j => j.Rule == "P2").SelectMany(j => j.Entries).Where(e => e.Account == 5010).Select(e => (long)e.Amount).ToListAsync()))
            .Order().ShouldBe([211L, 234L]);
    }

    /// <returns>The order id at Midtrans.</returns>
    static async Task<string> Paid(MoneyMarket market, long goods, string channel) => await Pay(market, await market.Place(goods), channel);

    static async Task<string> Pay(MoneyMarket market, Placed placed, string channel)
    {
        (await market.Komeji.As(market.Buyer).Send(new StartPayment(placed.Number, channel))).PayAddress.ShouldNotBeNull();
        var order = (await market.PaymentOf(placed)).Attempts.Single().Id.Value.ToString();
        market.Midtrans.Books.Pay(order).ShouldNotBeNull();
        await market.Hear();
        return order;
    }

    static async Task<ReportReceipt> Book(MoneyMarket market, string? report = null)
    {
        using var upload = new MemoryStream(Encoding.UTF8.GetBytes(report ?? market.Midtrans.Books.Report()));
        return await market.Komeji.As(MoneyDesk.First, Roles.Finance).Send(new BookSettlementReport("laporan.csv", upload));
    }

    static async Task<IReadOnlyList<Difference>> Waiting(MoneyMarket market) => (await market.Komeji.Send(new ListDifferences(DifferenceKind.Reported))).Rows;

    static async Task<LedgerCheck> I5(MoneyMarket market) => (await market.Komeji.Send(new VerifyLedger())).Checks.Single(c => c.Name == Check);
}
