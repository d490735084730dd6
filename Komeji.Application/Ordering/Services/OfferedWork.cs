using Komeji.Application.Common;
using Komeji.Application.Ordering.Carts;
using Komeji.Application.Ordering.Checkouts;
using Komeji.Application.Settings;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Services;

/// <summary>What the buyer wants of one service in the cart.</summary>
/// <param name="Day">The day whose times are shown; null: the first that has some.</param>
/// <param name="StartsAt">The time chosen.</param>
public sealed record ServiceWish(DateOnly? Day, DateTimeOffset? StartsAt, string Note);

/// <summary>A service at the checkout: it becomes an order of its own, since its time, its code and its end are its own.</summary>
/// <param name="Terms">Null where the shop has not said how it can be had; then it cannot be bought.</param>
/// <param name="Day">Whose times are shown.</param>
/// <param name="StartsAt">The chosen time, if the shop offers it; it may be full by now.</param>
public sealed record OfferedWork(
    OfferedItem Offered, ServiceTerms? Terms, string ShopAddress, IReadOnlyList<FreeDay> Days, FreeDay? Day, DateTimeOffset? StartsAt, string Note)
{
    public CartItem Item => Offered.Item;

    public bool IsAtBuyer => Terms?.Place == ServicePlace.AtBuyer;

    internal OrderDraft Draft(string number, long sequence, AppointmentTerms rules) => new(
        number, sequence, Item.StoreId, Item.StoreName, [Item.ToLine()],
        new ShippingChoice(ShipmentKind.Service, "", ServiceWords.Place(Terms!.Place), Rupiah.Zero, 0, 0), 0, Note,
        new AppointmentDraft(Item.ProductId, Terms.Place, StartsAt!.Value, Terms.EndOf(StartsAt.Value), StartsAt.Value - rules.FreeCancel));
}

/// <summary>Reads what the shops of the cart's services offer, and how the buyer's wishes fit.</summary>
public sealed class ServiceOffers(IKomejiDb db, SettingsInForce settings, TimeProvider clock)
{
    public async Task<IReadOnlyList<OfferedWork>> Read(IEnumerable<CartItem> items, UserId buyer, OfferedAddress? address, CheckoutWish wish, CancellationToken cancellationToken)
    {
        var offered = new List<OfferedWork>();
        foreach (var item in items)
        {
            offered.Add(await Read(item, buyer, address, wish.Services.GetValueOrDefault(item.VariantId) ?? new ServiceWish(null, null, ""), cancellationToken));
        }

        return offered;
    }

    async Task<OfferedWork> Read(CartItem item, UserId buyer, OfferedAddress? address, ServiceWish wish, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var terms = await db.Products.AsNoTracking().Where(p => p.Id == item.ProductId).Select(p => p.Service).SingleAsync(cancellationToken);
        var shop = await db.Stores.AsNoTracking().SingleAsync(s => s.Id == item.StoreId, cancellationToken);
        var village = await db.Regions.Where(r => r.Code == shop.VillageCode).Select(r => r.FullName).FirstOrDefaultAsync(cancellationToken) ?? "";
        var closed = new ClosedDays(shop, await settings.Calendar(cancellationToken));
        var days = terms is null ? [] : await db.Of(item.ProductId, terms, closed, null, now, cancellationToken);
        var day = days.FirstOrDefault(d => d.Day == wish.Day) ?? days.FirstOrDefault(d => d.Times.Any(t => t.Left > 0));
        var start = wish.StartsAt is { } wanted && Wib.DayOf(wanted) == day?.Day && terms!.Offers(wanted, closed, now) ? wish.StartsAt : null;
        var obstacle = item.Obstacle(buyer) ?? Obstacle(terms, start, day, address);
        var full = start is { } chosen && !day!.Times.Any(t => t.StartsAt == chosen && t.Left > 0);
        var problem = obstacle ?? item.Problem(buyer) ?? (full ? "Waktu yang Anda pilih sudah penuh. Pilih waktu lain." : null);
        return new OfferedWork(new OfferedItem(item, obstacle, problem), terms, $"{shop.Street}, {village}", days, day, start, wish.Note.Trim());
    }

    static string? Obstacle(ServiceTerms? terms, DateTimeOffset? start, FreeDay? day, OfferedAddress? address) =>
        terms is null ? "Penjual belum mengisi jadwal jasanya. Hapus dari keranjang, atau tanyakan kepada penjual."
        : day is null ? "Jadwalnya penuh atau libur untuk 30 hari ke depan. Hapus dari keranjang untuk melanjutkan."
        : address is not null && !terms.Serves(address.VillageCode) ? "Jasa ini tidak melayani alamat Anda. Pilih alamat lain atau hapus dari keranjang."
        : start is null ? "Pilih tanggal dan jam janji."
        : null;
}
