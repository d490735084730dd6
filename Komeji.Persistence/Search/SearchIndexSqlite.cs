namespace Komeji.Persistence.Search;

/// <summary>
/// One row per product on display and its words in FTS5, kept by triggers in the transaction that changes the product or its shop.
/// The index of words is fed by the rows, so whatever changes a row changes its words too. <c>vouched</c> is until when the office
/// vouches for the shop, as its papers say. <c>search_terms</c> holds each word there ever was once: the vocabulary of FTS5 counts through
/// all rows whenever it is read.
/// </summary>
static class SearchIndexSqlite
{
    static string Put(string which) =>
        $"""
        INSERT INTO search_products (product, category, region, kind, price, published, sold, name, other, vouched)
        SELECT p."Id", p."CategoryId", s."VillageCode", p."Kind", p."LowestPrice", p."PublishedAt", 0,
            trim(substr(p."SearchText", 1, instr(p."SearchText" || ' /', ' /') - 1)),
            trim(substr(p."SearchText", instr(p."SearchText" || ' /', ' /') + 2) || s."SearchText"),
            {VerifiedShops.Until("s.\"Id\"")}
        FROM "Products" p JOIN "Stores" s ON s."Id" = p."StoreId"
        WHERE p."State" = 'Published' AND s."State" = 'Active' AND {which}
        ON CONFLICT (product) DO UPDATE SET category = excluded.category, region = excluded.region, kind = excluded.kind, price = excluded.price,
            published = excluded.published, name = excluded.name, other = excluded.other, vouched = excluded.vouched
        """;

    static string Take(string which) =>
        $"""
        DELETE FROM search_products WHERE {which} AND NOT EXISTS (SELECT 1 FROM "Products" p JOIN "Stores" s ON s."Id" = p."StoreId"
            WHERE p."Id" = product AND p."State" = 'Published' AND s."State" = 'Active')
        """;

    /// <summary>Words consist of letters and digits, so nothing in them could end the text of the list.</summary>
    const string Learn =
        """
        INSERT INTO search_terms (term)
        SELECT value FROM json_each('["' || replace(replace(NEW.name || ' ' || NEW.other, '/', ' '), ' ', '","') || '"]') WHERE value <> '' ON CONFLICT DO NOTHING
        """;

    static string Vouch(string paper) =>
        $"""
        UPDATE search_products SET vouched = {VerifiedShops.Until($"{paper}.\"StoreId\"")} WHERE product IN (SELECT "Id" FROM "Products" WHERE "StoreId" = {paper}."StoreId")
        """;

    /// <summary>The index itself goes, too: it is filled anew in any case, and may then have other columns.</summary>
    public static readonly IReadOnlyList<string> Away =
    [
        "DROP TRIGGER IF EXISTS search_product_listed",
        "DROP TRIGGER IF EXISTS search_product_changed",
        "DROP TRIGGER IF EXISTS search_product_gone",
        "DROP TRIGGER IF EXISTS search_store_changed",
        "DROP TRIGGER IF EXISTS search_paper_added",
        "DROP TRIGGER IF EXISTS search_paper_changed",
        "DROP TRIGGER IF EXISTS search_paper_gone",
        "DROP TABLE IF EXISTS search_vocabulary",
        "DROP TABLE IF EXISTS search_words",
        "DROP TABLE IF EXISTS search_terms",
        "DROP TABLE IF EXISTS search_products",
    ];

    public static readonly IReadOnlyList<string> Statements =
    [
        """
        CREATE TABLE IF NOT EXISTS search_products (number INTEGER PRIMARY KEY, product TEXT NOT NULL UNIQUE, category TEXT NOT NULL, region TEXT NOT NULL,
            kind TEXT NOT NULL, price INTEGER NOT NULL, published INTEGER NOT NULL, sold INTEGER NOT NULL, name TEXT NOT NULL, other TEXT NOT NULL, vouched TEXT)
        """,
        "CREATE INDEX IF NOT EXISTS search_products_sold ON search_products (sold DESC, product DESC)",
        "CREATE INDEX IF NOT EXISTS search_products_published ON search_products (published DESC, product DESC)",
        "CREATE INDEX IF NOT EXISTS search_products_price ON search_products (price, product)",
        "CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(name, other, content='search_products', content_rowid='number', tokenize='unicode61 remove_diacritics 0')",
        "CREATE VIRTUAL TABLE IF NOT EXISTS search_vocabulary USING fts5vocab('search_words', 'row')",
        "CREATE TABLE IF NOT EXISTS search_terms (term TEXT PRIMARY KEY) WITHOUT ROWID",
        $"""
        CREATE TRIGGER IF NOT EXISTS search_words_added AFTER INSERT ON search_products BEGIN
            INSERT INTO search_words (rowid, name, other) VALUES (NEW.number, NEW.name, NEW.other);
            {Learn};
        END
        """,
        $"""
        CREATE TRIGGER IF NOT EXISTS search_words_changed AFTER UPDATE OF name, other ON search_products WHEN OLD.name <> NEW.name OR OLD.other <> NEW.other BEGIN
            INSERT INTO search_words (search_words, rowid, name, other) VALUES ('delete', OLD.number, OLD.name, OLD.other);
            INSERT INTO search_words (rowid, name, other) VALUES (NEW.number, NEW.name, NEW.other);
            {Learn};
        END
        """,
        """
        CREATE TRIGGER IF NOT EXISTS search_words_gone AFTER DELETE ON search_products BEGIN
            INSERT INTO search_words (search_words, rowid, name, other) VALUES ('delete', OLD.number, OLD.name, OLD.other);
        END
        """,
        $"""
        CREATE TRIGGER IF NOT EXISTS search_product_listed AFTER INSERT ON "Products" WHEN NEW."State" = 'Published' BEGIN
            {Put("p.\"Id\" = NEW.\"Id\"")};
        END
        """,
        $"""
        CREATE TRIGGER IF NOT EXISTS search_product_changed
        AFTER UPDATE OF "State", "StoreId", "CategoryId", "Kind", "SearchText", "LowestPrice", "PublishedAt" ON "Products" BEGIN
            {Take("product = NEW.\"Id\"")};
            {Put("p.\"Id\" = NEW.\"Id\"")};
        END
        """,
        """
        CREATE TRIGGER IF NOT EXISTS search_product_gone AFTER DELETE ON "Products" BEGIN
            DELETE FROM search_products WHERE product = OLD."Id";
        END
        """,
        $"""
        CREATE TRIGGER IF NOT EXISTS search_store_changed AFTER UPDATE OF "State", "VillageCode", "SearchText" ON "Stores" BEGIN
            {Take("product IN (SELECT \"Id\" FROM \"Products\" WHERE \"StoreId\" = NEW.\"Id\")")};
            {Put("p.\"StoreId\" = NEW.\"Id\"")};
        END
        """,
        $"""
        CREATE TRIGGER IF NOT EXISTS search_paper_added AFTER INSERT ON "LegalVerifications" WHEN {VerifiedShops.IsVouched("NEW")} BEGIN
            {Vouch("NEW")};
        END
        """,
        $"""
        CREATE TRIGGER IF NOT EXISTS search_paper_changed AFTER UPDATE OF "State", "ExpiresOn" ON "LegalVerifications"
        WHEN ({VerifiedShops.IsVouched("NEW")}) OR ({VerifiedShops.IsVouched("OLD")}) BEGIN
            {Vouch("NEW")};
        END
        """,
        $"""
        CREATE TRIGGER IF NOT EXISTS search_paper_gone AFTER DELETE ON "LegalVerifications" WHEN {VerifiedShops.IsVouched("OLD")} BEGIN
            {Vouch("OLD")};
        END
        """,
    ];

    public const string CountSales =
        """
        UPDATE search_products SET sold = now.sold FROM (SELECT "ProductId" AS product, sum("Sold") AS sold FROM "Variants" GROUP BY 1) now
        WHERE now.product = search_products.product AND now.sold <> search_products.sold
        """;

    /// <summary>After a migration, which may have changed rows while the triggers were away.</summary>
    public static readonly IReadOnlyList<string> Refill = [Take("true"), Put("true"), CountSales];
}
