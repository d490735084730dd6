using System.Diagnostics;
using System.Globalization;
using Komeji.Application.Catalog;
using Komeji.Application.Catalog.Searches;
using Komeji.Application.Common;
using Komeji.Bench.Ordering;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Bench.Searching;

/// <summary>
/// Searches of a large market that is there already (made by <c>seed</c>), as visitors ask them: each kind of words with each filter
/// and order. What is measured is the time in the database of the whole search: finding, counting, and the cards of the page.
/// </summary>
public sealed class SearchBench(string market, int each)
{
    const double MostMilliseconds = 50;
    const int Seed = 20_261_122;

    /// <summary>Without a filter, with each, and a later page.</summary>
    const int Ways = 8;

    readonly Random random = new(Seed);

    public async Task Run(Report report)
    {
        await using var komeji = TestKomeji.On(TestDatabase.At(Engine.Postgres, market));
        using var recording = new Recording();
        var products = await komeji.Read(db => db.Products.LongCountAsync());
        report.Note(string.Create(CultureInfo.InvariantCulture, $"Searches on PostgreSQL over {products:#,0} products, {each} of each kind; time in the database, from sending a statement to its first rows."));
        var kinds = new (string Name, IReadOnlyList<string> Words)[]
        {
            ("common words", await Words(komeji, $"""SELECT word AS "Value" FROM search_words WHERE word ~ '^[a-z]+$' AND length(word) > 3 ORDER BY products DESC LIMIT 20""")),
            ("rare words", await Words(komeji, $"""SELECT word AS "Value" FROM search_words WHERE word ~ '^[a-z]+$' AND length(word) > 3 AND products BETWEEN 1 AND 50 ORDER BY md5(word) LIMIT 200""")),
            ("misspelt words", [.. (await Words(komeji, $"""SELECT word AS "Value" FROM search_words WHERE word ~ '^[a-z]+$' AND length(word) BETWEEN 5 AND 12 AND products > 1000 ORDER BY md5(word) LIMIT 100""")).Select(Misspell)]),
            ("two words", await Pairs(komeji)),
        };
        var (categories, regions) = await Filters(komeji);
        foreach (var (name, words) in kinds)
        {
            await Measure(komeji, recording, report, name, words, categories, regions);
        }
    }

    async Task Measure(TestKomeji komeji, Recording recording, Report report, string name, IReadOnlyList<string> words, IReadOnlyList<string> categories, IReadOnlyList<string> regions)
    {
        var asked = Enumerable.Range(0, each).Select(n => Ask(n, words, categories, regions)).ToList();
        foreach (var search in asked.Take(each / 4))
        {
            await komeji.Send(search); // unmeasured: connections, plans and code are there
        }

        var took = new List<(double Milliseconds, SearchProducts Asked)>();
        foreach (var search in asked)
        {
            var statements = await recording.Of(() => komeji.Send(search));
            took.Add((statements.Sum(s => s.Took.TotalMilliseconds), search));
        }

        var sorted = took.OrderBy(t => t.Milliseconds).ToList();
        var slowest = sorted[^1];
        report.Add(new Bound($"Search, {name}, p95", "ms", sorted[each * 95 / 100].Milliseconds, MostMilliseconds));
        report.Note(string.Create(CultureInfo.InvariantCulture, $"{name}: p50 {sorted[each / 2].Milliseconds:0.0} ms; slowest {slowest.Milliseconds:0.0} ms ({slowest.Asked.Q}, {Said(slowest.Asked)})."));
    }

    static string Said(SearchProducts asked) => string.Join(", ", new[] { asked.Order.ToString(), asked.Category, asked.Region, asked.Least?.ToString(), asked.Most?.ToString(), asked.Kind?.ToString(), asked.Verified ? "verified" : null }.OfType<string>());

    /// <summary>Every filter and every order in turn, with words drawn.</summary>
    SearchProducts Ask(int n, IReadOnlyList<string> words, IReadOnlyList<string> categories, IReadOnlyList<string> regions)
    {
        var plain = new SearchProducts(words[random.Next(words.Count)], Order: (ProductOrder)(n / Ways % Enum.GetValues<ProductOrder>().Length));
        var least = new Rupiah(random.Next(5, 100) * 1_000);
        return (n % Ways) switch
        {
            0 => plain,
            1 => plain with { Category = categories[random.Next(categories.Count)] },
            2 => plain with { Region = regions[random.Next(regions.Count)] },
            3 => plain with { Least = least, Most = least * 3 },
            4 => plain with { Kind = ProductKind.Goods },
            5 => plain with { Region = regions[random.Next(regions.Count)], Most = least },
            6 => plain with { Verified = true },
            _ => plain with { Page = 1 + random.Next(10) },
        };
    }

    static Task<List<string>> Words(TestKomeji komeji, FormattableString which) =>
        komeji.Read(db => db.Database.SqlQuery<string>(which).ToListAsync());

    /// <summary>Two neighbouring words of products' names.</summary>
    static async Task<IReadOnlyList<string>> Pairs(TestKomeji komeji)
    {
        var names = await komeji.Read(db => db.Products.Where(p => p.State == ProductState.Published).OrderBy(p => p.Slug).Select(p => p.Name).Take(5_000).ToListAsync());
        return [.. names.Select(n => n.Split(' ')).Where(w => w.Length > 1).Select(w => $"{w[0]} {w[1]}").Distinct()];
    }

    static async Task<(IReadOnlyList<string> Categories, IReadOnlyList<string> Regions)> Filters(TestKomeji komeji)
    {
        var tree = await komeji.Send(new ListCategories());
        var shops = await komeji.Read(db => db.Stores.Select(s => s.VillageCode.Substring(0, 5)).Distinct().ToListAsync());
        return ([.. tree.Branches.SelectMany(b => b.Leaves.Prepend(b.Top)).Select(c => c.Slug)], [.. shops, .. shops.Select(s => s[..2]).Distinct()]);
    }

    /// <summary>Two neighbouring letters in each other's place.</summary>
    string Misspell(string word)
    {
        var at = random.Next(1, word.Length - 2);
        var letters = word.ToCharArray();
        (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
        return new string(letters);
    }
}
