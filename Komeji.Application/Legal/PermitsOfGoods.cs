using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>Which permits the goods of a category need, and which a shop has.</summary>
sealed class PermitsOfGoods(IKomejiDb db, LegalTerms terms, KnownCategories categories)
{
    /// <param name="besides">A paper that does not count any more, whatever is still written about it.</param>
    public async Task<IReadOnlySet<DocumentKind>> HeldBy(StoreId store, DocumentId? besides, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var papers = db.InForce(Wib.DayOf(at)).Where(d => d.StoreId == store);
        if (besides is { } lost)
        {
            papers = papers.Where(d => d.Id != lost);
        }

        return (await papers.Select(d => d.Kind).Distinct().ToListAsync(cancellationToken)).ToHashSet();
    }

    public async Task<IReadOnlyList<Requirement>> Of(CategoryId category, CancellationToken cancellationToken)
    {
        var tree = await categories.Read(cancellationToken);
        return tree.Find(category) is { } leaf
            ? Standings.Needs(await terms.ByCategory(cancellationToken), [leaf.Slug, tree.BranchOf(category)?.Top.Slug ?? ""])
            : [];
    }

    /// <summary>A product that was hidden for want of a permit may be shown again when its category, perhaps another by now, needs nothing the shop lacks.</summary>
    public async Task LetGo(Product product, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (product.LostPermit.Length == 0)
        {
            return;
        }

        var held = await HeldBy(product.StoreId, null, now, cancellationToken);
        if ((await Of(product.CategoryId, cancellationToken)).All(need => need.AnyOf.Any(held.Contains)))
        {
            product.NeedsNoLostPermit();
        }
    }

    /// <summary>Categories that ask for this permit and, with what is held, have none that would do in its place.</summary>
    public async Task<IReadOnlyList<CategoryId>> CategoriesLacking(DocumentKind lost, IReadOnlySet<DocumentKind> held, CancellationToken cancellationToken)
    {
        var tree = await categories.Read(cancellationToken);
        var lacking = new List<CategoryId>();
        foreach (var leaf in tree.Branches.SelectMany(b => b.Leaves.Prepend(b.Top)))
        {
            if ((await Of(leaf.Id, cancellationToken)).Any(need => need.AnyOf.Contains(lost) && !need.AnyOf.Any(held.Contains)))
            {
                lacking.Add(leaf.Id);
            }
        }

        return lacking;
    }
}
