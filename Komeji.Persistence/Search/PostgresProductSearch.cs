using System.Globalization;
using System.Text;
using Komeji.Application.Catalog.Searches;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Persistence.Search;

/// <summary>
/// Full text in the <c>indonesian</c> configuration, trigrams for misspelt words. When the best-selling step shows that there are
/// very many matches, they are not all fetched and sorted: the first step of the order is asked, then the next, until there are enough.
/// </summary>
sealed class PostgresProductSearch(KomejiDb db) : IProductSearch
{
    /// <summary>So many matches among the two of a hundred products that sell best mean some 5,000 in all: fewer are quicker fetched at once.</summary>
    const int Many = 100;

    /// <summary>All products of a large market are gone through.</summary>
    static readonly TimeSpan LongestCount = TimeSpan.FromMinutes(9);

    /// <summary>A price range of more steps keeps so many rows that the index cannot help.</summary>
    const int MostPriceSteps = 1;

    public async Task<IReadOnlyList<FoundProduct>> Find(SearchQuestion question, CancellationToken cancellationToken)
    {
        var sample = new Asked(question, Way.Sample);
        var many = sample.IsByIndex && await db.Database.SqlQueryRaw<int>(sample.Sql, [.. sample.Values]).SingleAsync(cancellationToken) >= Many;
        var asked = new Asked(question, many ? Way.Stepwise : Way.AtOnce);
        var rows = await db.Database.SqlQueryRaw<Row>(asked.Sql, [.. asked.Values]).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new FoundProduct(new ProductId(r.Product), new CategoryId(r.Category), r.Region))];
    }

    public async Task<IReadOnlyList<KnownWord>> WordsBeginning(string beginning, int most, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<KnownWord>(
            $"""
            SELECT word AS "Word", products AS "Products" FROM search_words WHERE word >= {beginning} AND word < {beginning + "\uffff"} AND products > 0
            ORDER BY products DESC, word LIMIT {most}
            """).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<KnownWord>> WordsNear(string word, CancellationToken cancellationToken)
    {
        var near = await db.Database.SqlQuery<bool>($"""SELECT to_regclass('search_words_near') IS NOT NULL AS "Value" """).SingleAsync(cancellationToken);
        return near
            ? await db.Database.SqlQuery<KnownWord>(
                $"""SELECT word AS "Word", products AS "Products" FROM search_words WHERE products > 0 ORDER BY word <-> {word} LIMIT 40""").ToListAsync(cancellationToken)
            : await db.Database.SqlQuery<KnownWord>(
                $"""
                SELECT word AS "Word", products AS "Products" FROM search_words
                WHERE products > 0 AND length(word) BETWEEN {word.Length - Spelling.Tolerance(word)} AND {word.Length + Spelling.Tolerance(word)}
                """).ToListAsync(cancellationToken);
    }

    public Task CountSales(CancellationToken cancellationToken) => Count(SearchIndexPostgres.CountSales, cancellationToken);

    public Task CountWords(CancellationToken cancellationToken) => Count(SearchIndexPostgres.CountWords, cancellationToken);

    async Task Count(string statement, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(LongestCount);
        await db.Database.ExecuteSqlRawAsync(statement, cancellationToken);
    }

    enum Way
    {
        Sample,
        AtOnce,
        Stepwise,
    }

    sealed record Row(Guid Product, Guid Category, string Region);

    /// <summary>A question in SQL. Words consist of letters and digits, codes come from the form's pattern; both travel as values.</summary>
    sealed class Asked
    {
        const string Columns = "product, category, region, sold, bucket, price, published, head, words";

        readonly StringBuilder where = new();

        public Asked(SearchQuestion question, Way way)
        {
            var lexemes = Lexemes(question);
            var words = string.Join(" & ", question.Words.Select(Either));
            var query = words.Length > 0 ? $"(to_tsquery('indonesian', {Value(words)}) && {Value(lexemes)}::tsquery)" : $"{Value(lexemes)}::tsquery";
            IsByIndex = words.Length + lexemes.Length > 0;
            if (way == Way.Sample)
            {
                Sql = $"SELECT count(*)::int AS \"Value\" FROM (SELECT 1 FROM search_products WHERE words @@ ({query} && search_step('=', 0)) LIMIT {Value(Many)}) sampled";
                return;
            }

            Filter(question);
            var limit = Value(question.Limit);
            var order = Order(question.Order);
            var fit = words.Length > 0 && question.Order == ProductOrder.Related ? Fit(question, words) : "";
            Sql = (IsByIndex, way) switch
            {
                (false, _) => $"SELECT {Shown} FROM search_products WHERE true{where} ORDER BY {order} LIMIT {limit}",

                // Materialized, lest the whole table be walked in its order until enough match.
                (_, Way.AtOnce) => $"""
                    WITH matching AS MATERIALIZED (SELECT {Columns} FROM search_products WHERE words @@ {query}{where})
                    SELECT {Shown} FROM (SELECT * FROM matching ORDER BY {order} LIMIT {limit}) best ORDER BY {fit} {order}
                    """,
                _ => $"""
                    SELECT {Shown} FROM (
                        SELECT found.* FROM ({Steps(question)}) step CROSS JOIN LATERAL (
                            {Matching(question, query)} ORDER BY {order} LIMIT {limit}
                        ) found LIMIT {limit}
                    ) best ORDER BY {fit} {order}
                    """,
            };
        }

        const string Shown = """product AS "Product", category AS "Category", region AS "Region" """;

        public string Sql { get; }

        /// <summary>There is something to ask the index of words for.</summary>
        public bool IsByIndex { get; }

        public List<object> Values { get; } = [];

        /// <summary>The steps of the order asked for, first to last, each as a lexeme.</summary>
        static string Steps(SearchQuestion question) => question.Order switch
        {
            ProductOrder.Newest => "SELECT search_step('@d', n) lexeme FROM generate_series((SELECT search_month(max(published)) FROM search_products), (SELECT search_month(min(published)) FROM search_products), -1) n",
            ProductOrder.Cheapest => $"SELECT search_step('@p', n) lexeme FROM generate_series({Bound(question.Least, "min")}, {Bound(question.Most, "max")}) n",
            ProductOrder.Dearest => $"SELECT search_step('@p', n) lexeme FROM generate_series({Bound(question.Most, "max")}, {Bound(question.Least, "min")}, -1) n",
            _ => string.Create(CultureInfo.InvariantCulture, $"SELECT search_step('=', n) lexeme FROM generate_series(0, {SearchIndexPostgres.SalesSteps - 1}) n"),
        };

        static string Bound(Rupiah? asked, string end)
        {
            var there = $"(SELECT search_price({end}(price)) FROM search_products)";
            return asked is { } price ? string.Create(CultureInfo.InvariantCulture, $"{(end == "min" ? "greatest" : "least")}(search_price({price.Amount}), {there})") : there;
        }

        /// <summary>A narrow price range is asked for step by step: several lexemes at once, any of which will do, are slow in GIN.</summary>
        string Matching(SearchQuestion question, string query)
        {
            var (least, most) = (Math.Max(question.Least?.Amount ?? 1, 1), question.Most?.Amount ?? long.MaxValue);
            var byPrice = question.Order is ProductOrder.Cheapest or ProductOrder.Dearest;
            if (byPrice || most < least || 2 * Math.Log2((double)most / least) > MostPriceSteps)
            {
                return $"SELECT {Columns} FROM search_products WHERE words @@ ({query} && step.lexeme){where}";
            }

            return $"""
                SELECT priced.* FROM generate_series(search_price({Value(least)}), search_price({Value(most)})) p CROSS JOIN LATERAL (
                    SELECT {Columns} FROM search_products WHERE words @@ ({query} && step.lexeme && search_step('@p', p)){where}
                ) priced
                """;
        }

        /// <summary>First what begins with one of the words, then what has them all in its name.</summary>
        string Fit(SearchQuestion question, string words) =>
            $"(head = ANY(tsvector_to_array(to_tsvector('indonesian', {Value(words)})))) DESC, (words @@ to_tsquery('indonesian', {Value(InName(question))})) DESC,";

        static string Order(ProductOrder order) => order switch
        {
            ProductOrder.Newest => "published DESC, product DESC",
            ProductOrder.Cheapest => "price, product",
            ProductOrder.Dearest => "price DESC, product DESC",
            _ => "bucket, sold DESC, product DESC",
        };

        static string Lexemes(SearchQuestion question)
        {
            var lexemes = new List<string>();
            if (question.Region is { } region)
            {
                lexemes.Add("@r" + (region.Length > 8 ? region[..8] : region).Replace(".", "", StringComparison.Ordinal));
            }

            if (question.Category is { } category)
            {
                lexemes.Add("@c" + category.Id.Value.ToString()[^8..]);
            }

            if (question.Kind is { } kind)
            {
                lexemes.Add("@k" + kind);
            }

            return string.Join(" & ", lexemes.Select(l => $"'{l}'"));
        }

        static string Either(IReadOnlyList<string> writings) => "(" + string.Join(" | ", writings) + ")";

        static string InName(SearchQuestion question) =>
            string.Join(" & ", question.Words.Select(w => "(" + string.Join(" | ", w.Select(writing => writing + ":A")) + ")"));

        void Filter(SearchQuestion question)
        {
            if (question.Category is { } category)
            {
                where.Append(CultureInfo.InvariantCulture, $" AND category = ANY({Value(category.Within.Select(c => c.Value).ToArray())})");
            }

            if (question.Region is { Length: > 8 } village)
            {
                where.Append(CultureInfo.InvariantCulture, $" AND region = {Value(village)}");
            }

            // Not by the index of prices: it would be read through again for every step.
            var price = IsByIndex ? "price + 0" : "price";
            if (question.Least is { } least)
            {
                where.Append(CultureInfo.InvariantCulture, $" AND {price} >= {Value(least.Amount)}");
            }

            if (question.Most is { } most)
            {
                where.Append(CultureInfo.InvariantCulture, $" AND {price} <= {Value(most.Amount)}");
            }

            if (question.Store is { } store)
            {
                where.Append(CultureInfo.InvariantCulture, $" AND product IN (SELECT \"Id\" FROM \"Products\" WHERE \"StoreId\" = {Value(store.Value)})");
            }
        }

        string Value(object value)
        {
            Values.Add(value);
            return string.Create(CultureInfo.InvariantCulture, $"{{{Values.Count - 1}}}");
        }
    }
}
