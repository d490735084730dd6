using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Komeji.Application.Catalog;

/// <summary>The category tree. Remembered for a minute: it ships with the product.</summary>
sealed class KnownCategories(IKomejiDb db, IMemoryCache memory)
{
    static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    public async Task<CategoryTree> Read(CancellationToken cancellationToken) =>
        (await memory.GetOrCreateAsync(typeof(CategoryTree), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Remembered;
            return ReadAnew(cancellationToken);
        }))!;

    async Task<CategoryTree> ReadAnew(CancellationToken cancellationToken)
    {
        var rows = await db.Categories.AsNoTracking().OrderBy(c => c.Position).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        return new CategoryTree([.. rows.Where(c => c.ParentId is null).Select(top =>
            new CategoryBranch(Leaf(top), [.. rows.Where(c => c.ParentId == top.Id).Select(Leaf)]))]);
    }

    static CategoryLeaf Leaf(Category category) => new(category.Id, category.Slug, category.Name, category.Kind, category.Icon);
}
