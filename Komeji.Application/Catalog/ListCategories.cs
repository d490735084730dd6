using Komeji.Application.Catalog.Searches;
using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Catalog;

/// <summary>The category tree.</summary>
public sealed record ListCategories : IQuery<CategoryTree>
{
    internal sealed class Handler(KnownCategories categories) : IRequestHandler<ListCategories, CategoryTree>
    {
        public Task<CategoryTree> Handle(ListCategories request, CancellationToken cancellationToken) => categories.Read(cancellationToken);
    }
}

public sealed record CategoryTree(IReadOnlyList<CategoryBranch> Branches)
{
    /// <summary>The branch that is, or holds, a category; null when there is no such.</summary>
    public CategoryBranch? BranchOf(string? slug) => Branches.FirstOrDefault(b => b.Top.Slug == slug || b.Leaves.Any(l => l.Slug == slug));

    public CategoryLeaf? Find(string? slug) => Branches.SelectMany(b => b.Leaves.Prepend(b.Top)).FirstOrDefault(c => c.Slug == slug);

    public CategoryBranch? BranchOf(CategoryId id) => Branches.FirstOrDefault(b => b.Top.Id == id || b.Leaves.Any(l => l.Id == id));

    public bool IsService(Guid? id) => id is { } chosen && Find(new CategoryId(chosen))?.Kind == ProductKind.Service;

    /// <summary>Categories with a word that begins with one of these.</summary>
    public IEnumerable<CategoryLeaf> Named(IEnumerable<string> beginnings) => Branches.SelectMany(b => b.Leaves.Prepend(b.Top))
        .Where(c => SearchTerms.Of(c.Name).Any(word => beginnings.Any(b => word.StartsWith(b, StringComparison.Ordinal))));

    /// <summary>A category and what is below it, for searching; null when none was chosen.</summary>
    public ChosenCategory? Chosen(string? slug) => string.IsNullOrEmpty(slug) || Find(slug) is not { } chosen
        ? null
        : new ChosenCategory(chosen.Id, [chosen.Id, .. Branches.Where(b => b.Top.Id == chosen.Id).SelectMany(b => b.Leaves).Select(l => l.Id)]);

    public CategoryLeaf? Find(CategoryId id) => Branches.SelectMany(b => b.Leaves.Prepend(b.Top)).FirstOrDefault(c => c.Id == id);
}

public sealed record CategoryBranch(CategoryLeaf Top, IReadOnlyList<CategoryLeaf> Leaves);

/// <param name="Icon">Id in <c>/img/kategori.svg</c>.</param>
public sealed record CategoryLeaf(CategoryId Id, string Slug, string Name, ProductKind Kind, string Icon);
