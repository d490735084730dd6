using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Imports;

/// <summary>What a shop has already, as far as a table of products is about it.</summary>
sealed class ImportShop
{
    const int AtOnce = 500;

    readonly Dictionary<string, List<(ProductId Product, VariantId Variant)>> codes = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<ProductId, Product> products = [];
    readonly ILookup<string, CategoryLeaf> categories;
    readonly CategoryTree tree;
    readonly HashSet<string> slugs = [];
    readonly Dictionary<string, string> zeros = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> names = [];

    ImportShop(StoreId id, CategoryTree tree, ImportRegions regions, LostPermits lost)
    {
        (Id, this.tree, Regions, Lost) = (id, tree, regions, lost);
        categories = tree.Branches.SelectMany(b => b.Leaves).SelectMany(l => new[] { (Word: SearchWords.Fold(l.Name), Leaf: l), (Word: SearchWords.Fold(l.Slug), Leaf: l) }).Distinct().ToLookup(p => p.Word, p => p.Leaf);
    }

    public StoreId Id { get; }

    public ImportRegions Regions { get; }

    /// <summary>Permits it once had.</summary>
    public LostPermits Lost { get; }

    public static async Task<ImportShop> Load(IKomejiDb db, StoreId id, CategoryTree tree, LostPermits lost, ImportTable table, bool toChange, CancellationToken cancellationToken)
    {
        var shop = new ImportShop(id, tree, await ImportRegions.Of(db, id, cancellationToken), lost);
        var known = await (from v in db.Variants
                           join p in db.Products on v.ProductId equals p.Id
                           where p.StoreId == id && v.IsOnSale
                           select new { Product = p.Id, p.Name, v.Id, v.Sku }).ToListAsync(cancellationToken);
        var asked = table.Rows.Select(r => r[ImportColumn.Sku]).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var variant in known)
        {
            shop.names.Add(SearchWords.Fold(variant.Name));
            var code = Variant.CodeOf(variant.Id, variant.Sku);
            if (code.StartsWith('0'))
            {
                shop.zeros[code.TrimStart('0')] = code;
            }

            if (asked.Contains(code))
            {
                (shop.codes.TryGetValue(code, out var same) ? same : shop.codes[code] = []).Add((variant.Product, variant.Id));
            }
        }

        await shop.LoadProducts(db, toChange, cancellationToken);
        if (toChange)
        {
            await shop.LoadSlugs(db, table, cancellationToken);
        }

        return shop;
    }

    /// <summary>Variants on sale with this code; more than one where the shop gave it twice.</summary>
    public IReadOnlyList<(ProductId Product, VariantId Variant)> Find(string sku) => codes.GetValueOrDefault(sku) ?? [];

    /// <summary>The code a number was before a spreadsheet took its leading zeros; null when there is none.</summary>
    public string? WithZeros(string sku) => codes.ContainsKey(sku) ? null : zeros.GetValueOrDefault(sku);

    public Product Product(ProductId id) => products[id];

    /// <param name="folded">A product's name as it is compared.</param>
    public bool HasNamed(string folded) => names.Contains(folded);

    /// <summary>Null when there is no such category, or several.</summary>
    public CategoryLeaf? Category(string typed) => categories[SearchWords.Fold(typed)].Distinct().ToList() is [var one] ? one : null;

    public CategoryLeaf? Category(CategoryId id) => tree.Find(id);

    /// <summary>The name itself where nobody has it yet; else with a few characters behind it.</summary>
    public string FreeSlug(string name, ICodes codes)
    {
        var slug = SearchWords.Slug(name);
        while (slug.Length == 0 || !slugs.Add(slug))
        {
            slug = $"{SearchWords.Slug(name)}-{codes.SixCharacters().ToLowerInvariant()}".TrimStart('-');
        }

        return slug;
    }

    async Task LoadProducts(IKomejiDb db, bool toChange, CancellationToken cancellationToken)
    {
        var rows = toChange ? db.Products.AsTracking() : db.Products.AsNoTracking();
        foreach (var ids in codes.Values.SelectMany(c => c).Select(c => c.Product).Distinct().Chunk(AtOnce))
        {
            var some = ids.ToList();
            foreach (var product in await rows.Where(p => some.Contains(p.Id)).Include(p => p.Variants).Include(p => p.Pictures).ToListAsync(cancellationToken))
            {
                products[product.Id] = product;
            }
        }
    }

    async Task LoadSlugs(IKomejiDb db, ImportTable table, CancellationToken cancellationToken)
    {
        var wanted = table.Rows.Select(r => r[ImportColumn.Name]).OfType<string>().Select(SearchWords.Slug).Distinct();
        foreach (var some in wanted.Chunk(AtOnce))
        {
            var asked = some.ToList();
            slugs.UnionWith(await db.Products.Where(p => asked.Contains(p.Slug)).Select(p => p.Slug).ToListAsync(cancellationToken));
        }
    }
}
