using System.Globalization;
using Komeji.Domain.Common;
using Komeji.Domain.Settings;
using Komeji.Domain.Taxes;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Persistence.Taxes;

/// <summary>
/// PPN on the fee was a setting once: a rate, or nothing while the cooperative was no PKP. A market that had it goes on owing the tax, as a
/// duty from the same day, and as a rule where its rate was another than the shipped one. What was to begin later begins then.
/// </summary>
static class FormerVatSetting
{
    public const string Version = "2026-11-23";
    const string Key = "pajak.ppn_biaya";
    const string Origin = "Pengaturan " + Key;
    const string Why = "Dialihkan dari pengaturan PPN atas biaya layanan yang dipakai sebelumnya. Catat surat pengukuhan PKP yang sebenarnya.";

    public static async Task TakeOver(KomejiDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.TaxDuties.AnyAsync(d => d.Kind == TaxDutyKind.TaxableEntrepreneur, cancellationToken))
        {
            return;
        }

        var rules = await db.TaxRules.AsNoTracking().ToListAsync(cancellationToken);
        var isTaxed = false;
        foreach (var row in InForceAndComing(await db.Settings.AsNoTracking().Where(s => s.Key == Key).ToListAsync(cancellationToken), now))
        {
            var (rate, from) = (new BasisPoints(int.Parse(row.Value, CultureInfo.InvariantCulture)), Wib.DayOf(row.ValidFrom));
            if ((rate.Value > 0) != isTaxed)
            {
                isTaxed = !isTaxed;
                var today = Wib.DayOf(now);
                db.TaxDuties.Add(TaxDuty.Record(TaxDutyKind.TaxableEntrepreneur, isTaxed, Origin, from < today ? from : today, from, Why, new UserId(row.SetBy ?? Guid.Empty), now));
            }

            if (isTaxed && TaxRule.InForce(rules, TaxKind.ServiceFeeVat, from)?.Effective != rate)
            {
                rules.Add(TaxRule.Shipped(new TaxTerms(TaxKind.ServiceFeeVat, rate, 1, 1, Rounding.HalfUp, TaxPoint.Payment, from, null), Origin, now));
                db.TaxRules.Add(rules[^1]);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What holds now, and what somebody decided for days to come.</summary>
    static IEnumerable<Setting> InForceAndComing(List<Setting> rows, DateTimeOffset now)
    {
        var inOrder = rows.OrderBy(s => s.ValidFrom).ThenBy(s => s.Id).ToList();
        return inOrder.Where(s => s.ValidFrom <= now).TakeLast(1).Concat(inOrder.Where(s => s.ValidFrom > now));
    }
}
