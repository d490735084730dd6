using Komeji.Domain.Common;

namespace Komeji.Domain.Stores;

/// <summary>A showcase of a shop (Etalase): products the seller puts side by side, with an address of its own.</summary>
public sealed class StoreShelf : Aggregate
{
    public const int MostOfStore = 30;
    public const int MostItems = 500;
    public const int LongestName = 40;

    readonly List<ShelfItem> items = [];

    StoreShelf() { }

    public StoreShelfId Id { get; private set; }
    public StoreId StoreId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>In its address; it stays when the name changes.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>From 0, within the shop.</summary>
    public int Position { get; private set; }

    public IReadOnlyList<ShelfItem> Items => items;

    /// <exception cref="RuleBroken"><c>shelf.name</c>, <c>shelf.most</c></exception>
    public static StoreShelf Make(StoreId storeId, string name, string slug, int position, DateTimeOffset now)
    {
        if (position >= MostOfStore)
        {
            throw new RuleBroken("shelf.most", $"Satu toko paling banyak {MostOfStore} etalase. Hapus yang tidak dipakai dahulu.");
        }

        var shelf = new StoreShelf { Id = StoreShelfId.New(now), StoreId = storeId, Slug = slug, Position = position };
        shelf.Rename(name);
        return shelf;
    }

    /// <exception cref="RuleBroken"><c>shelf.name</c></exception>
    public void Rename(string name)
    {
        var plain = PlainText.Name(name);
        Name = plain.Length is >= 3 and <= LongestName ? plain : throw new RuleBroken("shelf.name", $"Nama etalase 3 sampai {LongestName} huruf.");
    }

    public void MoveTo(int position) => Position = position;

    /// <summary>Behind those that are on it; one that is on it already stays where it is.</summary>
    /// <exception cref="RuleBroken"><c>shelf.full</c></exception>
    public void Put(IEnumerable<ProductId> products)
    {
        foreach (var product in products.Where(p => items.All(i => i.ProductId != p)).ToList())
        {
            if (items.Count >= MostItems)
            {
                throw new RuleBroken("shelf.full", $"Satu etalase paling banyak {MostItems} produk. Buat etalase lain untuk sisanya.");
            }

            items.Add(new ShelfItem(Id, product, items.Count == 0 ? 0 : items.Max(i => i.Position) + 1));
        }
    }

    public void Take(ProductId product) => items.RemoveAll(i => i.ProductId == product);
}

public sealed class ShelfItem
{
    ShelfItem() { }

    internal ShelfItem(StoreShelfId shelfId, ProductId productId, int position)
    {
        ShelfId = shelfId;
        ProductId = productId;
        Position = position;
    }

    public StoreShelfId ShelfId { get; private set; }
    public ProductId ProductId { get; private set; }
    public int Position { get; private set; }
}
