using System.Linq.Expressions;
using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
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
    public required bool InStock { get; init; }
    public required ProductKind Kind { get; init; }
    public required bool IsLocal { get; init; }
    public required string Regency { get; init; }

    public UnitPrice? UnitPrice => Catalog.UnitPrice.Of(Price, NetQuantity, NetUnit);
}

static class Offers
{
    /// <summary>What visitors may see: on the listing, in an open shop. A shop on holiday is still shown.</summary>
    public static IQueryable<Product> OnDisplay(this IKomejiDb db) =>
        db.Products.AsNoTracking().Where(p => p.State == ProductState.Published && db.Stores.Any(s => s.Id == p.StoreId && s.State == StoreState.Active));

    /// <summary>Straight to the grid's record, in one query.</summary>
    public static IQueryable<ProductCard> Cards(this IQueryable<Product> products, IKomejiDb db) => products.Select(Card(db));

    static Expression<Func<Product, ProductCard>> Card(IKomejiDb db) => p => new ProductCard
    {
        Id = p.Id,
        Slug = p.Slug,
        Name = p.Name,
        PictureKey = p.Pictures.OrderBy(x => x.Position).Select(x => x.FileKey).FirstOrDefault(),
        Price = p.LowestPrice,
        HasDearerVariant = p.Variants.Any(v => v.IsOnSale && (long)v.Price > (long)p.LowestPrice),
        NetQuantity = p.NetQuantity,
        NetUnit = p.NetUnit,
        Sold = p.Variants.Sum(v => v.Sold),
        InStock = p.Variants.Any(v => v.IsOnSale && v.Stock > 0),
        Kind = p.Kind,
        IsLocal = p.IsLocal,
        Regency = (from store in db.Stores
                   where store.Id == p.StoreId
                   join region in db.Regions on store.VillageCode.Substring(0, 5) equals region.Code
                   select region.Name).FirstOrDefault() ?? "",
    };
}
