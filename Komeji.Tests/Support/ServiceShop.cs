using Komeji.Application.Ordering.Checkouts;
using Komeji.Application.Ordering.Services;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Support;

/// <summary>A shop with one service, and a buyer.</summary>
public sealed record ServiceShop(TestKomeji Komeji, Market Market, Shop Shop, VariantId Service, UserId Buyer)
{
    public static async Task<ServiceShop> Set(TestKomeji komeji)
    {
        var market = new Market(komeji);
        var shop = await market.Shop();
        return new ServiceShop(komeji, market, shop, await market.Product(shop, kind: ProductKind.Service), await market.Buyer());
    }

    public static CheckoutWish At(params (VariantId Service, DateTimeOffset? Start)[] times) => CheckoutWish.Nothing with
    {
        Services = times.ToDictionary(t => t.Service, t => new ServiceWish(t.Start is { } at ? Wib.DayOf(at) : null, t.Start, "")),
    };

    public async Task<Purchase> Place(DateTimeOffset start)
    {
        await Market.Put(Buyer, Service);
        var wish = At((Service, start));
        return await Market.Purchase(await Market.Place(Buyer, await Market.Look(Buyer, wish), wish));
    }

    public async Task<Order> Buy(DateTimeOffset start)
    {
        var purchase = await Place(start);
        await Market.Pay(purchase);
        return await Market.Order(purchase.Orders.Single().Number);
    }

    public Task Seller(MediatR.IRequest<MediatR.Unit> command) => Komeji.As(Shop.Owner).Send(command);

    public Task<string> Problem(UserId buyer, VariantId service) => Problem(buyer, service, Services.Thursday);

    /// <summary>What stands in the way of this service alone.</summary>
    public async Task<string> Problem(UserId buyer, VariantId service, DateTimeOffset? start)
    {
        await Market.Put(buyer, service);
        return (await Market.Look(buyer, At((service, start)) with { Only = service })).Offer.Problems.Single();
    }

    /// <summary>Appointments taken of the day and of the time.</summary>
    public async Task<(int Day, int Time)> Taken(DateTimeOffset? start = null)
    {
        var day = Wib.DayOf(start ?? Services.Thursday);
        var rows = await Komeji.Read(db => db.BookedPlaces.AsNoTracking().Where(b => b.Day == day).ToListAsync());
        return (rows.Where(b => b.Minute == BookedPlaces.WholeDay).Sum(b => b.Taken), rows.Where(b => b.Minute == 600).Sum(b => b.Taken));
    }
}
