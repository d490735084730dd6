namespace Komeji.Persistence.Search;

/// <summary>Products of shops whose NIB the office vouches for (a waiver is no such thing): read from the papers themselves, so that what has ended is out at once.</summary>
static class VerifiedShops
{
    /// <summary>The day comes behind it, then two brackets close.</summary>
    public const string Products =
        """
        SELECT p."Id" FROM "Products" p JOIN "LegalVerifications" l ON l."StoreId" = p."StoreId"
        WHERE l."Kind" = 'BusinessNumber' AND l."State" IN ('Approved', 'Expiring') AND (l."ExpiresOn" IS NULL OR l."ExpiresOn" >=
        """;
}
