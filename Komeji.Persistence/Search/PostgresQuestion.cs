using System.Globalization;
using System.Text;
using Komeji.Application.Catalog.Searches;
using Komeji.Domain.Common;

namespace Komeji.Persistence.Search;

/// <summary>
/// A question in SQL. Words consist of letters and digits, codes come from the form's pattern; both travel as values. Each of its
/// three ways answers alike; which is quick depends on how many match.
/// </summary>
sealed class PostgresQuestion
{
    const string Columns = "product, category, region, sold, bucket, price, published, head, words, vouched";
    const string Shown = """product AS "Product", category AS "Category", region AS "Region", price AS "Price", vouched AS "Vouched" """;
    const int ByPriceMany = 20_000;

    /// <summary>So many among the two of a hundred products that sell best mean some 5,000 in all: fewer are quicker fetched at once.</summary>
    const int ByWordMany = 100;

    readonly SearchQuestion question;
    readonly IReadOnlyList<string> filters;
    readonly StringBuilder where = new();
    string words = "";
    string lexemes = "";

    PostgresQuestion(SearchQuestion question)
    {
        this.question = question;
        filters = Filters(question);
    }

    public string Sql { get; private set; } = "";

    public List<object> Values { get; } = [];

    /// <summary>From how many of a sample on there are too many to fetch.</summary>
    public int Many { get; private init; }

    /// <summary>There is something to ask the index of words for.</summary>
    bool IsByWord => question.Store is null && question.Words.Count + filters.Count > 0;

    bool IsPriced => question.Least is not null || question.Most is not null;

    bool IsByPrice => question.Order is ProductOrder.Cheapest or ProductOrder.Dearest;

    /// <summary>Counts some of the matches, to tell many from few; null where that need not be known.</summary>
    public static PostgresQuestion? Sample(SearchQuestion question)
    {
        var byWord = new PostgresQuestion(question) { Many = ByWordMany };
        if (byWord.IsByWord)
        {
            byWord.Prepare();
            byWord.Sql = $"SELECT count(*)::int AS \"Value\" FROM (SELECT 1 FROM search_products WHERE {byWord.Matching("'=0'")} LIMIT {ByWordMany}) sampled";
            return byWord;
        }

        var byPrice = new PostgresQuestion(question) { Many = ByPriceMany };
        if (!byPrice.IsPriced || byPrice.IsByPrice)
        {
            return null;
        }

        byPrice.Prepare();
        byPrice.Sql = $"SELECT count(*)::int AS \"Value\" FROM (SELECT 1 FROM search_products WHERE true{byPrice.where} LIMIT {ByPriceMany}) sampled";
        return byPrice;
    }

    /// <summary>All matches are fetched, then sorted. Materialized, lest the whole table be walked in its order until enough match.</summary>
    public static PostgresQuestion OfFew(SearchQuestion question)
    {
        var asked = new PostgresQuestion(question);
        asked.Prepare();
        var limit = asked.Value(question.Limit);
        asked.Sql = $"""
            WITH matching AS MATERIALIZED ({asked.Few()})
            SELECT {Shown} FROM (SELECT * FROM matching ORDER BY {asked.Order} LIMIT {limit}) best ORDER BY {asked.Fit()} {asked.Order}
            """;
        return asked;
    }

    /// <summary>The order asked for is gone through from its beginning, until there are enough.</summary>
    public static PostgresQuestion OfMany(SearchQuestion question)
    {
        var asked = new PostgresQuestion(question);
        asked.Prepare();
        var limit = asked.Value(question.Limit);
        asked.Sql = asked.IsByWord
            ? $"""
                SELECT {Shown} FROM (
                    SELECT found.* FROM ({asked.Steps()}) step CROSS JOIN LATERAL (
                        SELECT {Columns} FROM search_products WHERE {asked.Matching("step.key")} AND (step.bucket IS NULL OR bucket = step.bucket) ORDER BY {asked.Order} LIMIT {limit}
                    ) found LIMIT {limit}
                ) best ORDER BY {asked.Fit()} {asked.Order}
                """
            : $"SELECT {Shown} FROM search_products WHERE true{asked.where} ORDER BY {asked.Order} LIMIT {limit}";
        return asked;
    }

    /// <summary>Each step of the order asked for, first to last: what its keys end in. What sells least has no keys of its own.</summary>
    string Steps() => question.Order switch
    {
        ProductOrder.Newest =>
            "SELECT '@d' || n AS key, NULL::int AS bucket FROM generate_series((SELECT search_month(max(published)) FROM search_products), (SELECT search_month(min(published)) FROM search_products), -1) n",
        ProductOrder.Cheapest => $"SELECT '@p' || n AS key, NULL::int AS bucket FROM generate_series({Bound(question.Least, "min")}, {Bound(question.Most, "max")}) n",
        ProductOrder.Dearest => $"SELECT '@p' || n AS key, NULL::int AS bucket FROM generate_series({Bound(question.Most, "max")}, {Bound(question.Least, "min")}, -1) n",
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT CASE WHEN n < {SearchIndexPostgres.LastSalesStep} THEN '=' || n ELSE '' END AS key, n AS bucket FROM generate_series(0, {SearchIndexPostgres.LastSalesStep}) n"),
    };

    /// <summary>
    /// A price range is asked for step by step, so that of a common word only what costs about so much is fetched. The offset keeps the
    /// planner from asking the steps of each row instead.
    /// </summary>
    string Few() => (IsByWord, IsPriced) switch
    {
        (true, true) =>
            $"""
            SELECT priced.* FROM generate_series({Bound(question.Least, "min")}, {Bound(question.Most, "max")}) p CROSS JOIN LATERAL (
                SELECT {Columns} FROM search_products WHERE {Matching("'@p' || p")} OFFSET 0
            ) priced
            """,
        (true, false) => $"SELECT {Columns} FROM search_products WHERE {Matching("''")}",
        _ => $"SELECT {Columns} FROM search_products WHERE true{where}",
    };

    string Matching(string step) => $"search_keys(words, bucket, price, published) @@ search_asked({words}, {lexemes}, {step}){where}";

    string Bound(Rupiah? asked, string end)
    {
        var there = $"(SELECT search_price({end}(price)) FROM search_products)";
        return asked is { } price ? $"{(end == "min" ? "greatest" : "least")}(search_price({Value(price.Amount)}), {there})" : there;
    }

    /// <summary>First what begins with one of the words, then what has them all in its name. Both are read once, not for each row.</summary>
    string Fit() => question.Words.Count == 0 || question.Order != ProductOrder.Related ? "" :
        $"(head = ANY((SELECT tsvector_to_array(to_tsvector('indonesian', {Value(string.Join(' ', question.Words.SelectMany(w => w)))})))::text[])) DESC, (words @@ (SELECT to_tsquery('indonesian', {Value(InName())}))) DESC,";

    string InName() => string.Join(" & ", question.Words.Select(w => "(" + string.Join(" | ", w.Select(writing => writing + ":A")) + ")"));

    string Order => question.Order switch
    {
        ProductOrder.Newest => "published DESC, product DESC",
        ProductOrder.Cheapest => "price, product",
        ProductOrder.Dearest => "price DESC, product DESC",
        _ => "bucket, sold DESC, product DESC",
    };

    /// <summary>Nearly everything is of one kind or the other: alone it is no reason to ask the index.</summary>
    static IReadOnlyList<string> Filters(SearchQuestion question)
    {
        var filters = new List<string>();
        if (question.Region is { } region)
        {
            filters.Add("@r" + (region.Length > 8 ? region[..8] : region).Replace(".", "", StringComparison.Ordinal));
        }

        if (question.Category is { } category)
        {
            filters.Add("@c" + category.Id.Value.ToString()[^8..]);
        }

        if (question.Kind is { } kind && (filters.Count > 0 || question.Words.Count > 0))
        {
            filters.Add("@k" + kind);
        }

        return filters;
    }

    void Prepare()
    {
        words = Value(question.Words.Select(w => string.Join('|', w)).ToArray());
        lexemes = Value(filters.ToArray());
        if (!IsByWord && question.Words.Count + filters.Count > 0)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND words @@ search_asked({words}, {lexemes}, '')");
        }

        if (question.Kind is { } kind && filters.Count == 0 && question.Words.Count == 0)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND {SearchIndexPostgres.OfKind(kind.ToString())}");
        }

        if (question.Category is { } category)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND category = ANY({Value(category.Within.Select(c => c.Value).ToArray())})");
        }

        if (question.Region is { Length: > 8 } village)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND region = {Value(village)}");
        }

        Price();
        if (question.VerifiedOn is { } today)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND vouched >= {Value(today)}");
        }

        if (question.Store is { } store)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND product IN (SELECT \"Id\" FROM \"Products\" WHERE \"StoreId\" = {Value(store.Value)})");
        }
    }

    /// <summary>Beside words not by the index of prices: it would be read through again for every step.</summary>
    void Price()
    {
        var price = IsByWord ? "price + 0" : "price";
        if (question.Least is { } least)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND {price} >= {Value(least.Amount)}");
        }

        if (question.Most is { } most)
        {
            where.Append(CultureInfo.InvariantCulture, $" AND {price} <= {Value(most.Amount)}");
        }
    }

    string Value(object value)
    {
        Values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"{{{Values.Count - 1}}}");
    }
}
