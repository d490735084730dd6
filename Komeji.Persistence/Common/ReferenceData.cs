using Komeji.Domain.Catalog;
using Komeji.Persistence.Catalog;
using Komeji.Persistence.Regions;
using Komeji.Persistence.Search;
using Komeji.Persistence.Shipping;
using Komeji.Persistence.Stores;
using Komeji.Persistence.Taxes;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Persistence.Common;

/// <summary>
/// Tables that ship with the product: regions, categories, holidays, courier tariffs, rules of tax; and what an update takes over from
/// before. Each version is put in once, so an administrator's later change stays; a newer version that ships with an update is put in at
/// its first start.
/// </summary>
public static class ReferenceData
{
    /// <param name="regions">Which region codes to take; all when null. Tests take a few.</param>
    public static async Task BringUpToDate(KomejiDb db, DateTimeOffset now, CancellationToken cancellationToken, Func<string, bool>? regions = null)
    {
        await Once(db, "regions", RegionRows.Version, () => RegionImport.Replace(db, RegionRows.Read().Where(r => regions?.Invoke(r.Code) != false), cancellationToken), cancellationToken);
        await Once(db, "categories", ShippedCategories.Version, () => ShippedCategories.PutIn(db, now, cancellationToken), cancellationToken);
        await Once(db, "holidays", ShippedHolidays.Version, () => ShippedHolidays.PutIn(db, now, cancellationToken), cancellationToken);
        await Once(db, "courier-tariffs", ShippedTariffs.Version, () => ShippedTariffs.PutIn(db, cancellationToken), cancellationToken);
        await Once(db, "tax-rules", ShippedTaxRules.Version, () => ShippedTaxRules.PutIn(db, now, cancellationToken), cancellationToken);
        await Once(db, "former-vat-setting", FormerVatSetting.Version, () => FormerVatSetting.TakeOver(db, now, cancellationToken), cancellationToken);
        await Once(db, "search-words", SearchTerms.Version, () => SearchTexts.Refresh(db, cancellationToken), cancellationToken);
        await Once(db, "store-names", StoreNames.Version, () => StoreNames.Claim(db, cancellationToken), cancellationToken);
    }

    /// <summary>Of two processes that start together the second waits at the row and then finds nothing left to do.</summary>
    static async Task Once(KomejiDb db, string name, string version, Func<Task> putIn, CancellationToken cancellationToken)
    {
        if (await db.ReferenceSets.AnyAsync(s => s.Name == name && s.Version == version, cancellationToken))
        {
            return;
        }

        await using var commit = await db.BeginAsync(cancellationToken);
        var claimed = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "ReferenceSets" ("Name", "Version") VALUES ({name}, {version})
            ON CONFLICT ("Name") DO UPDATE SET "Version" = excluded."Version" WHERE "ReferenceSets"."Version" < excluded."Version"
            """,
            cancellationToken);
        if (claimed == 1)
        {
            await putIn();
            await commit.CommitAsync(cancellationToken);
        }
    }
}
