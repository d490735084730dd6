using Microsoft.EntityFrameworkCore;

namespace Komeji.Persistence.Bulk;

/// <summary>Moves pieces as paying would have moved them one by one.</summary>
public static class BulkStock
{
    /// <summary>Stock → sold: all that the orders put in hold. The table itself refuses to go below zero.</summary>
    public static Task SellAll(KomejiDb db, CancellationToken cancellationToken) => db.Database.ExecuteSqlRawAsync(
        """
        UPDATE "Variants" SET "Stock" = "Stock" - held.pieces, "Sold" = "Sold" + held.pieces
        FROM (SELECT "VariantId" AS variant, CAST(sum("Quantity") AS integer) AS pieces FROM "OrderLine" GROUP BY 1) held
        WHERE held.variant = "Variants"."Id"
        """,
        cancellationToken);
}
