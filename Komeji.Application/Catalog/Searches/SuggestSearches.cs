using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Searches;

/// <summary>What somebody who has typed so far may want: searches that find something, categories, products.</summary>
public sealed record SuggestSearches(string? Q) : IQuery<Suggestions>
{
    const int LeastLetters = 2;
    const int MostSearches = 6;
    const int MostCategories = 3;
    const int MostProducts = 4;

    internal sealed class Handler(IKomejiDb db, IProductSearch search, KnownCategories categories) : IRequestHandler<SuggestSearches, Suggestions>
    {
        public async Task<Suggestions> Handle(SuggestSearches request, CancellationToken cancellationToken)
        {
            var words = new AskedWords(request.Q).Words;
            if (words.Count == 0 || words[^1].Length < LeastLetters)
            {
                return Suggestions.None;
            }

            var before = words.SkipLast(1).ToList();
            var endings = await Endings(words[^1], cancellationToken);
            var searches = await Finding(before, endings, cancellationToken);
            return new Suggestions(
                searches,
                before.Count > 0 ? [] : (await categories.Read(cancellationToken)).Named(endings.Append(words[^1])).Take(MostCategories).ToList(),
                searches.Count == 0 ? [] : await Products(before, endings, cancellationToken));
        }

        /// <summary>Words that begin so, in any of their spellings; or the word it was meant to be.</summary>
        async Task<IReadOnlyList<string>> Endings(string word, CancellationToken cancellationToken)
        {
            var known = await search.WordsBeginning(word, MostSearches, cancellationToken);
            var endings = known.Select(k => k.Word).Concat(Spelling.Beginning(word)).Distinct().ToList();
            if (endings.Count > 0)
            {
                return endings;
            }

            var near = Spelling.Tolerance(word) == 0 ? [] : await search.WordsNear(word, cancellationToken);
            return Spelling.Nearest(word, near.Select(n => (n.Word, n.Products))) is { } meant ? [meant] : [];
        }

        /// <summary>Those together with the words before that find something.</summary>
        async Task<IReadOnlyList<string>> Finding(List<string> before, IReadOnlyList<string> endings, CancellationToken cancellationToken)
        {
            var finding = new List<string>();
            foreach (var ending in endings.Take(MostSearches))
            {
                if ((await search.Find(new SearchQuestion(Writings(before, [ending])), cancellationToken)).Count > 0)
                {
                    finding.Add(string.Join(' ', before.Append(ending)));
                }
            }

            return finding;
        }

        async Task<IReadOnlyList<SuggestedProduct>> Products(List<string> before, IReadOnlyList<string> endings, CancellationToken cancellationToken)
        {
            var found = await search.Find(new SearchQuestion(Writings(before, endings), Limit: MostProducts), cancellationToken);
            var ids = found.Select(f => f.Id).ToList();
            var names = await db.OnDisplay().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Slug, p.Name }).ToDictionaryAsync(p => p.Id, cancellationToken);
            return [.. ids.Where(names.ContainsKey).Select(id => new SuggestedProduct(names[id].Slug, names[id].Name))];
        }

        static IReadOnlyList<IReadOnlyList<string>> Writings(List<string> before, IReadOnlyList<string> endings) =>
            [.. before.Select(IReadOnlyList<string> (word) => [word]), endings];
    }
}

public sealed record Suggestions(IReadOnlyList<string> Searches, IReadOnlyList<CategoryLeaf> Categories, IReadOnlyList<SuggestedProduct> Products)
{
    public static readonly Suggestions None = new([], [], []);

    public bool Any => Searches.Count + Categories.Count + Products.Count > 0;
}

public sealed record SuggestedProduct(string Slug, string Name);
