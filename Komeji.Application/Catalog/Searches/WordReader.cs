using Komeji.Domain.Catalog;

namespace Komeji.Application.Catalog.Searches;

/// <summary>What was typed, in words.</summary>
sealed class AskedWords(string? typed)
{
    const int MostWords = 8;

    public IReadOnlyList<string> Words { get; } = [.. SearchTerms.Of(typed ?? "").Take(MostWords)];

    /// <summary>Something was typed, but no word: signs or pictures.</summary>
    public bool SayNothing => Words.Count == 0 && !string.IsNullOrWhiteSpace(typed);
}

/// <summary>Makes sense of words nothing was found for: beginnings of words, wrong letters, words too many, filters too narrow.</summary>
sealed class WordReader(IProductSearch search)
{
    const int MostEndings = 12;
    const int LeastBeginning = 2;

    public sealed record Reading(SearchQuestion Question, IReadOnlyList<FoundProduct> Found, string Corrected);

    /// <summary>Each word nobody has is taken as the beginning of others, or as its nearest neighbour.</summary>
    public async Task<Reading> Read(SearchQuestion question, AskedWords asked, CancellationToken cancellationToken)
    {
        var words = new List<IReadOnlyList<string>>();
        var corrected = false;
        foreach (var word in asked.Words)
        {
            var meant = await Meant(word, cancellationToken);
            corrected |= meant.IsOther;
            words.Add(meant.Words);
        }

        if (words.Zip(asked.Words).All(pair => pair.First.Count == 1 && pair.First[0] == pair.Second))
        {
            return new Reading(question, [], "");
        }

        var reread = question with { Words = words };
        var found = await search.Find(reread, cancellationToken);
        return new Reading(reread, found, corrected && found.Count > 0 ? string.Join(' ', words.Zip(asked.Words, (meant, word) => meant.Count == 1 ? meant[0] : word)) : "");
    }

    async Task<(IReadOnlyList<string> Words, bool IsOther)> Meant(string word, CancellationToken cancellationToken)
    {
        if (await Has([word], cancellationToken))
        {
            return ([word], false);
        }

        var known = word.Length < LeastBeginning ? [] : await search.WordsBeginning(word, MostEndings, cancellationToken);
        var endings = known.Select(k => k.Word).Concat(word.Length < LeastBeginning ? [] : Spelling.Beginning(word)).Distinct().ToList();
        if (endings.Count > 0)
        {
            return (endings, false);
        }

        var near = Spelling.Tolerance(word) == 0 ? [] : await search.WordsNear(word, cancellationToken);
        return Spelling.Nearest(word, near.Select(n => (n.Word, n.Products))) is { } nearest ? ([nearest], true) : ([word], false);
    }

    async Task<bool> Has(IReadOnlyList<string> writings, CancellationToken cancellationToken) =>
        (await search.Find(new SearchQuestion([writings]), cancellationToken)).Count > 0;

    /// <summary>Nothing was found, whatever the words mean: what would be found without one of the filters, or with fewer words.</summary>
    public async Task<SearchRescue> Rescue(SearchQuestion question, AskedWords asked, CancellationToken cancellationToken)
    {
        var without = new List<(SearchFilter, int)>();
        foreach (var (filter, wider) in Wider(question))
        {
            if (await Count(wider, cancellationToken) is > 0 and var count)
            {
                without.Add((filter, count));
            }
        }

        var fewer = new List<(string, int)>();
        foreach (var word in without.Count > 0 || question.Words.Count < 2 ? [] : Enumerable.Range(0, question.Words.Count))
        {
            var alone = new SearchQuestion([question.Words[word]], Store: question.Store, Limit: question.Limit);
            if (await Count(alone, cancellationToken) is > 0 and var count)
            {
                fewer.Add((question.Words[word].Count == 1 ? question.Words[word][0] : asked.Words[word], count));
            }
        }

        return new SearchRescue(without, fewer);
    }

    static IEnumerable<(SearchFilter, SearchQuestion)> Wider(SearchQuestion question)
    {
        if (question.Category is not null)
        {
            yield return (SearchFilter.Category, question with { Category = null });
        }

        if (question.Region is not null)
        {
            yield return (SearchFilter.Region, question with { Region = null });
        }

        if (question.Least is not null || question.Most is not null)
        {
            yield return (SearchFilter.Price, question with { Least = null, Most = null });
        }

        if (question.Kind is not null)
        {
            yield return (SearchFilter.Kind, question with { Kind = null });
        }

        if (question.VerifiedOn is not null)
        {
            yield return (SearchFilter.Legality, question with { VerifiedOn = null });
        }
    }

    async Task<int> Count(SearchQuestion question, CancellationToken cancellationToken) => (await search.Find(question, cancellationToken)).Count;
}
