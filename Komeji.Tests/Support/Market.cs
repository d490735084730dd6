using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Ordering.Carts;
using Komeji.Application.Ordering.Checkouts;
using Komeji.Domain.Accounts;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using Komeji.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Support;

/// <summary>What has a database of its own and a clock that stands still.</summary>
public interface IHaveDatabase
{
    TestClock Clock { get; }

    Task<T> Read<T>(Func<KomejiDb, Task<T>> look);

    Task Write(Func<KomejiDb, Task> change);
}

/// <summary>People, shops and goods for a test.</summary>
public class Stalls(IHaveDatabase place)
{
    int made;

    protected DateTimeOffset Now => place.Clock.GetUtcNow();

    public async Task<UserId> Person(bool confirmed = true)
    {
        var id = Guid.CreateVersion7(Now);
        var name = $"orang{++made}@komeji.test";
        await place.Write(db =>
        {
            db.Users.Add(new User
            {
                Id = id,
                UserName = name,
                NormalizedUserName = name.ToUpperInvariant(),
                Email = name,
                NormalizedEmail = name.ToUpperInvariant(),
                EmailConfirmed = confirmed,
                FullName = "Siti Aminah",
                SecurityStamp = "cap",
                RegisteredAt = Now,
            });
            return Task.CompletedTask;
        });
        return new UserId(id);
    }

    /// <summary>A confirmed person with an address in Surabaya.</summary>
    public async Task<UserId> Buyer()
    {
        var id = await Person();
        await GiveAddress(id);
        return id;
    }

    public async Task GiveAddress(UserId id)
    {
        await place.Write(db =>
        {
            db.Addresses.Add(Address.Of(id, new AddressFacts("Rumah", "Siti Aminah", "081234567890", "Jl. Mawar 12", "002/005", "", TestRegions.Surabaya, "60134", ""), Now));
            return Task.CompletedTask;
        });
    }

    /// <param name="owner">Null: somebody new.</param>
    public async Task<Shop> Shop(string couriers = "jne:REG,pos:Reguler", bool pickup = true, UserId? owner = null)
    {
        var seller = owner ?? await Person();
        var number = ++made;
        var store = Store.Open(seller, $"toko-{number}", new StoreFacts($"Toko {number}", "", "081234567890", TestRegions.Jember, "Jl. Melati 3", "08.00–16.00", couriers.Split(',', StringSplitOptions.RemoveEmptyEntries), pickup), Now);
        await place.Write(db =>
        {
            db.Stores.Add(store);
            return Task.CompletedTask;
        });
        return new Shop(store.Id, seller);
    }

    /// <returns>Its one variant.</returns>
    public async Task<VariantId> Product(Shop shop, int price = 18_500, int stock = 10, int handlingDays = 1, ProductKind kind = ProductKind.Goods, ServiceTerms? service = null)
    {
        var number = ++made;
        Product product = null!;
        await place.Write(async db =>
        {
            var category = await db.Categories.OrderBy(c => c.Slug).FirstOrDefaultAsync() ?? db.Categories.Add(new Category(CategoryId.New(Now), null, "Camilan", "camilan", kind, 1, "camilan")).Entity;
            product = Komeji.Domain.Catalog.Product.Draft(shop.Id, $"barang-{number}", new ProductFacts(
                category.Id, "Camilan", kind, $"Keripik tempe {number}", "Renyah", 200, 20, 15, 5, 200, "g", handlingDays, "Jember", true, "P-IRT 123",
                new Warranty(WarrantyKind.Shop, 1, "Toko", "Tukar baru"), kind == ProductKind.Service ? service ?? Services.Terms() : null), [new VariantFacts(null, "Daun jeruk", new Rupiah(price), stock, "")], Now);
            product.AddPicture("gambar.webp", 400, 400, "", Now);
            product.Publish(Now);
            db.Products.Add(product);
        });
        return product.Variants[0].Id;
    }

    public Task<(int Stock, int Reserved, int Sold)> StockOf(VariantId variant) =>
        place.Read(async db =>
        {
            var row = await db.Variants.AsNoTracking().SingleAsync(v => v.Id == variant);
            return (row.Stock, row.Reserved, row.Sold);
        });

    public Task<int> CountOrders() => place.Read(db => db.Orders.CountAsync());
}

/// <summary>The same, with the buyer's steps through the product's own commands.</summary>
public sealed class Market(TestKomeji komeji) : Stalls(komeji)
{
    public Task Put(UserId buyer, VariantId variant, int pieces = 1) =>
        komeji.As(buyer).Send(new AddToCart(variant, pieces, Rupiah.Zero, null, false));

    public Task<CheckoutPage> Look(UserId buyer, CheckoutWish? wish = null) =>
        komeji.As(buyer).Send(new ShowCheckout(wish ?? CheckoutWish.Nothing, null, null));

    /// <summary>Presses pay on the page as it was shown.</summary>
    public async Task<string> Place(UserId buyer, CheckoutPage page, CheckoutWish? wish = null) =>
        (await komeji.As(buyer).Send(new PlaceOrders(page.Token, wish ?? CheckoutWish.Nothing, page.Shown))).Number;

    /// <summary>From the cart to a purchase in one go.</summary>
    public async Task<Purchase> Buy(UserId buyer, params (VariantId Variant, int Pieces)[] things)
    {
        foreach (var (variant, pieces) in things)
        {
            await Put(buyer, variant, pieces);
        }

        return await Purchase(await Place(buyer, await Look(buyer)));
    }

    public Task<Purchase> Purchase(string number) => komeji.Read(db => db.Purchases.AsNoTracking()
        .Include(p => p.Orders).ThenInclude(o => o.Lines).Include(p => p.Orders).ThenInclude(o => o.Timers).SingleAsync(p => p.Number == number));

    public Task<Order> Order(string number) => komeji.Read(db => db.Orders.AsNoTracking().Include(o => o.Lines).Include(o => o.Timers).SingleAsync(o => o.Number == number));

    /// <summary>The money has arrived, as the provider's notification says.</summary>
    public async Task Pay(Purchase purchase)
    {
        await using var scope = komeji.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IKomejiDb>();
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Run(async () =>
        {
            var payment = await db.Payments.Include(p => p.Attempts).SingleAsync(p => p.PurchaseId == purchase.Id);
            var attempt = payment.Attempt("sandbox", Now);
            payment.Receive(attempt.Id, $"bayar-{purchase.Number}", payment.Amount, "IDR", "QRIS", Now, Now);
        }, CancellationToken.None);
    }

    /// <summary>A paid order of one thing, its shop and its buyer.</summary>
    public async Task<(Order Order, UserId Buyer, Shop Shop, VariantId Variant)> PaidOrder(int pieces = 2, bool pickup = false)
    {
        var shop = await Shop(pickup ? "" : "jne:REG", pickup);
        var variant = await Product(shop);
        var buyer = await Buyer();
        var purchase = await Buy(buyer, (variant, pieces));
        await Pay(purchase);
        return (await Order(purchase.Orders[0].Number), buyer, shop, variant);
    }
}

public sealed record Shop(StoreId Id, UserId Owner);
