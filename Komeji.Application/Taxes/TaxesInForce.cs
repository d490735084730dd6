using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Taxes;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Taxes;

/// <summary>Which rules of tax hold now, by the dated rules, the letters of the tax office and what shops have on file.</summary>
public sealed class TaxesInForce(IKomejiDb db, SeldomChanged seldom, TimeProvider clock)
{
    DateOnly Today => Wib.DayOf(clock.GetUtcNow());

    /// <returns>The rule PPN on the service fee is reckoned by; null while the cooperative is no taxable entrepreneur (PKP).</returns>
    public async Task<TaxRule?> VatOnFee(CancellationToken cancellationToken) =>
        await Duty(TaxDutyKind.TaxableEntrepreneur, cancellationToken) is null ? null : await Rule(TaxKind.ServiceFeeVat, cancellationToken);

    /// <returns>What is to be frozen on an order of the shop at this point; null when PPh 22 does not arise here.</returns>
    public async Task<Withholding?> IncomeTax(StoreId store, TaxPoint point, CancellationToken cancellationToken)
    {
        var rule = await Rule(TaxKind.MarketplaceIncomeTax, cancellationToken);
        var isAppointed = await Duty(TaxDutyKind.Collector, cancellationToken) is not null;
        return rule is null || !isAppointed || rule.Point != point
            ? null
            : Withholding.Of(rule, isAppointed, point, await FormOf(store, cancellationToken), await PapersOf(store, cancellationToken), Today);
    }

    public async Task<TaxRule?> Rule(TaxKind kind, CancellationToken cancellationToken) =>
        TaxRule.InForce(await seldom.All(db.TaxRules, cancellationToken), kind, Today);

    public async Task<TaxDuty?> Duty(TaxDutyKind kind, CancellationToken cancellationToken) =>
        TaxDuty.InForce(await seldom.All(db.TaxDuties, cancellationToken), kind, Today);

    public async Task<IReadOnlyList<SellerTaxPaper>> PapersOf(StoreId store, CancellationToken cancellationToken) =>
        await db.SellerTaxPapers.AsNoTracking().Where(p => p.StoreId == store).OrderBy(p => p.Id).ToListAsync(cancellationToken);

    /// <returns>Null when the seller has not said what her business is.</returns>
    public Task<LegalForm?> FormOf(StoreId store, CancellationToken cancellationToken) =>
        (from shop in db.Stores
         join profile in db.LegalProfiles on shop.OwnerId equals profile.OwnerId
         where shop.Id == store && profile.KbliEdition > 0
         select (LegalForm?)profile.Form).SingleOrDefaultAsync(cancellationToken);
}
