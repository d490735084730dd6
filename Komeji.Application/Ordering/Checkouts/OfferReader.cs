using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Application.Ordering.Carts;
using Komeji.Application.Ordering.Services;
using Komeji.Application.Promotions;
using Komeji.Application.Shipping;
using Komeji.Domain.Accounts;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Checkouts;

/// <summary>Reckons a checkout from the database alone: for the page that shows it, and again when it is placed.</summary>
public sealed class OfferReader(IKomejiDb db, ShippingQuotes quotes, ServiceOffers services, VoucherOffers vouchers, Standings standings, CashOffers cash)
{
    public async Task<CheckoutOffer> Read(UserId buyer, CheckoutWish wish, CancellationToken cancellationToken)
    {
        var addresses = await Addresses(buyer, cancellationToken);
        var address = wish.AddressId is { } wanted ? addresses.SingleOrDefault(a => a.Id == wanted) : addresses.Count > 0 ? addresses[0] : null;
        var items = (await CartItem.Read(db, db.Carts.Of(buyer, null), buyer, standings, cancellationToken)).Where(i => wish.Only is null || i.VariantId == wish.Only).ToList();
        var shops = new List<OfferedShop>();
        foreach (var shop in items.Where(i => i.Kind == ProductKind.Goods).GroupBy(i => i.StoreId))
        {
            shops.Add(await Shop([.. shop], buyer, address, wish, cancellationToken));
        }

        var offered = await services.Read(items.Where(i => i.Kind == ProductKind.Service), buyer, address, wish, cancellationToken);
        var offer = new CheckoutOffer(addresses, address, shops, offered);
        return offer with { Voucher = await vouchers.Read(buyer, wish.Voucher, offer, cancellationToken) };
    }

    /// <summary>The person's own, the default first.</summary>
    async Task<List<OfferedAddress>> Addresses(UserId buyer, CancellationToken cancellationToken) =>
        [.. (await (from address in db.Addresses.AsNoTracking()
                    where address.OwnerId == buyer && address.RemovedAt == null
                    orderby address.IsDefault descending, address.Id
                    select new { Is = address, Region = db.Regions.Where(r => r.Code == address.VillageCode).Select(r => r.FullName).FirstOrDefault() ?? "" })
            .ToListAsync(cancellationToken))
            .Select(a => new OfferedAddress(a.Is.Id, a.Is.Label, a.Is.Recipient, a.Is.Phone, Street(a.Is), a.Is.VillageCode, a.Region, a.Is.PostalCode, a.Is.Landmark))];

    static string Street(Address address) => string.Join(", ",
        new[] { address.Street, address.RtRw.Length > 0 ? "RT/RW " + address.RtRw : "", address.Hamlet }.Where(part => part.Length > 0));

    async Task<OfferedShop> Shop(IReadOnlyList<CartItem> items, UserId buyer, OfferedAddress? address, CheckoutWish wish, CancellationToken cancellationToken)
    {
        var first = items[0];
        var grams = items.Sum(i => (long)i.WeightGrams * i.Quantity);
        var volume = items.Sum(i => i.CubicCentimetres * i.Quantity);
        var goods = Rupiah.Sum(items.Select(i => i.Total));
        var load = new ShippingLoad(grams, volume, goods);
        var ways = address is not null ? await quotes.Quote(first.Origin, address.VillageCode, load, cancellationToken)
            : wish.AddressId is null ? await quotes.QuoteCollected(first.Origin, cancellationToken) : [];
        var chosen = wish.Ways.GetValueOrDefault(first.StoreId);
        var way = ways.FirstOrDefault(w => w.Code == chosen) ?? (ways.Count > 0 ? ways[0] : null);
        return new OfferedShop(
            first.StoreId, first.StoreName, first.StoreSlug, [.. items.Select(i => new OfferedItem(i, i.Obstacle(buyer), i.Problem(buyer)))], grams, ways, way,
            WayGone: chosen is not null && way?.Code != chosen,
            Note: wish.Notes.GetValueOrDefault(first.StoreId, "").Trim())
        {
            Cash = await cash.Of(first, address, way, goods, cancellationToken),
            WantsCash = wish.Cash.Contains(first.StoreId),
        };
    }
}
