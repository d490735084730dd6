using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Application.Settings;
using Komeji.Application.Stores.Fees;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Regions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <summary>The page of a product on display; anything else is not there.</summary>
public sealed record ShowProduct(string Slug) : IQuery<ProductPage>
{
    internal sealed class Handler(IKomejiDb db, FeesInForce fees, SettingsInForce settings, Standings standings, KnownCategories categories, TimeProvider clock) : IRequestHandler<ShowProduct, ProductPage>
    {
        public async Task<ProductPage> Handle(ShowProduct request, CancellationToken cancellationToken)
        {
            var product = await Read(request.Slug, cancellationToken) ?? throw new NotFound();
            var top = (await categories.Read(cancellationToken)).BranchOf(product.CategorySlug)?.Top.Slug ?? "";
            var page = product with
            {
                Money = MoneyShare.Of(product.LowestPrice, await fees.Of(product.StoreId, cancellationToken)),
                Variants = await WithStruckPrices(product, cancellationToken),
                Standing = await standings.Of(product.StoreId, product.StoreOpenedAt, [product.CategorySlug, top], cancellationToken),
            };
            return page.Kind == ProductKind.Service ? await WithTerms(page, cancellationToken) : page;
        }

        /// <summary>Only what somebody has changed lately is looked at.</summary>
        async Task<IReadOnlyList<ProductVariant>> WithStruckPrices(ProductPage page, CancellationToken cancellationToken)
        {
            var (terms, now) = (await settings.StrikeTerms(cancellationToken), clock.GetUtcNow());
            var since = now.AddDays(-terms.Days - terms.ShownDays);
            var steps = (await db.PriceChanges.AsNoTracking().Where(c => c.ProductId == page.Id && c.At > since).OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync(cancellationToken)).ToLookup(c => c.VariantId);
            return [.. page.Variants.Select(v => v with { Struck = StruckPrice.Of(v.Price, [.. steps[v.Id]], page.ShownSince, terms, now) })];
        }

        async Task<ProductPage> WithTerms(ProductPage page, CancellationToken cancellationToken)
        {
            var terms = await db.Products.AsNoTracking().Where(p => p.Slug == page.Slug).Select(p => p.Service).SingleAsync(cancellationToken);
            var codes = terms?.Served ?? [];
            var served = await db.Regions.Where(r => codes.Contains(r.Code)).OrderBy(r => r.Code)
                .Select(r => r.Level == RegionLevel.District ? "Kec. " + r.Name : r.Name).ToListAsync(cancellationToken);
            return page with { Service = terms, Served = served };
        }

        Task<ProductPage?> Read(string slug, CancellationToken cancellationToken) => (
            from p in db.OnDisplay()
            where p.Slug == slug
            join s in db.Stores on p.StoreId equals s.Id
            join c in db.Categories on p.CategoryId equals c.Id
            select new ProductPage
            {
                Id = p.Id,
                ShownSince = p.ShownSince ?? p.PublishedAt,
                Slug = p.Slug,
                Name = p.Name,
                Kind = p.Kind,
                Description = p.Description,
                CategorySlug = c.Slug,
                WeightGrams = p.WeightGrams,
                LengthCm = p.LengthCm,
                WidthCm = p.WidthCm,
                HeightCm = p.HeightCm,
                NetQuantity = p.NetQuantity,
                NetUnit = p.NetUnit,
                HandlingDays = p.HandlingDays,
                Origin = p.Origin,
                IsLocal = p.IsLocal,
                Permits = p.Permits,
                WarrantyKind = p.WarrantyKind,
                WarrantyMonths = p.WarrantyMonths,
                WarrantyAnswerer = p.WarrantyAnswerer,
                WarrantyTerms = p.WarrantyTerms,
                WarrantyFreight = p.WarrantyFreight,
                LowestPrice = p.LowestPrice,
                StoreId = s.Id,
                StoreName = s.Name,
                StoreSlug = s.Slug,
                StorePicture = s.PictureKey,
                StorePlace = db.Regions.Where(r => r.Code == s.VillageCode.Substring(0, 8)).Select(r => r.FullName).FirstOrDefault() ?? "",
                StoreOnHoliday = s.OnHoliday,
                StoreHolidayUntil = s.HolidayUntil,
                StoreOpenedAt = s.OpenedAt,
                StoreProducts = db.Products.Count(x => x.StoreId == s.Id && x.State == ProductState.Published),
                Variants = p.Variants.Where(v => v.IsOnSale).OrderBy(v => v.Position)
                    .Select(v => new ProductVariant(v.Id, v.Name, v.Price, v.Stock)).ToList(),
                Sold = p.Variants.Sum(v => v.Sold),
                Pictures = p.Pictures.OrderBy(x => x.Position).Select(x => new ProductPhoto(x.FileKey, x.Alt, x.Width, x.Height)).ToList(),
                Money = null!,
            }).SingleOrDefaultAsync(cancellationToken);
    }
}

public sealed record ProductPage
{
    public required ProductId Id { get; init; }
    public required DateTimeOffset? ShownSince { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required ProductKind Kind { get; init; }
    public required string Description { get; init; }
    public required string CategorySlug { get; init; }
    public required int WeightGrams { get; init; }
    public required int LengthCm { get; init; }
    public required int WidthCm { get; init; }
    public required int HeightCm { get; init; }
    public required int NetQuantity { get; init; }
    public required string NetUnit { get; init; }
    public required int HandlingDays { get; init; }
    public required string Origin { get; init; }
    public required bool IsLocal { get; init; }
    public required string Permits { get; init; }
    public required WarrantyKind WarrantyKind { get; init; }
    public required int WarrantyMonths { get; init; }
    public required string WarrantyAnswerer { get; init; }
    public required string WarrantyTerms { get; init; }
    public required WarrantyFreight WarrantyFreight { get; init; }
    public required Rupiah LowestPrice { get; init; }
    public required StoreId StoreId { get; init; }
    public required string? StorePicture { get; init; }
    public required string StoreName { get; init; }
    public required string StoreSlug { get; init; }

    /// <summary>District, regency and province of the shop.</summary>
    public required string StorePlace { get; init; }
    public required bool StoreOnHoliday { get; init; }

    /// <summary>Last day away; null when it is not said.</summary>
    public required DateOnly? StoreHolidayUntil { get; init; }
    public required DateTimeOffset StoreOpenedAt { get; init; }
    public required int StoreProducts { get; init; }
    public required int Sold { get; init; }
    public required IReadOnlyList<ProductVariant> Variants { get; init; }
    public required IReadOnlyList<ProductPhoto> Pictures { get; init; }
    public required MoneyShare Money { get; init; }

    /// <summary>How far the product and its shop have come before the law.</summary>
    public Standing Standing { get; init; } = null!;

    /// <summary>How a service can be had; null for goods, and where the shop has not said.</summary>
    public ServiceTerms? Service { get; init; }

    /// <summary>Regions a service is brought to, in words.</summary>
    public IReadOnlyList<string> Served { get; init; } = [];

    public Rupiah HighestPrice => Variants.Max(v => v.Price);

    public int Stock => Variants.Sum(v => v.Stock);

    public UnitPrice? UnitPrice => Catalog.UnitPrice.Of(LowestPrice, NetQuantity, NetUnit);
}

public sealed record ProductVariant(VariantId Id, string Name, Rupiah Price, int Stock)
{
    /// <summary>The lowest price of the days before the last cut; null when there is nothing honest to strike.</summary>
    public Rupiah? Struck { get; init; }
}

public sealed record ProductPhoto(string Key, string Alt, int Width, int Height);

/// <summary>Where a price goes by the settings in force: an estimate, since an order freezes what holds when it is paid.</summary>
/// <param name="Fee">Service fee, before tax.</param>
/// <param name="Vat">PPN on the fee.</param>
public sealed record MoneyShare(Rupiah Price, Rupiah Seller, Rupiah Fee, Rupiah Vat, BasisPoints FeeRate)
{
    public static MoneyShare Of(Rupiah price, FeeTerms terms)
    {
        var fee = terms.FeeRate.Of(price, Rounding.Down);
        var vat = terms.VatRate.Of(fee, terms.VatRounding);
        return new MoneyShare(price, price - fee - vat, fee, vat, terms.FeeRate);
    }
}
