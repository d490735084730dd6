using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>
/// Permits that a shop's goods need and it has none of: it has a while to get them, from when it first showed goods of the category, also goods of before that were moved there.
/// Then <see cref="LostPermits"/> holds for them as for a permit that was lost.
/// </summary>
public sealed class PermitGrace(IKomejiDb db, LegalTerms terms)
{
    /// <summary>What is wanting, what ends first on top.</summary>
    /// <param name="held">What the shop has.</param>
    public async Task<IReadOnlyList<WantedPermit>> Of(StoreId store, IReadOnlySet<DocumentKind> held, DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. (await Asked(db.Products.Where(p => p.StoreId == store), now, cancellationToken)).Where(w => !w.Need.AnyOf.Any(held.Contains)).OrderBy(w => w.Until)];

    /// <summary>What is wanting for goods that are on display now, what ends first on top.</summary>
    public async Task<IReadOnlyList<WantedPermit>> OfShown(StoreId store, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var held = await db.InForce(Wib.DayOf(now)).Where(d => d.StoreId == store).Select(d => d.Kind).Distinct().ToListAsync(cancellationToken);
        return [.. (await Of(store, held.ToHashSet(), now, cancellationToken)).Where(w => w.IsShown)];
    }

    /// <summary>Shops that show goods for which the time is over.</summary>
    public async Task<IReadOnlyList<StoreId>> Overdue(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var over = (await Asked(db.Products, now, cancellationToken)).Where(w => w.IsShown && w.IsOver).ToList();
        if (over.Count == 0)
        {
            return [];
        }

        var held = (await db.InForce(Wib.DayOf(now)).Select(d => new { d.StoreId, d.Kind }).Distinct().ToListAsync(cancellationToken)).ToLookup(d => d.StoreId, d => d.Kind);
        return [.. over.Where(w => !w.Need.AnyOf.Any(kind => held[w.Store].Contains(kind))).Select(w => w.Store).Distinct()];
    }

    /// <summary>Whatever the goods these shops have shown need, whether they have it or not.</summary>
    async Task<IEnumerable<WantedPermit>> Asked(IQueryable<Product> products, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var needs = await Needs(cancellationToken);
        var asking = needs.Keys.ToList();
        var offered = await products.AsNoTracking().Where(p => p.PublishedAt != null && asking.Contains(p.CategoryId))
            .GroupBy(p => new { p.StoreId, p.CategoryId })
            .Select(g => new { g.Key.StoreId, g.Key.CategoryId, Since = g.Min(p => p.MovedAt ?? p.PublishedAt), Shown = g.Sum(p => p.State == ProductState.Published ? 1 : 0) })
            .ToListAsync(cancellationToken);
        var grace = await terms.Permits(cancellationToken);
        var today = Wib.DayOf(now);
        return offered.SelectMany(o => needs[o.CategoryId].Needs.Select(need =>
        {
            var until = grace.DeadlineOf(o.Since!.Value);
            return new WantedPermit(o.StoreId, o.CategoryId, needs[o.CategoryId].Name, need, until, Math.Max(0, until.DayNumber - today.DayNumber), o.Shown > 0);
        }));
    }

    async Task<Dictionary<CategoryId, (string Name, IReadOnlyList<Requirement> Needs)>> Needs(CancellationToken cancellationToken)
    {
        var asked = await terms.ByCategory(cancellationToken);
        var categories = await db.Categories.AsNoTracking().Select(c => new { c.Id, c.ParentId, c.Slug, c.Name }).ToListAsync(cancellationToken);
        return categories.Select(c => (c.Id, c.Name, Needs: Standings.Needs(asked, [c.Slug, categories.Find(top => top.Id == c.ParentId)?.Slug ?? ""])))
            .Where(c => c.Needs.Count > 0).ToDictionary(c => c.Id, c => (c.Name, c.Needs));
    }
}

/// <param name="Goods">Name of the category.</param>
/// <param name="Until">The first day its goods may not be shown without.</param>
/// <param name="IsShown">Some of them are on display.</param>
public sealed record WantedPermit(StoreId Store, CategoryId Category, string Goods, Requirement Need, DateOnly Until, int DaysLeft, bool IsShown)
{
    public bool IsOver => DaysLeft == 0;
}
