using System.Linq.Expressions;
using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <summary>A product in a grid.</summary>
public sealed record ProductCard
{
    public required ProductId Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string? PictureKey { get; init; }
    public required Rupiah Price { get; init; }
    public required bool HasDearerVariant { get; init; }
    public required int NetQuantity { get; init; }
    public required string NetUnit { get; init; }
    public required int Sold { get; init; }

    /// <summary>Of the reviews that are shown.</summary>
    public required Rating Rating { get; init; }
    public required bool InStock { get; init; }
    public required ProductKind Kind { get; init; }
    public required bool IsLocal { get; init; }
    public required string Regency { get; init; }

    /// <summary>The office vouches for the shop's licence to trade.</summary>
    public required bool IsVerified { get; init; }

    /// <summary>How many variants can be had for <see cref="Price"/>.</summary>
    public required int Cheapest { get; init; }
    public required DateTimeOffset? ShownSince { get; init; }

    /// <summary>Lowest price of the other variants, those withdrawn too; null when there are none.</summary>
    public required long? OtherLowest { get; init; }

    /// <summary>The steps its prices took lately.</summary>
    public required IReadOnlyList<CardPriceStep> Steps { get; init; }

    /// <summary>By which a price is struck.</summary>
    public required StrikeNow Strike { get; init; }

    /// <summary>The price shown struck beside the lowest; null when there is nothing honest to strike.</summary>
    public Rupiah? Struck => StruckPrice.OnCard(Price, Cheapest, OtherLowest is { } other ? new Rupiah(other) : null, Steps, ShownSince, Strike.Terms, Strike.At);

    public UnitPrice? UnitPrice => Catalog.UnitPrice.Of(Price, NetQuantity, NetUnit);
}

/// <summary>The terms by which prices are struck, at a moment.</summary>
public sealed record StrikeNow(StrikeTerms Terms, DateTimeOffset At)
{
    /// <summary>Steps before it do not matter any more.</summary>
    public DateTimeOffset Since => At.AddDays(-Terms.Days - Terms.ShownDays);
}

static class Offers
{
    /// <summary>What visitors may see: on the listing, in an open shop. A shop on holiday is still shown.</summary>
    public static IQueryable<Product> OnDisplay(this IKomejiDb db) =>
        db.Products.AsNoTracking().Where(p => p.State == ProductState.Published && db.Stores.Any(s => s.Id == p.StoreId && s.State == StoreState.Active));

    /// <summary>Straight to the grid's record, in one query.</summary>
    public static IQueryable<ProductCard> Cards(this IQueryable<Product> products, IKomejiDb db, StrikeNow strike) => products.Select(Card(db, strike, strike.Since, Wib.DayOf(strike.At)));

    static Expression<Func<Product, ProductCard>> Card(IKomejiDb db, StrikeNow strike, DateTimeOffset since, DateOnly today) => p => new ProductCard
    {
        Id = p.Id,
        Slug = p.Slug,
        Name = p.Name,
        PictureKey = p.Pictures.OrderBy(x => x.Position).Select(x => x.FileKey).FirstOrDefault(),
        Price = p.LowestPrice,
        HasDearerVariant = p.Variants.Any(v => v.IsOnSale && (long)v.Price > (long)p.LowestPrice),
        Cheapest = p.Variants.Count(v => v.IsOnSale && v.Price == p.LowestPrice),
        ShownSince = p.ShownSince ?? p.PublishedAt,
        OtherLowest = p.Variants.Where(v => !(v.IsOnSale && v.Price == p.LowestPrice)).Min(v => (long?)(long)v.Price),
        Steps = (from c in db.PriceChanges
                 where c.ProductId == p.Id && c.At > since
                 join v in db.Variants on c.VariantId equals v.Id
                 orderby c.At, c.Id
                 select new CardPriceStep(v.Id, v.IsOnSale, v.Price, c.Before, c.At)).ToList(),
        Strike = strike,
        NetQuantity = p.NetQuantity,
        NetUnit = p.NetUnit,
        Sold = p.Variants.Sum(v => v.Sold),
        Rating = new Rating(p.Reviews, p.Stars),
        InStock = p.Variants.Any(v => v.IsOnSale && v.Stock > 0),
        Kind = p.Kind,
        IsLocal = p.IsLocal,
        IsVerified = db.LegalVerifications.Any(d => d.StoreId == p.StoreId && d.Kind == DocumentKind.BusinessNumber
            && (d.State == DocumentState.Approved || d.State == DocumentState.Expiring) && (d.ExpiresOn == null || d.ExpiresOn >= today)),
        Regency = (from store in db.Stores
                   where store.Id == p.StoreId
                   join region in db.Regions on store.VillageCode.Substring(0, 5) equals region.Code
                   select region.Name).FirstOrDefault() ?? "",
    };
}
