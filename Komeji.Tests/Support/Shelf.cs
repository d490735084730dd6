using Komeji.Application.Catalog.Searches;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Support;

/// <summary>Shops and listings of chosen names, for searching.</summary>
public sealed class Shelf(IHaveDatabase place)
{
    readonly Stalls stalls = new(place);
    Shop? shop;
    int made;

    public async Task<Shop> Open(string name, string village = TestRegions.Jember)
    {
        var opened = await stalls.Shop();
        await place.Write(async db =>
        {
            var store = await db.Stores.SingleAsync(s => s.Id == opened.Id);
            store.Describe(new StoreFacts(name, "", "081234567890", village, "Jl. Melati 3", "08.00–16.00", ["jne:REG"], true));
        });
        return opened;
    }

    /// <param name="category">Slug of a shipped category.</param>
    public async Task<ProductId> List(string name, int price = 10_000, string category = "keripik-kerupuk", Shop? by = null, int net = 0, string unit = "", bool published = true)
    {
        var seller = by ?? (shop ??= await Open("Toko Uji"));
        ProductId id = default;
        await place.Write(async db =>
        {
            var shelf = await db.Categories.SingleAsync(c => c.Slug == category);
            var facts = new ProductFacts(shelf.Id, shelf.Name, shelf.Kind, name, "", 200, 0, 0, 0, net, unit, 1, "", true, "", Warranty.None, shelf.Kind == ProductKind.Service ? Services.Terms() : null);
            var now = place.Clock.GetUtcNow().AddSeconds(++made);
            var product = Product.Draft(seller.Id, $"{SearchWords.Slug(name)}-{made}", facts, [new VariantFacts(null, "", new Rupiah(price), 10, "")], now);
            product.AddPicture("gambar.webp", 400, 400, "", now);
            if (published)
            {
                product.Publish(now);
            }

            db.Products.Add(product);
            id = product.Id;
        });
        return id;
    }

    public Task Change(ProductId id, Action<Product> change) => place.Write(async db =>
        change(await db.Products.Include(p => p.Variants).Include(p => p.Pictures).SingleAsync(p => p.Id == id)));

    /// <summary>Pieces sold, as the orders would have moved them.</summary>
    public Task Sell(ProductId id, int pieces) => place.Write(db =>
        db.Variants.Where(v => v.ProductId == id).ExecuteUpdateAsync(set => set.SetProperty(v => v.Sold, pieces)));
}

public static class Searching
{
    public static async Task<IReadOnlyList<string>> Names(this TestKomeji komeji, SearchProducts search) =>
        [.. (await komeji.Send(search)).Page.Rows.Select(r => r.Name)];

    public static Task<IReadOnlyList<string>> Names(this TestKomeji komeji, string q) => komeji.Names(new SearchProducts(q));
}
