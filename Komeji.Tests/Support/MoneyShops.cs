using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Shipping;
using Komeji.Domain.Stores;
using Komeji.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Support;

/// <summary>Three shops and purchases of exact amounts, put in place without a cart: tests of money choose the numbers.</summary>
public sealed class MoneyShops
{
    readonly List<(StoreId Store, string Name, ProductId Product, VariantId Variant)> shops = [];
    long sequence;

    /// <summary>The owner of the first shop.</summary>
    public UserId Seller { get; private set; }

    /// <summary>What stands behind what is sold.</summary>
    public Warranty SoldWith { get; set; } = Warranty.None;

    public void Open(KomejiDb db, DateTimeOffset now)
    {
        var category = new Category(CategoryId.New(now), null, "Camilan", "camilan", ProductKind.Goods, 1, "camilan");
        db.Categories.Add(category);
        for (var i = 0; i < 3; i++)
        {
            var owner = new UserId(Guid.CreateVersion7(now));
            Seller = i == 0 ? owner : Seller;
            var store = Store.Open(owner, $"toko-uang-{i}", new StoreFacts($"Toko {i} Jaya", "", "08123456780", "35.78.10.1001", "Jl. Mawar", "", ["jne:REG"], false), now);
            var facts = new ProductFacts(category.Id, "Camilan", ProductKind.Goods, "Keripik tempe", "", 200, 0, 0, 0, 0, "", 1, "", true, "", Warranty.None);
            var product = Product.Draft(store.Id, $"keripik-{i}", facts, [new VariantFacts(null, "", new Rupiah(25_500), 1_000_000, "")], now);
            product.AddPicture($"gambar-{i}", 400, 400, "Keripik tempe", now);
            product.Publish(now);
            db.Stores.Add(store);
            db.Products.Add(product);
            shops.Add((store.Id, store.Name, product.Id, product.Variants[0].Id));
        }
    }

    public Task<Placed> Place(KomejiDb db, UserId buyer, IReadOnlyList<long> goods, DateTimeOffset now) =>
        Place(db, buyer, [.. goods.Select(price => (price, 1))], now);

    /// <summary>One order for each price and count of goods, at the first shops; shipping costs Rp8.000 each; the pieces are reserved.</summary>
    public async Task<Placed> Place(KomejiDb db, UserId buyer, IReadOnlyList<(long Price, int Pieces)> goods, DateTimeOffset now, bool inCash = false)
    {
        var drafts = goods.Select((thing, i) => Draft(i, thing.Price, thing.Pieces, inCash)).ToList();
        var destination = new Destination("Siti Aminah", "081234567890", "Jl. Mawar 12", "35.78.10.1001", "Tambaksari, Kota Surabaya", "60136", "");
        var number = $"BLJ-20261005-{++sequence:000000}";
        var purchase = Purchase.Place(number, buyer, $"token-{sequence}", destination, drafts, TimeSpan.FromHours(24), now);
        db.Purchases.Add(purchase);
        db.Payments.Add(Payment.Of(purchase.Id, purchase.Total, now));
        foreach (var line in purchase.Orders.SelectMany(o => o.Lines))
        {
            await db.Variants.Where(v => v.Id == line.VariantId)
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.Stock, v => v.Stock - line.Quantity).SetProperty(v => v.Reserved, v => v.Reserved + line.Quantity));
        }

        return new Placed(number, purchase.Id, purchase.Total, [.. purchase.Orders.Select(o => o.Id)], [.. purchase.Orders.Select(o => o.Number)], [.. purchase.Orders.Select(o => o.StoreId)]);
    }

    OrderDraft Draft(int shop, long price, int pieces, bool inCash)
    {
        var (store, name, product, variant) = shops[shop];
        var line = new OrderLineDraft(product, variant, "Keripik tempe", "", "keripik-tempe", null, new Rupiah(price), pieces, 200, SoldWith, "");
        sequence++;
        return new OrderDraft($"KMJ-20261005-{sequence:000000}", sequence, store, name, [line], inCash ? new ShippingChoice(ShipmentKind.SellerDelivery, "", "Antar Penjual", new Rupiah(8_000), 0, 1) : new ShippingChoice(ShipmentKind.Courier, "jne", "REG", new Rupiah(8_000), 1, 3), 1, "") { InCash = inCash };
    }
}

public sealed record Placed(string Number, PurchaseId PurchaseId, Rupiah Total, IReadOnlyList<OrderId> Orders, IReadOnlyList<string> OrderNumbers, IReadOnlyList<StoreId> Stores);
