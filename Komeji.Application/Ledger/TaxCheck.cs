using Komeji.Application.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Komeji.Domain.Taxes;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger;

/// <summary>What 2080 and 2081 owe for a month: tax frozen on orders released in it, or complete and paid in cash, less what was taken back before it was remitted, less what was remitted. 1220: what was taken back afterwards.</summary>
public sealed class TaxCheck(IKomejiDb db)
{
    const int Examples = 5;

    public async Task<LedgerCheck> Run(CancellationToken cancellationToken)
    {
        var released = await (from journal in db.Journals
                              from order in db.Orders
                              where (journal.Rule == "P5" || journal.Key.StartsWith(PostingRules.CashDueKeys)) && journal.OrderId == order.Id
                              group new { Vat = (long)order.Vat, IncomeTax = (long)order.IncomeTax } by journal.Period into month
                              select new { month.Key, Vat = month.Sum(o => o.Vat), IncomeTax = month.Sum(o => o.IncomeTax) }).ToListAsync(cancellationToken);
        var lost = await db.Disputes.SelectMany(d => d.Claims).Where(c => c.State == DisputeClaimState.Lost)
            .Select(c => new { c.TaxMonth, Vat = (long)c.Vat, c.VatRemitted, IncomeTax = (long)c.IncomeTax, c.IncomeTaxRemitted }).ToListAsync(cancellationToken);
        var refunded = await db.RefundDecisions.Where(d => d.AfterRelease).SelectMany(d => d.Shares, (d, s) => new { d.TaxMonth, Vat = (long)s.Vat, d.VatRemitted, IncomeTax = (long)s.IncomeTax, d.IncomeTaxRemitted })
            .ToListAsync(cancellationToken);
        var remitted = await db.TaxRemittances.Where(r => r.State == TaxRemittanceState.Confirmed).Select(r => new { r.Tax, r.Month, Amount = (long)r.Amount }).ToListAsync(cancellationToken);
        var known = new TaxSums();
        released.ForEach(r => known.Arises(r.Key, r.Vat, r.IncomeTax));
        lost.AddRange(refunded);
        lost.ForEach(c => known.IsTakenBack(new TaxMonth(TaxKind.ServiceFeeVat, c.TaxMonth), c.Vat, c.VatRemitted));
        lost.ForEach(c => known.IsTakenBack(new TaxMonth(TaxKind.MarketplaceIncomeTax, c.TaxMonth), c.IncomeTax, c.IncomeTaxRemitted));
        remitted.ForEach(r => known.IsRemitted(new TaxMonth(r.Tax, r.Month), r.Amount));
        int[] accounts = [Chart.VatPayable.Code, Chart.IncomeTaxWithheld.Code, Chart.TaxRecoverable.Code];
        var booked = await db.Entries.Where(e => accounts.Contains(e.Account)).GroupBy(e => new { e.Account, e.AccountKey })
            .Select(g => new { g.Key.Account, g.Key.AccountKey, Sum = g.Sum(e => (long)e.Amount) }).ToDictionaryAsync(b => (b.Account, b.AccountKey), b => b.Sum, cancellationToken);
        var wrong = booked.Keys.Union(known.Balances.Keys).Where(k => booked.GetValueOrDefault(k) != known.Balances.GetValueOrDefault(k)).Order()
            .Select(k => $"{k.Account} {k.AccountKey}: books {booked.GetValueOrDefault(k)}, orders {known.Balances.GetValueOrDefault(k)}").Take(Examples);
        return LedgerCheck.Of("taxes agree", wrong, $"{booked.Count} months of tax are what orders, refunds, disputes and remittances say");
    }
}
