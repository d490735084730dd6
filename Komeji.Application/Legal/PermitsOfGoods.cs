using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>Which permits the goods of a category need, and which a shop has.</summary>
sealed class PermitsOfGoods(IKomejiDb db, LegalTerms terms, KnownCategories categories, PermitGrace grace)
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

    /// <summary>What the shop may not show any more, because it has lost a permit it once had, or has had its time to get one.</summary>
    public Task<LostPermits> LostBy(StoreId store, DateTimeOffset now, CancellationToken cancellationToken) => LostBy(store, null, now, cancellationToken);

    /// <param name="gained">A paper that counts from now on, whatever is still written about it.</param>
    public async Task<LostPermits> LostBy(StoreId store, DocumentKind? gained, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = Wib.DayOf(now);
        var known = await db.LegalVerifications.AsNoTracking()
            .Where(d => d.StoreId == store && (d.State == DocumentState.Approved || d.State == DocumentState.Expiring || d.State == DocumentState.Waived || d.State == DocumentState.Expired || d.State == DocumentState.Revoked))
            .Select(d => new HeldDocument(d.Kind, d.State, d.ExpiresOn)).ToListAsync(cancellationToken);
        var held = known.Where(d => d.IsInForce(today)).Select(d => d.Kind).ToHashSet();
        if (gained is { } kind)
        {
            held.Add(kind);
        }

        var wanting = new Dictionary<CategoryId, Requirement>();
        foreach (var lost in known.Select(d => d.Kind).Where(k => !held.Contains(k)).Distinct())
        {
            foreach (var category in await CategoriesLacking(lost, held, cancellationToken))
            {
                wanting[category] = (await Of(category, cancellationToken)).First(need => need.AnyOf.Contains(lost) && !need.AnyOf.Any(held.Contains));
            }
        }

        foreach (var overdue in (await grace.Of(store, held, now, cancellationToken)).Where(w => w.IsOver))
        {
            wanting.TryAdd(overdue.Category, overdue.Need);
        }

        return new LostPermits(wanting);
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

/// <summary>The one rule for whatever puts a product on display: in a category that needs a permit the shop once had and now lacks, or has had its time to get, nothing is shown.</summary>
/// <param name="wanting">What each of those categories wants.</param>
sealed class LostPermits(IReadOnlyDictionary<CategoryId, Requirement> wanting)
{
    /// <summary>What speaks against showing goods of this category; null when nothing does.</summary>
    public RuleBroken? Against(CategoryId category) => wanting.TryGetValue(category, out var need)
        ? new RuleBroken("product.permit_lost", $"Kategori ini memerlukan {DocumentNames.Of(need)}, dan toko Anda belum atau tidak lagi memilikinya. Unggah izinnya di halaman Legalitas; produk bisa tayang begitu dinas memverifikasinya.")
        : null;

    /// <summary>Word of the paper for want of which goods of this category are not shown; null when nothing is wanting.</summary>
    public string? WantedFor(CategoryId category) => wanting.TryGetValue(category, out var need) ? need.AnyOf[0].Word() : null;

    /// <summary>It may be shown; what it was hidden for, perhaps in another category, does not matter any more.</summary>
    /// <exception cref="RuleBroken"><c>product.permit_lost</c></exception>
    public void Allow(Product product)
    {
        if (Against(product.CategoryId) is { } refusal)
        {
            throw refusal;
        }

        if (product.LostPermit.Length > 0)
        {
            product.NeedsNoLostPermit();
        }
    }

    /// <summary>What is on display stays so in its old category, and goes into another only where it may be shown.</summary>
    /// <exception cref="RuleBroken"><c>product.permit_lost</c></exception>
    public void AllowMove(Product product, CategoryId from)
    {
        if (product.State == ProductState.Published && product.CategoryId != from)
        {
            Allow(product);
        }
    }
}
