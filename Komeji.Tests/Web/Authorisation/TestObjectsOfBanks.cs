using System.Globalization;
using Komeji.Application.Ledger;
using Komeji.Application.Ledger.Days;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Reconciliation;
using Komeji.Domain.Taxes;

namespace Komeji.Tests.Web.Authorisation;

/// <summary>What banks and providers tell, and the books.</summary>
public sealed partial class TestObjects
{
    /// <summary>What pages about money list, so that they are looked at with something on them: a closed day, what the checks said, tax of a month, lines that wait.</summary>
    public async Task Furnish()
    {
        var (now, officer) = (app.Clock.GetUtcNow(), people[Identity.Buyer]);
        await app.Send(new CloseLedgerDay(Wib.DayOf(now).AddDays(-3)));
        await app.Write(db =>
        {
            var yesterday = Wib.DayOf(now).AddDays(-1);
            db.TaxRules.Add(TaxRule.Shipped(new TaxTerms(TaxKind.ServiceFeeVat, new BasisPoints(1_100), 1, 1, Rounding.HalfUp, TaxPoint.Payment, yesterday, null), "uji", now));
            db.TaxDuties.Add(TaxDuty.Record(TaxDutyKind.TaxableEntrepreneur, true, "S-1PKP", yesterday, yesterday, "Pengukuhan untuk uji", officer, now));
            return Task.CompletedTask;
        });
        await Earn(people[Identity.Seller], SmallPayout, now);
        await NewBankLine(officer, now);
        await NewSettlementLine(officer, now);
        await app.Run<NightlyLedgerCheck>();
    }

    /// <summary>With words in it that a spreadsheet would run.</summary>
    async Task<BankLine> NewBankLine(UserId officer, DateTimeOffset now)
    {
        var row = new BankRow(2, Wib.DayOf(now), "=1+1", new Rupiah(25_000), new Rupiah(25_000), "uji");
        var statement = BankStatement.Import(Chart.EscrowAtProvider.Code, "mutasi.csv", officer, [row], 1, now);
        var line = BankLine.Of(statement.Id, statement.Account, row, (int)++made, now);
        await app.Write(db =>
        {
            db.BankStatements.Add(statement);
            db.BankLines.Add(line);
            return Task.CompletedTask;
        });
        return line;
    }

    async Task<string> NewLedgerEntry(DateTimeOffset now)
    {
        var journal = PostingRules.ProviderSettled("sandbox", $"uji-{++made}", new Rupiah(1_000), now, now);
        await app.Write(db =>
        {
            db.Journals.Add(journal);
            return Task.CompletedTask;
        });
        return journal.Entries[0].Id.ToString(CultureInfo.InvariantCulture);
    }

    async Task<SettlementLine> NewSettlementLine(UserId officer, DateTimeOffset now)
    {
        var row = new SettlementRow(2, "bukan-kita", $"trx-uji-{++made}", new Rupiah(33_500), new Rupiah(234), new Rupiah(33_266), Wib.DayOf(now));
        var report = SettlementReport.Import("midtrans", "laporan.csv", officer, [row], [row], now);
        var line = SettlementLine.Of(report, row, new BookedSide(null, Rupiah.Zero), now);
        await app.Write(db =>
        {
            db.SettlementReports.Add(report);
            db.SettlementLines.Add(line);
            return Task.CompletedTask;
        });
        return line;
    }
}
