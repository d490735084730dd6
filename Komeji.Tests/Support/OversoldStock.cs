using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Support;

/// <summary>For twins that sell what is not there.</summary>
static class OversoldStock
{
    /// <summary>Takes out the database's own check, so that only the product stands between a race and a shop that oversells.</summary>
    public static async Task TakeOutTheCheck(TestDatabase database)
    {
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync(database.Engine == Engine.Postgres
            ? """ALTER TABLE "Variants" DROP CONSTRAINT variant_stock"""
            : """
              PRAGMA writable_schema = ON;
              UPDATE sqlite_schema SET sql = replace(sql, 'CONSTRAINT "variant_stock" CHECK ("Stock" >= 0 AND "Reserved" >= 0 AND "Sold" >= 0)', 'CONSTRAINT "variant_stock" CHECK (1)') WHERE name = 'Variants';
              PRAGMA writable_schema = RESET;
              """);
    }
}
