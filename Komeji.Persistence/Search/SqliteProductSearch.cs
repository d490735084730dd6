using System.Globalization;
using System.Text;
using System.Text.Json;
using Komeji.Application.Catalog.Searches;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Persistence.Search;

/// <summary>FTS5 holds the words as they are written; the forms of a word are looked up among the words there are, by their stem.</summary>
sealed class SqliteProductSearch(KomejiDb db) : IProductSearch
{
    public async Task<IReadOnlyList<FoundProduct>> Find(SearchQuestion question, CancellationToken cancellationToken)
    {
        var forms = new List<IReadOnlyList<string>>();
        foreach (var writings in question.Words)
        {
            forms.Add(await Forms(writings, cancellationToken));
        }

        var asked = new Asked(question, forms);
        var rows = await db.Database.SqlQueryRaw<Row>(asked.Sql, [.. asked.Values]).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new FoundProduct(new ProductId(r.Product), new CategoryId(r.Category), r.Region, r.Price, r.Vouched))];
    }

    public async Task<IReadOnlyList<KnownWord>> WordsBeginning(string beginning, int most, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<KnownWord>(
            $"""
            SELECT term AS "Word", doc AS "Products" FROM search_vocabulary WHERE term >= {beginning} AND term < {beginning + "\uffff"} AND NOT term GLOB '[0-9]*'
            ORDER BY doc DESC, term LIMIT {most}
            """).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<KnownWord>> WordsNear(string word, CancellationToken cancellationToken)
    {
        var (shortest, longest) = (word.Length - Spelling.Tolerance(word), word.Length + Spelling.Tolerance(word));
        return await db.Database.SqlQuery<KnownWord>(
            $"""
            SELECT term AS "Word", doc AS "Products" FROM search_vocabulary
            WHERE length(term) BETWEEN max(3, {shortest}) AND {longest} AND NOT term GLOB '[0-9]*'
            """).ToListAsync(cancellationToken);
    }

    public Task CountSales(CancellationToken cancellationToken) => db.Database.ExecuteSqlRawAsync(SearchIndexSqlite.CountSales, cancellationToken);

    /// <summary>FTS5 counts its words itself.</summary>
    public Task CountWords(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The words there are of the same stem. A prefix may have eaten the stem's first letter (memanggang, panggang).</summary>
    async Task<IReadOnlyList<string>> Forms(IReadOnlyList<string> writings, CancellationToken cancellationToken)
    {
        var forms = new HashSet<string>(writings);
        foreach (var stem in writings.Select(IndonesianStem.Of).Distinct().Where(s => s.Length > 2 && !char.IsAsciiDigit(s[0])))
        {
            var part = "*" + (stem.Length > 3 ? stem[1..] : stem) + "*";
            var known = await db.Database.SqlQuery<string>($"""SELECT term AS "Value" FROM search_terms WHERE term GLOB {part}""").ToListAsync(cancellationToken);
            forms.UnionWith(known.Where(word => IndonesianStem.Of(word) == stem));
        }

        return [.. forms];
    }

    sealed record Row(Guid Product, Guid Category, string Region, long Price, DateOnly? Vouched);

    /// <summary>A question in SQL. Words consist of letters and digits and stand in quotes; everything travels as values.</summary>
    sealed class Asked
    {
        readonly StringBuilder where = new();

        public Asked(SearchQuestion question, IReadOnlyList<IReadOnlyList<string>> forms)
        {
            var match = string.Join(" AND ", forms.Select(f => "(" + string.Join(" OR ", f.Select(word => $"\"{word}\"")) + ")"));
            if (match.Length > 0)
            {
                where.Append(CultureInfo.InvariantCulture, $" AND number IN (SELECT rowid FROM search_words WHERE search_words MATCH {Value(match)})");
            }

            Filter(question);
            Sql = $"""
                SELECT product AS "Product", category AS "Category", region AS "Region", price AS "Price", vouched AS "Vouched" FROM search_products
                WHERE true{where} ORDER BY {Order(question.Order, match, forms)} LIMIT {Value(question.Limit)}
                """;
        }

        public string Sql { get; }

        public List<object> Values { get; } = [];

        string Order(ProductOrder order, string match, IReadOnlyList<IReadOnlyList<string>> forms) => order switch
        {
            ProductOrder.Newest => "published DESC, product DESC",
            ProductOrder.Cheapest => "price, product",
            ProductOrder.Dearest => "price DESC, product DESC",
            ProductOrder.Related when match.Length > 0 =>
                $"""
                (substr(name, 1, instr(name || ' ', ' ') - 1) IN (SELECT value FROM json_each({Value(JsonSerializer.Serialize(forms.SelectMany(f => f)))}))) DESC,
                (number IN (SELECT rowid FROM search_words WHERE search_words MATCH {Value("{name} : (" + match + ")")})) DESC, sold DESC, product DESC
                """,
            _ => "sold DESC, product DESC",
        };

        void Filter(SearchQuestion question)
        {
            if (question.Category is { } category)
            {
                var ids = JsonSerializer.Serialize(category.Within.Select(c => c.Value.ToString().ToUpperInvariant()));
                where.Append(CultureInfo.InvariantCulture, $" AND category IN (SELECT value FROM json_each({Value(ids)}))");
            }

            if (question.Region is { } region)
            {
                where.Append(CultureInfo.InvariantCulture, $" AND (region = {Value(region)} OR region LIKE {Value(region + ".%")})");
            }

            if (question.Kind is { } kind)
            {
                where.Append(CultureInfo.InvariantCulture, $" AND kind = {Value(kind.ToString())}");
            }

            if (question.Least is { } least)
            {
                where.Append(CultureInfo.InvariantCulture, $" AND price >= {Value(least.Amount)}");
            }

            if (question.Most is { } most)
            {
                where.Append(CultureInfo.InvariantCulture, $" AND price <= {Value(most.Amount)}");
            }

            if (question.VerifiedOn is { } today)
            {
                where.Append(CultureInfo.InvariantCulture, $" AND vouched >= {Value(today)}");
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
