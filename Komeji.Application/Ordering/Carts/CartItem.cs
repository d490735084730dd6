using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Application.Shipping;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Carts;

/// <summary>A line of a cart, with what the catalogue says about it now.</summary>
public sealed record CartItem
{
    public required VariantId VariantId { get; init; }
    public required ProductId ProductId { get; init; }
    public required StoreId StoreId { get; init; }
    public required int Quantity { get; init; }
    public required Rupiah PriceSeen { get; init; }
    public required Rupiah Price { get; init; }
    public required int Stock { get; init; }
    public required bool OnSale { get; init; }
    public required string ProductName { get; init; }
    public required string VariantName { get; init; }
    public required string ProductSlug { get; init; }
    public required string? PictureKey { get; init; }
    public required ProductKind Kind { get; init; }
    public required int WeightGrams { get; init; }
    public required long CubicCentimetres { get; init; }
    public required int HandlingDays { get; init; }
    public required Warranty Warranty { get; init; }
    public required string Permits { get; init; }
    public required UserId SellerId { get; init; }

    /// <summary>The buyer works for the shop.</summary>
    public required bool IsColleague { get; init; }
    public required string StoreName { get; init; }
    public required string StoreSlug { get; init; }
    public required string Regency { get; init; }
    public required bool StoreTakesOrders { get; init; }

    public required DateTimeOffset StoreOpenedAt { get; init; }
    public required bool StoreIsLicensed { get; init; }

    /// <summary>Buyers nearby may pay it in cash.</summary>
    public bool StoreTakesCash { get; init; }

    /// <summary>Its time to get an NIB is over.</summary>
    public bool StoreIsRestricted { get; init; }
    public required ShippingOrigin Origin { get; init; }

    public Rupiah Total => Price * Quantity;

    public bool PriceChanged => PriceSeen.IsPositive && PriceSeen != Price;

    public string FullName => VariantName.Length == 0 ? ProductName : $"{ProductName} ({VariantName})";

    /// <summary>As an order keeps it.</summary>
    internal OrderLineDraft ToLine() => new(
        ProductId, VariantId, ProductName, VariantName, ProductSlug, PictureKey, Price, Quantity, WeightGrams, Warranty, Permits);

    /// <summary>Why it cannot be bought as it stands, with what to do; null when it can.</summary>
    public string? Problem(UserId? buyer) => Obstacle(buyer) ?? Shortage;

    /// <summary>Why it cannot be bought however many are left.</summary>
    public string? Obstacle(UserId? buyer) =>
        !OnSale ? "Tidak dijual lagi. Hapus dari keranjang untuk melanjutkan."
        : !StoreTakesOrders ? "Toko sedang tidak menerima pesanan. Hapus dari keranjang untuk melanjutkan."
        : StoreIsRestricted ? "Toko ini belum bisa menerima pesanan baru karena NIB-nya belum terverifikasi. Hapus dari keranjang untuk melanjutkan."
        : buyer is { } person && (SellerId == person || IsColleague) ? "Ini barang toko Anda sendiri atau toko tempat Anda bekerja. Hapus dari keranjang untuk melanjutkan."
        : null;

    string? Shortage =>
        Stock == 0 ? "Stok habis. Hapus dari keranjang untuk melanjutkan."
        : Stock < Quantity ? $"Stok tinggal {Stock}. Kurangi jumlahnya untuk melanjutkan."
        : null;

    /// <summary>In the order they were put in, each shop's together, with which shops the law keeps from taking orders.</summary>
    public static async Task<IReadOnlyList<CartItem>> Read(IKomejiDb db, IQueryable<Cart> carts, UserId? buyer, Standings standings, CancellationToken cancellationToken)
    {
        var licences = standings.Licences();
        var rows = await (
            from line in carts.AsNoTracking().SelectMany(c => c.Lines)
            join variant in db.Variants on line.VariantId equals variant.Id
            join product in db.Products on variant.ProductId equals product.Id
            join store in db.Stores on product.StoreId equals store.Id
            orderby line.AddedAt, line.VariantId
            select new CartItem
            {
                VariantId = variant.Id,
                ProductId = product.Id,
                StoreId = store.Id,
                Quantity = line.Quantity,
                PriceSeen = line.PriceSeen,
                Price = variant.Price,
                Stock = variant.Stock,
                OnSale = variant.IsOnSale && product.State == ProductState.Published,
                ProductName = product.Name,
                VariantName = variant.Name,
                ProductSlug = product.Slug,
                PictureKey = product.Pictures.OrderBy(p => p.Position).Select(p => p.FileKey).FirstOrDefault(),
                Kind = product.Kind,
                WeightGrams = product.WeightGrams,
                CubicCentimetres = (long)product.LengthCm * product.WidthCm * product.HeightCm,
                HandlingDays = product.HandlingDays,
                Warranty = new Warranty(product.WarrantyKind, product.WarrantyMonths, product.WarrantyAnswerer, product.WarrantyTerms, product.WarrantyFreight),
                Permits = product.Permits,
                SellerId = store.OwnerId,
                IsColleague = db.ShopStaff.Any(t => t.StoreId == store.Id && t.State == StaffState.Active && t.UserId == buyer),
                StoreOpenedAt = store.OpenedAt,
                StoreIsLicensed = licences.Any(d => d.StoreId == store.Id),
                StoreName = store.Name,
                StoreSlug = store.Slug,
                Regency = db.Regions.Where(r => r.Code == store.VillageCode.Substring(0, 5)).Select(r => r.Name).FirstOrDefault() ?? "",
                StoreTakesOrders = store.State == StoreState.Active && !store.OnHoliday,
                StoreTakesCash = store.TakesCash,
                Origin = new ShippingOrigin(store.VillageCode, store.CourierServices, store.OffersPickup, store.Id),
            }).ToListAsync(cancellationToken);
        var items = new List<CartItem>(rows.Count);
        foreach (var row in rows.GroupBy(i => i.StoreId).SelectMany(shop => shop))
        {
            items.Add(row with { StoreIsRestricted = !row.StoreIsLicensed && await standings.IsRestricted(row.StoreOpenedAt, cancellationToken) });
        }

        return items;
    }
}
