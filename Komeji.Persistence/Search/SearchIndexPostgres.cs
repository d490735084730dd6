namespace Komeji.Persistence.Search;

/// <summary>
/// One row per product on display, kept by triggers in the transaction that changes the product or its shop, rows of a bulk COPY
/// included. Its <c>words</c> hold the listing's words in the <c>indonesian</c> configuration (A name, B category, C shop) and, as
/// lexemes that no word can be, what is filtered by: <c>@r3509</c> region, <c>@c…</c> category, <c>@kGoods</c> kind. What the GIN index holds are
/// its <c>keys</c>: each of these lexemes alone, and once more with each step it stands in of an order appended: <c>kopi=0</c> by what was
/// sold, <c>kopi@p114</c> by price, <c>kopi@d681</c> by the thirty days published in. So the first steps of a very common word are found
/// without reading through all it is in. <c>vouched</c> is until when the office vouches for the shop, as its papers say.
/// </summary>
static class SearchIndexPostgres
{
    /// <summary>Steps by what was sold: the first 2 of a hundred products are 0, the next 6, 8, 16 follow, the rest is this one. A new product begins in it.</summary>
    public const int LastSalesStep = 4;

    /// <summary>Of one kind, as a constant: what the planner can hold against the index of services, and nothing is asked anew for each row.</summary>
    /// <param name="kind">Name of a kind of product.</param>
    public static string OfKind(string kind) => $"words @@ '''@k{kind}'''::tsquery";

    /// <summary>
    /// The index rows of the products of a table. The shop's row is held, so that it cannot close unseen meanwhile. A trigger holds it
    /// by a statement before: what is then read of the shop's papers is as whoever held it last has left them.
    /// </summary>
    static string Rows(string table, string which) => $"{RowsUnheld(table, which)} FOR SHARE OF s";

    static string RowsUnheld(string table, string which) =>
        $"""
        SELECT p."Id", p."CategoryId", s."VillageCode", p."LowestPrice", p."PublishedAt", 0, 4, search_head(p."SearchText"),
            search_vector(p."SearchText", s."SearchText", p."CategoryId", c."ParentId", s."VillageCode", p."Kind"), {VerifiedShops.Until("s.\"Id\"")}
        FROM {table} p JOIN "Stores" s ON s."Id" = p."StoreId" JOIN "Categories" c ON c."Id" = p."CategoryId"
        WHERE p."State" = 'Published' AND s."State" = 'Active' AND {which}
        """;

    /// <summary>Who changes this must have the index built anew: it holds what the function said when a row was written.</summary>
    const string Keys =
        """
        CREATE OR REPLACE FUNCTION search_keys(words tsvector, bucket smallint, price bigint, published timestamptz) RETURNS tsvector
        LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
        DECLARE
            every text := strip(words)::text;
            keys text := every;
            step text;
        BEGIN
            FOREACH step IN ARRAY ARRAY['@p' || search_price(price), '@d' || search_month(published)] || CASE WHEN bucket < 4 THEN ARRAY['=' || bucket] END LOOP
                keys := keys || ' ' || left(replace(every, ''' ''', step || ''' '''), -1) || step || '''';
            END LOOP;
            RETURN keys::tsvector;
        END $$
        """;

    const string KeysIndex = "CREATE INDEX IF NOT EXISTS search_products_keys ON search_products USING gin (search_keys(words, bucket, price, published)) WITH (gin_pending_list_limit = 256)";

    static string Words(string table, string which) =>
        $"""
        INSERT INTO search_words (word) SELECT DISTINCT w FROM {table} p JOIN "Stores" s ON s."Id" = p."StoreId",
            unnest(string_to_array(p."SearchText" || s."SearchText", ' ')) w
        WHERE p."State" = 'Published' AND s."State" = 'Active' AND length(w) > 2 AND w !~ '^[0-9]' AND {which}
            AND NOT EXISTS (SELECT 1 FROM search_words k WHERE k.word = w)
        ORDER BY w ON CONFLICT DO NOTHING
        """;

    const string Replace =
        """
        ON CONFLICT (product) DO UPDATE SET category = excluded.category, region = excluded.region, price = excluded.price,
            published = excluded.published, head = excluded.head, words = excluded.words, vouched = excluded.vouched
        """;

    static string Put(string which) =>
        $"""
        INSERT INTO search_products {Rows("\"Products\"", which)} {Replace};
        {Words("\"Products\"", which)};
        """;

    /// <summary>Whoever changes many rows takes them in one order, so that nobody waits in a ring.</summary>
    static string HoldInOrder(string shop) =>
        $"""PERFORM 1 FROM search_products WHERE product IN (SELECT "Id" FROM "Products" WHERE "StoreId" = {shop}) ORDER BY product FOR UPDATE;""";

    public static readonly IReadOnlyList<string> Away =
    [
        """DROP TRIGGER IF EXISTS search_product_listed ON "Products" """,
        """DROP TRIGGER IF EXISTS search_product_changed ON "Products" """,
        """DROP TRIGGER IF EXISTS search_product_gone ON "Products" """,
        """DROP TRIGGER IF EXISTS search_products_gone ON "Products" """,
        """DROP TRIGGER IF EXISTS search_store_changed ON "Stores" """,
        """DROP TRIGGER IF EXISTS search_paper_changed ON "LegalVerifications" """,
    ];

    public static readonly IReadOnlyList<string> Statements =
    [
        """
        CREATE TABLE IF NOT EXISTS search_products (product uuid PRIMARY KEY, category uuid NOT NULL, region text NOT NULL, price bigint NOT NULL,
            published timestamptz NOT NULL, sold int NOT NULL, bucket smallint NOT NULL, head text NOT NULL, words tsvector NOT NULL, vouched date)
        """,
        $"""
        DO $$ BEGIN
            IF NOT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = 'search_products'::regclass AND attname = 'vouched') THEN
                ALTER TABLE search_products ADD COLUMN vouched date;
                DROP INDEX IF EXISTS search_products_keys;
                UPDATE search_products SET vouched = {VerifiedShops.Until("p.\"StoreId\"")} FROM "Products" p WHERE p."Id" = product;
            END IF;
        END $$
        """,
        "CREATE INDEX IF NOT EXISTS search_products_sold ON search_products (bucket, sold DESC, product DESC)",
        "CREATE INDEX IF NOT EXISTS search_products_published ON search_products (published DESC, product DESC)",
        "CREATE INDEX IF NOT EXISTS search_products_price ON search_products (price, product)",
        $"CREATE INDEX IF NOT EXISTS search_products_services ON search_products (bucket, sold DESC, product DESC) WHERE {OfKind("Service")}",
        "CREATE TABLE IF NOT EXISTS search_words (word text COLLATE \"C\" PRIMARY KEY, products bigint NOT NULL DEFAULT 1)",
        """
        DO $$ BEGIN
            CREATE EXTENSION IF NOT EXISTS pg_trgm;
            CREATE INDEX IF NOT EXISTS search_words_near ON search_words USING gist (word gist_trgm_ops);
            CREATE INDEX IF NOT EXISTS search_stores_named ON "Stores" USING gin ("SearchText" gin_trgm_ops);
        EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
            RAISE WARNING 'pg_trgm cannot be created (%): misspelt words are compared one by one, and shops are looked for by reading all', SQLERRM;
        END $$
        """,
        """
        CREATE OR REPLACE FUNCTION search_head(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT coalesce((ts_lexize('indonesian_stem', split_part(words, ' ', 2)))[1], split_part(words, ' ', 2))
        $$
        """,
        """
        CREATE OR REPLACE FUNCTION search_price(price bigint) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT floor(8 * ln(greatest(price, 1)::double precision) / ln(2::double precision))::int
        $$
        """,
        """
        CREATE OR REPLACE FUNCTION search_month(published timestamptz) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT floor(extract(epoch FROM published) / 2592000)::int
        $$
        """,
        "DROP FUNCTION IF EXISTS search_step(text, int)",
        "DROP FUNCTION IF EXISTS search_vector(text, text, uuid, uuid, text, text, bigint, timestamptz)",
        """
        CREATE OR REPLACE FUNCTION search_vector(words text, shop text, category uuid, parent uuid, region text, kind text) RETURNS tsvector
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT setweight(to_tsvector('indonesian', split_part(words, ' /', 1)), 'A') || setweight(to_tsvector('indonesian', split_part(words, ' /', 2)), 'B')
                || setweight(to_tsvector('indonesian', shop), 'C')
                || array_to_tsvector(array_remove(ARRAY['@r' || left(region, 2), '@r' || replace(left(region, 5), '.', ''), '@r' || replace(left(region, 8), '.', ''),
                    '@c' || right(category::text, 8), '@c' || right(parent::text, 8), '@k' || kind], NULL))
        $$
        """,
        Keys,
        """
        CREATE OR REPLACE FUNCTION search_asked(words text[], filters text[], step text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
        DECLARE
            asked text[];
        BEGIN
            SELECT array_agg(either) INTO asked FROM (
                SELECT '(' || string_agg('''' || lexeme || step || '''', ' | ') || ')' AS either
                FROM unnest(words) WITH ORDINALITY word(writings, place), unnest(string_to_array(writings, '|')) writing,
                    unnest(tsvector_to_array(to_tsvector('indonesian', writing))) lexeme GROUP BY place
            ) groups;
            asked := asked || (SELECT array_agg('''' || lexeme || step || '''') FROM unnest(filters) lexeme);
            RETURN array_to_string(asked, ' & ')::tsquery;
        END $$
        """,
        "DROP INDEX IF EXISTS search_products_words",
        KeysIndex,
        $"""
        CREATE OR REPLACE FUNCTION search_listed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM 1 FROM "Stores" WHERE "Id" IN (SELECT "StoreId" FROM fresh) ORDER BY "Id" FOR SHARE;
            INSERT INTO search_products {Rows("fresh", "true")};
            {Words("fresh", "true")};
            RETURN NULL;
        END $$
        """,
        $"""
        CREATE OR REPLACE FUNCTION search_changed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM 1 FROM "Stores" WHERE "Id" = NEW."StoreId" FOR SHARE;
            {Put("p.\"Id\" = NEW.\"Id\"")}
            DELETE FROM search_products WHERE product = NEW."Id"
                AND NOT (NEW."State" = 'Published' AND EXISTS (SELECT 1 FROM "Stores" s WHERE s."Id" = NEW."StoreId" AND s."State" = 'Active'));
            RETURN NULL;
        END $$
        """,
        """
        CREATE OR REPLACE FUNCTION search_gone() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF TG_OP = 'TRUNCATE' THEN TRUNCATE search_products; ELSE DELETE FROM search_products WHERE product = OLD."Id"; END IF;
            RETURN NULL;
        END $$
        """,
        $"""
        CREATE OR REPLACE FUNCTION search_store() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            {HoldInOrder("NEW.\"Id\"")}
            IF NEW."State" = 'Active' THEN
                {Put("p.\"StoreId\" = NEW.\"Id\"")}
            ELSE
                DELETE FROM search_products WHERE product IN (SELECT "Id" FROM "Products" WHERE "StoreId" = NEW."Id");
            END IF;
            RETURN NULL;
        END $$
        """,
        $"""
        CREATE OR REPLACE FUNCTION search_paper() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            shop uuid := CASE
                WHEN TG_OP <> 'DELETE' AND {VerifiedShops.IsVouched("NEW")} THEN NEW."StoreId"
                WHEN TG_OP <> 'INSERT' AND {VerifiedShops.IsVouched("OLD")} THEN OLD."StoreId" END;
        BEGIN
            IF shop IS NOT NULL THEN
                PERFORM 1 FROM "Stores" WHERE "Id" = shop FOR NO KEY UPDATE;
                {HoldInOrder("shop")}
                UPDATE search_products SET vouched = now.until FROM (SELECT {VerifiedShops.Until("shop")} AS until) now
                    WHERE product IN (SELECT "Id" FROM "Products" WHERE "StoreId" = shop) AND vouched IS DISTINCT FROM now.until;
            END IF;
            RETURN NULL;
        END $$
        """,
        """CREATE OR REPLACE TRIGGER search_product_listed AFTER INSERT ON "Products" REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION search_listed()""",
        """
        CREATE OR REPLACE TRIGGER search_product_changed AFTER UPDATE OF "State", "StoreId", "CategoryId", "Kind", "SearchText", "LowestPrice", "PublishedAt" ON "Products"
            FOR EACH ROW EXECUTE FUNCTION search_changed()
        """,
        """CREATE OR REPLACE TRIGGER search_product_gone AFTER DELETE ON "Products" FOR EACH ROW EXECUTE FUNCTION search_gone()""",
        """CREATE OR REPLACE TRIGGER search_products_gone AFTER TRUNCATE ON "Products" FOR EACH STATEMENT EXECUTE FUNCTION search_gone()""",
        """
        CREATE OR REPLACE TRIGGER search_store_changed AFTER UPDATE OF "State", "VillageCode", "SearchText" ON "Stores" FOR EACH ROW
            WHEN (OLD."State" IS DISTINCT FROM NEW."State" OR OLD."VillageCode" IS DISTINCT FROM NEW."VillageCode" OR OLD."SearchText" IS DISTINCT FROM NEW."SearchText")
            EXECUTE FUNCTION search_store()
        """,
        """CREATE OR REPLACE TRIGGER search_paper_changed AFTER INSERT OR DELETE OR UPDATE OF "State", "ExpiresOn" ON "LegalVerifications" FOR EACH ROW EXECUTE FUNCTION search_paper()""",
    ];

    /// <summary>After a migration, which may have changed rows while the triggers were away.</summary>
    public static readonly IReadOnlyList<string> Refill =
    [
        """
        DELETE FROM search_products WHERE NOT EXISTS (SELECT 1 FROM "Products" p JOIN "Stores" s ON s."Id" = p."StoreId"
            WHERE p."Id" = product AND p."State" = 'Published' AND s."State" = 'Active')
        """,
        "DROP INDEX IF EXISTS search_products_keys",
        Put("true"),
        KeysIndex,
    ];

    /// <summary>Fills the index while nobody else can write and it has no keys.</summary>
    public static readonly IReadOnlyList<string> Fill =
    [
        $"INSERT INTO search_products {RowsUnheld("\"Products\"", "true")}",
        Words("\"Products\"", "true"),
    ];

    /// <summary>Of few products all stand in the first step: there is nothing to spare. The rows that change are taken in the order of all others.</summary>
    public const string CountSales =
        """
        WITH now AS (
            SELECT product, sold, (CASE WHEN place <= total * 0.02 THEN 0 WHEN place <= total * 0.08 THEN 1 WHEN place <= total * 0.16 THEN 2 WHEN place <= total * 0.32 THEN 3 ELSE 4 END)::smallint AS bucket
            FROM (
                SELECT p.product, coalesce(v.sold, 0)::int AS sold, row_number() OVER (ORDER BY coalesce(v.sold, 0) DESC, p.product DESC) AS place,
                    greatest(count(*) OVER (), 50000) AS total
                FROM search_products p LEFT JOIN (SELECT "ProductId", sum("Sold") AS sold FROM "Variants" GROUP BY 1) v ON v."ProductId" = p.product
            ) ranked
        ), held AS MATERIALIZED (
            SELECT kept.product, now.sold, now.bucket FROM search_products kept JOIN now ON now.product = kept.product
            WHERE now.sold <> kept.sold OR now.bucket <> kept.bucket ORDER BY kept.product FOR NO KEY UPDATE OF kept
        )
        UPDATE search_products SET sold = held.sold, bucket = held.bucket FROM held WHERE held.product = search_products.product
        """;

    /// <summary>A word that no product has any more stays known, but is not suggested.</summary>
    public const string CountWords =
        """
        UPDATE search_words SET products = coalesce(now.ndoc, 0)
        FROM search_words w LEFT JOIN ts_stat('SELECT words FROM search_products') now ON now.word = coalesce((ts_lexize('indonesian_stem', w.word))[1], w.word)
        WHERE w.word = search_words.word AND search_words.products <> coalesce(now.ndoc, 0)
        """;
}
