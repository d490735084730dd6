using System.Globalization;
using System.Text.RegularExpressions;
using Komeji.Application.Catalog.Searches;

namespace Komeji.Bench.Pages;

/// <summary>The pages a crowd asks for: a thousand addresses, the n-th asked 1/n as often as the first (Zipf).</summary>
public sealed partial class Addresses
{
    public const int Count = 1_000;
    const int Draws = 50_000;
    const int Seed = 20_261_122;

    Addresses(IReadOnlyList<string> all) => All = all;

    public IReadOnlyList<string> All { get; }

    /// <summary>The home page, then categories, products and searches in turn, as far as the market has them.</summary>
    public static async Task<Addresses> Of(Site site)
    {
        using var http = new HttpClient();
        var known = Locations().Matches(await http.GetStringAsync(new Uri(site.Url + "/sitemap.xml"))).Select(m => new Uri(m.Groups[1].Value).PathAndQuery).ToList();
        var products = known.Where(a => a.StartsWith("/produk/", StringComparison.Ordinal)).ToList();
        var categories = known.Where(a => a.StartsWith("/kategori/", StringComparison.Ordinal)).ToList();
        var words = products.SelectMany(p => p["/produk/".Length..].Split('-')).Where(w => w.Length > 3 && !w.Any(char.IsAsciiDigit)).Distinct().ToList();
        var searches = words.Select(w => $"/cari?q={w}").Concat(words.Zip(words.Skip(1), (a, b) => $"/cari?q={a}+{b}")).Concat(words.Select(w => $"/cari?q={w}&urut=termurah"));
        return new Addresses([.. InTurn([["/"], categories, products, searches]).Distinct().Take(Count)]);
    }

    public IReadOnlyList<string> Products => [.. All.Where(a => a.StartsWith("/produk/", StringComparison.Ordinal))];

    /// <summary>Searches and categories that fill their first page with cards.</summary>
    public async Task<IReadOnlyList<string>> WithFullPages(Site site)
    {
        using var http = new HttpClient();
        var full = new List<string>();
        foreach (var address in All.Where(a => a.StartsWith("/cari", StringComparison.Ordinal) || a.StartsWith("/kategori/", StringComparison.Ordinal)))
        {
            if (Cards().Count(await http.GetStringAsync(new Uri(site.Url + address))) >= SearchProducts.PageSize)
            {
                full.Add(address);
            }
        }

        return full;
    }

    /// <summary>Drawn by the law from a fixed seed.</summary>
    public static IReadOnlyList<string> Draw(IReadOnlyList<string> from)
    {
        var upTo = new double[from.Count];
        var sum = 0.0;
        for (var rank = 0; rank < from.Count; rank++)
        {
            upTo[rank] = sum += 1.0 / (rank + 1);
        }

        var random = new Random(Seed);
        return [.. Enumerable.Range(0, Draws).Select(_ =>
        {
            var found = Array.BinarySearch(upTo, random.NextDouble() * sum);
            return from[Math.Min(found < 0 ? ~found : found, from.Count - 1)];
        })];
    }

    /// <summary>Asks the first draws of a server that has answered none of them yet.</summary>
    /// <returns>The share answered from kept pages, as text.</returns>
    public static async Task<string> HitRate(Site site, IReadOnlyList<string> draws)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", Wrk.AcceptEncoding);
        var (asked, kept) = (20_000, 0);
        await Parallel.ForEachAsync(draws.Take(asked), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (address, stop) =>
        {
            using var answer = await http.GetAsync(new Uri(site.Url + address), stop);
            answer.EnsureSuccessStatusCode();
            if (answer.Headers.Age is not null)
            {
                Interlocked.Increment(ref kept);
            }
        });
        return string.Create(CultureInfo.InvariantCulture, $"{(double)kept / asked:P1} of {asked:#,0} requests from a cold start");
    }

    static IEnumerable<string> InTurn(IEnumerable<IEnumerable<string>> kinds)
    {
        var open = kinds.Select(k => k.GetEnumerator()).ToList();
        while (open.Count > 0)
        {
            open.RemoveAll(kind => !kind.MoveNext());
            foreach (var kind in open)
            {
                yield return kind.Current;
            }
        }
    }

    [GeneratedRegex("class=\"card\"", RegexOptions.NonBacktracking)]
    private static partial Regex Cards();

    [GeneratedRegex("<loc>([^<]+)</loc>", RegexOptions.NonBacktracking)]
    private static partial Regex Locations();
}
