using Komeji.Domain.Common;

namespace Komeji.Domain.Catalog;

/// <summary>
/// One thing that can be put in a cart. <see cref="Stock"/>, <see cref="Reserved"/> and <see cref="Sold"/> are moved only
/// by conditional updates in the database, so their sum changes only when the seller counts anew.
/// </summary>
public sealed class Variant
{
    Variant() { }

    internal Variant(ProductId productId, VariantFacts facts, int position, DateTimeOffset now)
    {
        Id = VariantId.New(now);
        ProductId = productId;
        Stock = facts.Stock;
        Describe(facts, position);
    }

    public VariantId Id { get; private set; }
    public ProductId ProductId { get; private set; }
    public string Name { get; private set; } = "";
    public string Sku { get; private set; } = "";
    public Rupiah Price { get; private set; }

    /// <summary>Pieces that can still be bought.</summary>
    public int Stock { get; private set; }

    /// <summary>Pieces in orders that wait for payment.</summary>
    public int Reserved { get; private set; }

    /// <summary>Pieces in orders that were paid and not cancelled.</summary>
    public int Sold { get; private set; }
    public int Position { get; private set; }

    /// <summary>False once the seller took the variant off the listing.</summary>
    public bool IsOnSale { get; private set; }

    internal void Describe(VariantFacts facts, int position)
    {
        Name = facts.Name.Trim();
        Sku = facts.Sku.Trim();
        Price = facts.Price;
        Position = position;
        IsOnSale = true;
    }

    /// <exception cref="RuleBroken"><c>product.price</c></exception>
    internal void Reprice(Rupiah price)
    {
        VariantFacts.CheckPrice(price);
        Price = price;
    }

    internal void Withdraw() => IsOnSale = false;

    /// <summary>What tables name it by: the seller's own code, or one made of its id where he gave none.</summary>
    public static string CodeOf(VariantId id, string sku) => sku.Length > 0 ? sku : "K-" + id.Value.ToString("N")[20..].ToUpperInvariant();
}

public sealed class ProductPicture
{
    public const int LongestWords = 150;

    ProductPicture() { }

    internal ProductPicture(ProductId productId, string fileKey, int width, int height, string alt, int position, DateTimeOffset now)
    {
        Id = PictureId.New(now);
        ProductId = productId;
        FileKey = fileKey;
        Width = width;
        Height = height;
        Alt = alt;
        Position = position;
    }

    public PictureId Id { get; private set; }
    public ProductId ProductId { get; private set; }

    /// <summary>Key of the stored file; the page asks for it at <c>/gambar/{key}</c>.</summary>
    public string FileKey { get; private set; } = "";
    public int Width { get; private set; }
    public int Height { get; private set; }
    public string Alt { get; private set; } = "";
    public int Position { get; private set; }

    internal void MoveTo(int position) => Position = position;

    internal void Describe(string words) => Alt = words;
}
