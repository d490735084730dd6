using Komeji.Domain.Common;

namespace Komeji.Domain.Catalog;

public enum ProductKind
{
    Goods,
    Service,
}

/// <summary>A branch of the catalogue's tree, two levels deep.</summary>
public sealed class Category
{
    Category() { }

    public Category(CategoryId id, CategoryId? parentId, string name, string slug, ProductKind kind, int position, string icon)
    {
        Id = id;
        ParentId = parentId;
        Name = name;
        Slug = slug;
        Kind = kind;
        Position = position;
        Icon = icon;
    }

    public CategoryId Id { get; private set; }
    public CategoryId? ParentId { get; private set; }
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public ProductKind Kind { get; private set; }
    public int Position { get; private set; }

    /// <summary>The drawing shown on its chip.</summary>
    public string Icon { get; private set; } = "";
}
