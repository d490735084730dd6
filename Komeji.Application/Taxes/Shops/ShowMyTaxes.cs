using System.Globalization;
using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Legal;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using Komeji.Domain.Taxes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Taxes.Shops;

/// <summary>A shop's taxes: what it has on file, and for each month of a year the fee, PPN on it and PPh 22, as the books have them.</summary>
/// <param name="Year">Null: this year (WIB).</param>
public sealed record ShowMyTaxes(int? Year) : IQuery<MyTaxes>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TaxesInForce taxes, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ShowMyTaxes, MyTaxes>
    {
        public async Task<MyTaxes> Handle(ShowMyTaxes request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Money, cancellationToken);
            var today = Wib.DayOf(clock.GetUtcNow());
            var year = request.Year is >= 2020 and <= 2200 ? request.Year.Value : today.Year;
            var papers = await taxes.PapersOf(shop.Id, cancellationToken);
            var band = new Rupiah(long.Parse(await settings.Text(SettingCatalogue.IncomeTaxBand, cancellationToken), CultureInfo.InvariantCulture));
            return new MyTaxes(
                year,
                today.Year,
                await Number(shop, today, cancellationToken),
                await taxes.FormOf(shop.Id, cancellationToken) == LegalForm.Individual,
                await taxes.Duty(TaxDutyKind.Collector, cancellationToken),
                SellerTaxPaper.LastStatement(papers, today.Year),
                SellerTaxPaper.Exemption(papers, today),
                band,
                await Sold(shop.Id, today.Year, cancellationToken),
                await db.MyTaxMonths(shop.Id, string.Create(CultureInfo.InvariantCulture, $"{year}-"), cancellationToken));
        }

        async Task<TaxNumber> Number(ShopPost shop, DateOnly today, CancellationToken cancellationToken)
        {
            var nik = await db.LegalProfiles.Where(p => p.OwnerId == shop.Owner).Select(p => p.Nik).SingleOrDefaultAsync(cancellationToken) ?? "";
            var npwp = await db.InForce(today).Where(d => d.StoreId == shop.Id && d.Kind == DocumentKind.TaxNumber).Select(d => d.Number).FirstOrDefaultAsync(cancellationToken) ?? "";
            return new TaxNumber(npwp, nik);
        }

        /// <summary>Goods paid this year and not given back, to compare with the band: those paid in cash when they are complete. The tax office counts her other channels as well.</summary>
        async Task<Rupiah> Sold(StoreId store, int year, CancellationToken cancellationToken)
        {
            var (from, until) = (Wib.StartOf(new DateOnly(year, 1, 1)), Wib.StartOf(new DateOnly(year + 1, 1, 1)));
            OrderState[] gone = [OrderState.Cancelled, OrderState.Refunded];
            var orders = db.Orders.Where(o => o.StoreId == store
                && ((o.PaysInCash && o.State == OrderState.Completed && o.EndedAt >= from && o.EndedAt < until)
                    || (!o.PaysInCash && o.PaidAt >= from && o.PaidAt < until && !gone.Contains(o.State))));
            var sold = await orders.SumAsync(o => (long)o.Goods - (long)o.CancelledGoods - (long)o.ChargedGoods, cancellationToken);
            var back = await db.RefundDecisions.Where(d => d.AfterRelease && orders.Any(o => o.Id == d.OrderId)).SelectMany(d => d.Shares).SumAsync(s => (long)s.Goods, cancellationToken);
            return new Rupiah(sold - back);
        }
    }
}

/// <param name="Npwp">As the office has seen it, masked; empty when it has not.</param>
/// <param name="Nik">Masked; empty when the owner has not told it.</param>
public sealed record TaxNumber(string Npwp, string Nik);

/// <param name="Appointed">The letter by which PPh 22 is withheld; null while it is not.</param>
/// <param name="Sold">On Komeji, this year.</param>
/// <param name="Months">Newest first.</param>
public sealed record MyTaxes(
    int Year, int ThisYear, TaxNumber Number, bool IsIndividual, TaxDuty? Appointed, SellerTaxPaper? Statement, SellerTaxPaper? Exemption, Rupiah Band, Rupiah Sold, IReadOnlyList<MyTaxMonth> Months)
{
    const int Near = 80;

    /// <summary>So near to the band that she should think of the second statement.</summary>
    public bool IsNearBand => Statement?.Kind == SellerTaxPaperKind.WithinBand && (Int128)Sold.Amount * 100 >= (Int128)Band.Amount * Near;

    public bool IsAboveBand => Statement?.Kind == SellerTaxPaperKind.WithinBand && Sold > Band;
}

/// <summary>What a shop's orders of one month paid, less what was taken back in it.</summary>
/// <param name="Month"><c>yyyy-MM</c> in WIB, in which it was booked.</param>
public sealed record MyTaxMonth(string Month, Rupiah Fee, Rupiah Vat, Rupiah IncomeTax);

static class MyTaxMonthsOf
{
    /// <summary>The release, and what is taken back after it: by a decided refund, or by a dispute.</summary>
    public static readonly List<string> Rules = ["P5", "P7", "P12"];

    /// <param name="months">What their name begins with: a year with its dash, or one month.</param>
    /// <returns>From the ledger's entries, newest first.</returns>
    public static async Task<IReadOnlyList<MyTaxMonth>> MyTaxMonths(this IKomejiDb db, StoreId store, string months, CancellationToken cancellationToken)
    {
        int[] codes = [Chart.ProfitPool.Code, Chart.ProviderCost.Code, Chart.CashFeesUncollected.Code, Chart.VatPayable.Code, Chart.IncomeTaxWithheld.Code, Chart.TaxRecoverable.Code];
        var (vat, incomeTax) = (TaxKind.ServiceFeeVat.Word() + ":", TaxKind.MarketplaceIncomeTax.Word() + ":");
        var sums = await (from entry in db.Entries
                          join journal in db.Journals on entry.JournalId equals journal.Id
                          where (Rules.Contains(journal.Rule) || journal.Key.StartsWith(PostingRules.CashDueKeys)) && journal.Period.StartsWith(months) && codes.Contains(entry.Account)
                              && db.Orders.Any(o => o.Id == journal.OrderId && o.StoreId == store)
                          group new { Amount = (long)entry.Amount } by new { journal.Period, entry.Account, entry.AccountKey } into same
                          select new { same.Key.Period, same.Key.Account, same.Key.AccountKey, Sum = same.Sum(x => x.Amount) }).ToListAsync(cancellationToken);
        return
        [
            .. sums.GroupBy(s => s.Period).OrderByDescending(g => g.Key, StringComparer.Ordinal).Select(g => new MyTaxMonth(
                g.Key,
                new Rupiah(-g.Where(s => s.Account == Chart.ProfitPool.Code || s.Account == Chart.ProviderCost.Code || s.Account == Chart.CashFeesUncollected.Code).Sum(s => s.Sum)),
                new Rupiah(-g.Where(s => s.Account == Chart.VatPayable.Code || s.AccountKey.StartsWith(vat, StringComparison.Ordinal)).Sum(s => s.Sum)),
                new Rupiah(-g.Where(s => s.Account == Chart.IncomeTaxWithheld.Code || s.AccountKey.StartsWith(incomeTax, StringComparison.Ordinal)).Sum(s => s.Sum)))),
        ];
    }
}
