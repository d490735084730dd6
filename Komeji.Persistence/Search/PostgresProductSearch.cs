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
    /// <summary>All products of a large market are gone through.</summary>
    static readonly TimeSpan LongestCount = TimeSpan.FromMinutes(9);

    public async Task<IReadOnlyList<FoundProduct>> Find(SearchQuestion question, CancellationToken cancellationToken)
    {
        // A shop has few products.
        var many = question.Store is null && await AreMany(question, cancellationToken);
        var asked = many ? PostgresQuestion.OfMany(question) : PostgresQuestion.OfFew(question);
        var rows = await db.Database.SqlQueryRaw<Row>(asked.Sql, [.. asked.Values]).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new FoundProduct(new ProductId(r.Product), new CategoryId(r.Category), r.Region, r.Price, r.Vouched))];
    }

    async Task<bool> AreMany(SearchQuestion question, CancellationToken cancellationToken) =>
        PostgresQuestion.Sample(question) is not { } sample
        || await db.Database.SqlQueryRaw<int>(sample.Sql, [.. sample.Values]).SingleAsync(cancellationToken) >= sample.Many;

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

    sealed record Row(Guid Product, Guid Category, string Region, long Price, DateOnly? Vouched);
}
