using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <summary>The seller's own side of the catalogue: another's product is not there.</summary>
static class Showcase
{
    /// <summary>Products of the shop the person may do this in.</summary>
    /// <exception cref="NotFound">There is none.</exception>
    public static async Task<IQueryable<Product>> Products(this IKomejiDb db, ShopDesk desk, CancellationToken cancellationToken)
    {
        var shop = (await desk.At(ShopRights.Products, cancellationToken)).Id;
        return db.Products.Where(p => p.StoreId == shop);
    }

    /// <exception cref="NotFound">There is none, or it is another's.</exception>
    public static async Task<Product> Mine(this IKomejiDb db, ShopDesk desk, ProductId id, CancellationToken cancellationToken) =>
        await (await db.Products(desk, cancellationToken)).Include(p => p.Variants).Include(p => p.Pictures)
            .SingleOrDefaultAsync(p => p.Id == id, cancellationToken) ?? throw new NotFound();

    /// <exception cref="RuleBroken"><c>product.category</c></exception>
    public static async Task<Category> CategoryFor(this IKomejiDb db, CategoryId id, CancellationToken cancellationToken) =>
        await db.Categories.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.ParentId != null, cancellationToken)
            ?? throw new RuleBroken("product.category", "Pilih kategori dari daftar.");

    /// <summary>The name itself where nobody has it yet; else with a few characters behind it. An address never changes afterwards.</summary>
    public static async Task<string> FreeSlug(this IKomejiDb db, string name, ICodes codes, CancellationToken cancellationToken)
    {
        var slug = SearchWords.Slug(name);
        return slug.Length == 0 || await db.Products.AnyAsync(p => p.Slug == slug, cancellationToken)
            ? $"{slug}-{codes.SixCharacters().ToLowerInvariant()}".TrimStart('-')
            : slug;
    }
}
