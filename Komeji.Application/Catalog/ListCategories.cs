using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Komeji.Application.Catalog;

/// <summary>The category tree. Remembered for a minute: it ships with the product.</summary>
public sealed record ListCategories : IQuery<CategoryTree>
{
    internal sealed class Handler(IKomejiDb db, IMemoryCache memory) : IRequestHandler<ListCategories, CategoryTree>
    {
        static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

        public async Task<CategoryTree> Handle(ListCategories request, CancellationToken cancellationToken) =>
            (await memory.GetOrCreateAsync(typeof(CategoryTree), entry =>
            {
                entry.AbsoluteExpirationRelativeToNow = Remembered;
                return Read(cancellationToken);
            }))!;

        async Task<CategoryTree> Read(CancellationToken cancellationToken)
        {
            var rows = await db.Categories.AsNoTracking().OrderBy(c => c.Position).ThenBy(c => c.Id).ToListAsync(cancellationToken);
            return new CategoryTree([.. rows.Where(c => c.ParentId is null).Select(top =>
                new CategoryBranch(Leaf(top), [.. rows.Where(c => c.ParentId == top.Id).Select(Leaf)]))]);
        }

        static CategoryLeaf Leaf(Category category) => new(category.Id, category.Slug, category.Name, category.Kind, category.Icon);
    }
}

public sealed record CategoryTree(IReadOnlyList<CategoryBranch> Branches)
{
    /// <summary>The branch that is, or holds, a category; null when there is no such.</summary>
    public CategoryBranch? BranchOf(string? slug) => Branches.FirstOrDefault(b => b.Top.Slug == slug || b.Leaves.Any(l => l.Slug == slug));

    public CategoryLeaf? Find(string? slug) => Branches.SelectMany(b => b.Leaves.Prepend(b.Top)).FirstOrDefault(c => c.Slug == slug);

    public CategoryBranch? BranchOf(CategoryId id) => Branches.FirstOrDefault(b => b.Top.Id == id || b.Leaves.Any(l => l.Id == id));

    public bool IsService(Guid? id) => id is { } chosen && Find(new CategoryId(chosen))?.Kind == ProductKind.Service;

    public CategoryLeaf? Find(CategoryId id) => Branches.SelectMany(b => b.Leaves.Prepend(b.Top)).FirstOrDefault(c => c.Id == id);
}

public sealed record CategoryBranch(CategoryLeaf Top, IReadOnlyList<CategoryLeaf> Leaves);

/// <param name="Icon">Id in <c>/img/kategori.svg</c>.</param>
public sealed record CategoryLeaf(CategoryId Id, string Slug, string Name, ProductKind Kind, string Icon);
