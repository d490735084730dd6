using Komeji.Application.Ordering;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Reviews;

/// <summary>A market in which things were bought and came.</summary>
sealed class BoughtThings(TestKomeji komeji)
{
    public Market Market { get; } = new(komeji);

    /// <summary>Somebody new buys one piece and has received it.</summary>
    public async Task<Bought> Buy(Shop shop, VariantId variant, UserId? by = null)
    {
        var buyer = by ?? await Market.Buyer();
        var purchase = await Market.Buy(buyer, (variant, 1));
        await Market.Pay(purchase);
        var number = purchase.Orders[0].Number;
        await komeji.As(shop.Owner).Send(new AcceptOrder(number));
        await komeji.Send(new ShipOrder(number, "JX1234567890"));
        await komeji.As(buyer).Send(new ConfirmReceived(number));
        var order = await Market.Order(number);
        return new Bought(order, order.Lines[0], buyer);
    }

    /// <summary>A shop with one product, bought once.</summary>
    public async Task<(Shop Shop, VariantId Variant, Bought Bought, string Slug)> Start(int stock = 50)
    {
        var shop = await Market.Shop("jne:REG");
        var variant = await Market.Product(shop, stock: stock);
        var bought = await Buy(shop, variant);
        return (shop, variant, bought, bought.Line.ProductSlug);
    }

    /// <summary>What cards show of the product: reviews and stars.</summary>
    public Task<(int Reviews, int Stars)> Kept(ProductId product) => komeji.Read(async db =>
    {
        var row = await db.Products.AsNoTracking().SingleAsync(p => p.Id == product);
        return (row.Reviews, row.Stars);
    });

    public Task<List<string>> News(UserId person) => komeji.Read(db => db.Notifications.Where(n => n.UserId == person).Select(n => n.Title).ToListAsync());
}

sealed record Bought(Order Order, OrderLine Line, UserId Buyer);
