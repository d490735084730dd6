namespace Komeji.Persistence.Search;

/// <summary>
/// Until when the office vouches for a shop's NIB (a waiver is no such thing). The search index keeps the day with each product, so that
/// what has ended is out at once, and its triggers follow the papers. Both databases understand it.
/// </summary>
static class VerifiedShops
{
    /// <summary>Null when it does not; a day nobody lives to see when that has no end.</summary>
    /// <param name="shop">An expression for the shop's id.</param>
    public static string Until(string shop) =>
        $"""
        (SELECT max(coalesce(l."ExpiresOn", '9999-12-31')) FROM "LegalVerifications" l WHERE l."StoreId" = {shop} AND {IsVouched("l")})
        """;

    /// <summary>Whether a row of papers is an NIB the office vouches for.</summary>
    public static string IsVouched(string paper) => $"{paper}.\"Kind\" = 'BusinessNumber' AND {paper}.\"State\" IN ('Approved', 'Expiring')";
}
